/* Stands before libsqlite3, loaded with LD_PRELOAD: an older version, or one without a module.

  SQLITE_IS        what it gives as its version, such as 3.36.0
  SQLITE_WITHOUT   the module that `PRAGMA module_list` does not name
*/
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

static void *real(const char *name) {
  return dlsym(dlopen("libsqlite3.so.0", RTLD_LAZY), name);
}

const char *sqlite3_libversion(void) {
  const char *given = getenv("SQLITE_IS");
  return given ? given : ((const char *(*)(void))real("sqlite3_libversion"))();
}

const unsigned char *sqlite3_column_text(void *statement, int column) {
  static const unsigned char *(*column_text)(void *, int);
  if (!column_text)
    column_text = (const unsigned char *(*)(void *, int))real("sqlite3_column_text");
  const unsigned char *text = column_text(statement, column);
  const char *without = getenv("SQLITE_WITHOUT");
  if (!text || !without || strcmp((const char *)text, without)) return text;
  return (const unsigned char *)"none";
}
