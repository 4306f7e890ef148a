/* Stands between a program and the disk: counts, records, and spoils what it writes.

Loaded with LD_PRELOAD. An event is a call that changes something below WRITES_UNDER: a file made,
written, cut, synced, renamed, linked or removed, a folder made or removed.

  WRITES_UNDER   the folder; nothing outside is looked at
  WRITES_LOG     a file to which each event is written before it happens, see recorded.py
  WRITES_AT      number of the event at which to strike, from 1
  WRITES_HOW     kill: end as by kill -9 before it happens; half: write half of it, then the same;
                 ENOSPC: from then on nothing grows; EIO: this one fails
*/
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static char under[PATH_MAX];
static size_t under_length;
static int log_file = -1;
static long strike_at, counted;
static enum { NONE, KILL, HALF, FULL, BROKEN } manner;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* Read the environment anew, in a process forked from one that was loaded long before. */
__attribute__((constructor)) void writes_begin(void) {
  const char *value = getenv("WRITES_UNDER");
  if (!value || !realpath(value, under)) return;
  under_length = strlen(under), counted = 0;
  if ((value = getenv("WRITES_AT"))) strike_at = atol(value);
  if ((value = getenv("WRITES_HOW")))
    manner = !strcmp(value, "kill") ? KILL : !strcmp(value, "half") ? HALF
           : !strcmp(value, "ENOSPC") ? FULL : !strcmp(value, "EIO") ? BROKEN : NONE;
  if ((value = getenv("WRITES_LOG")))
    log_file = syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

static void all(const void *data, size_t length) {
  while (length) {
    long written = syscall(SYS_write, log_file, data, length);
    if (written <= 0) return;
    data = (const char *)data + written, length -= written;
  }
}

/* The absolute path of a name below a folder's descriptor; 0 where it lies elsewhere. */
static int resolve(int folder, const char *name, char *path) {
  char base[PATH_MAX] = "";
  if (!under_length || !name) return 0;
  if (name[0] != '/') {
    if (folder == AT_FDCWD) {
      if (!getcwd(base, sizeof base)) return 0;
    } else {
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
      ssize_t length = readlink(link, base, sizeof base - 1);
      if (length < 0) return 0;
      base[length] = 0;
    }
    if (snprintf(path, PATH_MAX, "%s/%s", base, name) >= PATH_MAX) return 0;
  } else if (snprintf(path, PATH_MAX, "%s", name) >= PATH_MAX) return 0;
  return !strncmp(path, under, under_length) && path[under_length] == '/';
}

static int of_descriptor(int descriptor, char *path) {
  struct stat status;
  if (!under_length || fstat(descriptor, &status)) return 0;
  if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) return 0;
  return resolve(descriptor, ".", path) ? (path[strlen(path) - 2] = 0, 1) : 0;
}

/* Count an event; the result is 0 to let it happen, an error's number, or -1 for half of it. */
static int event(const char *what, const char *path, const char *other, long at, const void *data,
                 size_t length, int grows) {
  int result = 0;
  pthread_mutex_lock(&lock);
  counted++;
  if (log_file >= 0) {
    char head[2 * PATH_MAX + 100];
    int size = snprintf(head, sizeof head, "%s\t%s\t%s\t%ld\t%zu\n", what, path + under_length + 1,
                        other ? other + under_length + 1 : "", at, length);
    all(head, size);
    if (data) all(data, length);
  }
  if (strike_at && counted >= strike_at) {
    if (counted == strike_at) {
      if (manner == KILL || (manner == HALF && !data)) raise(SIGKILL);
      if (manner == HALF) result = -1;
      if (manner == BROKEN) result = EIO;
    }
    if (manner == FULL && grows) result = ENOSPC;
  }
  pthread_mutex_unlock(&lock);
  return result;
}

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)
#define REFUSED(number) do { int n = (number); if (n > 0) { errno = n; return -1; } } while (0)

/* --- files made ------------------------------------------------------------------------------ */

static int making(int folder, const char *name, int flags) {
  char path[PATH_MAX];
  struct stat status;
  if (!(flags & (O_CREAT | O_TRUNC)) || !resolve(folder, name, path)) return 0;
  int is_there = !fstatat(folder, name, &status, 0);
  if (is_there && (flags & O_EXCL)) return 0;
  if (is_there && (flags & O_TRUNC) && status.st_size)
    return event("truncate", path, 0, 0, 0, 0, 0);
  if (!is_there && (flags & O_CREAT)) return event("create", path, 0, 0, 0, 0, 1);
  return 0;
}

#define OPEN(function, name_of_real) \
  int function(const char *name, int flags, ...) { \
    REAL(int, name_of_real, const char *, int, ...); \
    va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
    REFUSED(making(AT_FDCWD, name, flags)); \
    return real(name, flags, mode); \
  }
OPEN(open, "open")
OPEN(open64, "open64")

#define OPENAT(function, name_of_real) \
  int function(int folder, const char *name, int flags, ...) { \
    REAL(int, name_of_real, int, const char *, int, ...); \
    va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
    REFUSED(making(folder, name, flags)); \
    return real(folder, name, flags, mode); \
  }
OPENAT(openat, "openat")
OPENAT(openat64, "openat64")

/* --- files written --------------------------------------------------------------------------- */

static long writing(int descriptor, const void *data, size_t length, long at) {
  char path[PATH_MAX];
  if (!of_descriptor(descriptor, path)) return 0;
  if (at < 0) {
    int flags = fcntl(descriptor, F_GETFL);
    at = lseek(descriptor, 0, flags & O_APPEND ? SEEK_END : SEEK_CUR);
    if (at < 0) return 0;
  }
  int said = event("write", path, 0, at, data, length, 1);
  if (said < 0) {
    syscall(SYS_pwrite64, descriptor, data, length / 2, at);
    raise(SIGKILL);
  }
  return said;
}

ssize_t write(int descriptor, const void *data, size_t length) {
  REAL(ssize_t, "write", int, const void *, size_t);
  REFUSED(writing(descriptor, data, length, -1));
  return real(descriptor, data, length);
}

#define PWRITE(function, name_of_real, offset_type) \
  ssize_t function(int descriptor, const void *data, size_t length, offset_type at) { \
    REAL(ssize_t, name_of_real, int, const void *, size_t, offset_type); \
    REFUSED(writing(descriptor, data, length, at)); \
    return real(descriptor, data, length, at); \
  }
PWRITE(pwrite, "pwrite", off_t)
PWRITE(pwrite64, "pwrite64", off64_t)

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  size_t total = 0, done = 0;
  for (int i = 0; i < count; i++) total += parts[i].iov_len;
  char *data = malloc(total ? total : 1);
  if (!data) return errno = ENOMEM, -1;
  for (int i = 0; i < count; done += parts[i++].iov_len)
    memcpy(data + done, parts[i].iov_base, parts[i].iov_len);
  ssize_t written = write(descriptor, data, total);
  free(data);
  return written;
}

/* Copying inside the kernel would pass by; callers fall back to reading and writing. */
ssize_t sendfile(int out, int in, off_t *at, size_t length) {
  char path[PATH_MAX];
  if (of_descriptor(out, path)) return errno = EINVAL, -1;
  return syscall(SYS_sendfile, out, in, at, length);
}
ssize_t sendfile64(int out, int in, off64_t *at, size_t length) {
  return sendfile(out, in, (off_t *)at, length);
}
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length, unsigned flags) {
  char path[PATH_MAX];
  if (of_descriptor(out, path)) return errno = EXDEV, -1;
  return syscall(SYS_copy_file_range, in, from, out, to, length, flags);
}

#define FTRUNCATE(function, name_of_real, offset_type) \
  int function(int descriptor, offset_type size) { \
    REAL(int, name_of_real, int, offset_type); \
    char path[PATH_MAX]; \
    if (of_descriptor(descriptor, path)) REFUSED(event("truncate", path, 0, size, 0, 0, 0)); \
    return real(descriptor, size); \
  }
FTRUNCATE(ftruncate, "ftruncate", off_t)
FTRUNCATE(ftruncate64, "ftruncate64", off64_t)

#define SYNC(function) \
  int function(int descriptor) { \
    REAL(int, #function, int); \
    char path[PATH_MAX]; \
    if (of_descriptor(descriptor, path)) REFUSED(event("sync", path, 0, 0, 0, 0, 0)); \
    return real(descriptor); \
  }
SYNC(fsync)
SYNC(fdatasync)

/* --- names ----------------------------------------------------------------------------------- */

static int naming(const char *what, int folder, const char *name, int grows) {
  char path[PATH_MAX];
  return resolve(folder, name, path) ? event(what, path, 0, 0, 0, 0, grows) : 0;
}

static int moving(const char *what, int from, const char *old, int to, const char *new, int grows) {
  char path[PATH_MAX], other[PATH_MAX];
  if (!resolve(from, old, path) || !resolve(to, new, other)) return 0;
  return event(what, path, other, 0, 0, 0, grows);
}

int unlink(const char *name) {
  REAL(int, "unlink", const char *);
  REFUSED(naming("remove", AT_FDCWD, name, 0));
  return real(name);
}
int unlinkat(int folder, const char *name, int flags) {
  REAL(int, "unlinkat", int, const char *, int);
  REFUSED(naming("remove", folder, name, 0));
  return real(folder, name, flags);
}
int rmdir(const char *name) {
  REAL(int, "rmdir", const char *);
  REFUSED(naming("remove", AT_FDCWD, name, 0));
  return real(name);
}
int mkdir(const char *name, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  if (access(name, F_OK)) REFUSED(naming("folder", AT_FDCWD, name, 1));
  return real(name, mode);
}
int mkdirat(int folder, const char *name, mode_t mode) {
  REAL(int, "mkdirat", int, const char *, mode_t);
  if (faccessat(folder, name, F_OK, 0)) REFUSED(naming("folder", folder, name, 1));
  return real(folder, name, mode);
}
int rename(const char *old, const char *new) {
  REAL(int, "rename", const char *, const char *);
  REFUSED(moving("rename", AT_FDCWD, old, AT_FDCWD, new, 1));
  return real(old, new);
}
int renameat(int from, const char *old, int to, const char *new) {
  REAL(int, "renameat", int, const char *, int, const char *);
  REFUSED(moving("rename", from, old, to, new, 1));
  return real(from, old, to, new);
}
int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
  REAL(int, "renameat2", int, const char *, int, const char *, unsigned);
  REFUSED(moving(flags & 2 ? "exchange" : "rename", from, old, to, new, 1));
  return real(from, old, to, new, flags);
}
int link(const char *old, const char *new) {
  REAL(int, "link", const char *, const char *);
  REFUSED(moving("link", AT_FDCWD, old, AT_FDCWD, new, 1));
  return real(old, new);
}
int linkat(int from, const char *old, int to, const char *new, int flags) {
  REAL(int, "linkat", int, const char *, int, const char *, int);
  REFUSED(moving("link", from, old, to, new, 1));
  return real(from, old, to, new, flags);
}
