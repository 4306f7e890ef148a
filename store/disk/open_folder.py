"""A folder held open: what is done in it stays in it, wherever its path or a link leads later."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final, Self

_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_OLD_FILE: Final = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
_NO_HARD_LINKS: Final = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
"""What file systems answer that know no hard links, or no more of them."""
_NO_SYNC: Final = {errno.EINVAL, errno.EOPNOTSUPP}
"""What file systems answer that cannot sync a folder."""


class OpenFolder:
    """The folder that a path or a name led to when it was opened, to be used with `with`.

    Names are of files and folders right in it, and are never followed where they are links. The
    errors that the methods raise are the system's, and name the whole path.
    """

    __slots__ = ("descriptor", "path")

    def __init__(self, path: str, descriptor: int) -> None:
        """Take over an open descriptor."""
        self.path = path
        """For messages only."""
        self.descriptor = descriptor

    @classmethod
    def at(cls, path: str) -> Self:
        """Open the folder at a path that the user gave, or masarat has: it may lead over links."""
        return cls(path, os.open(path or os.curdir, _FOLDER))

    def folder(self, name: str) -> OpenFolder:
        """Open a folder in it.

        Raises:
            OSError: `ELOOP` where a link is in its place, whatever it leads to.
        """
        with self._naming(name):
            try:
                opened = os.open(name, _FOLDER | os.O_NOFOLLOW, dir_fd=self.descriptor)
            except NotADirectoryError:
                status = self.status(name)
                if status and stat.S_ISLNK(status.st_mode):  # Linux does not tell them apart
                    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None
                raise
        return OpenFolder(os.path.join(self.path, name), opened)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.descriptor)

    def status(self, name: str) -> os.stat_result | None:
        """What is at a name; None where nothing is."""
        with self._naming(name):
            try:
                return os.stat(name, dir_fd=self.descriptor, follow_symlinks=False)
            except FileNotFoundError:
                return None

    def make_folder(self, name: str) -> bool:
        """Make a folder, and return whether there was nothing before."""
        with self._naming(name):
            try:
                os.mkdir(name, dir_fd=self.descriptor)
            except FileExistsError:
                return False
        return True

    def create(self, name: str, permissions: int = 0o666) -> int:
        """Make a new file where nothing may be, and return its descriptor.

        Args:
            name: of the file.
            permissions: less what the process's umask takes away.
        """
        with self._naming(name):
            return os.open(name, _NEW_FILE, permissions, dir_fd=self.descriptor)

    def write(self, name: str, content: bytes, *, like: str) -> None:
        """Write and sync a new file where nothing may be.

        Args:
            name: of the file.
            content: of the file.
            like: a file of whose permissions it is, or of the umask's where that is missing.
        """
        kept = self.permissions(like)
        descriptor = self.create(name, 0o666 if kept is None else 0o600)
        try:
            with self._naming(like):
                write_all(descriptor, content)
                if kept is not None:
                    os.fchmod(descriptor, kept)
        finally:
            os.close(descriptor)

    def open_file(self, name: str) -> int:
        """Open a file to read, and return its descriptor: never a link's, and never waiting."""
        with self._naming(name):
            return os.open(name, _OLD_FILE, dir_fd=self.descriptor)

    def permissions(self, name: str) -> int | None:
        """What one may do with a file, as one that takes its place should allow; None without."""
        status = self.status(name)
        return stat.S_IMODE(status.st_mode) & 0o777 if status and is_file(status) else None

    def rename(self, name: str, to: str) -> None:
        """Give a file another name, in place of the file or link that has it."""
        with self._naming(to):
            os.rename(name, to, src_dir_fd=self.descriptor, dst_dir_fd=self.descriptor)

    def rename_to_free(self, name: str, to: str) -> None:
        """Give a file another name, unless something else has that; may be done half and again.

        Raises:
            FileExistsError: something else has it.
        """
        here = self.descriptor
        with self._naming(to):
            old, new = self.status(name), self.status(to)
            if new and not (old and os.path.samestat(old, new)):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            try:
                if not new:
                    os.link(name, to, src_dir_fd=here, dst_dir_fd=here, follow_symlinks=False)
            except OSError as error:
                if error.errno not in _NO_HARD_LINKS:
                    raise
                os.rename(name, to, src_dir_fd=here, dst_dir_fd=here)
            else:
                os.unlink(name, dir_fd=here)

    def remove(self, name: str) -> None:
        """Remove a file, where it is."""
        with self._naming(name), suppress(FileNotFoundError):
            os.unlink(name, dir_fd=self.descriptor)

    def remove_empty_folder(self, name: str) -> None:
        """Remove a folder unless something is in it, or it is none."""
        with suppress(OSError):
            os.rmdir(name, dir_fd=self.descriptor)

    def sync(self) -> None:
        """Have the disk keep the names as they are now."""
        try:
            os.fsync(self.descriptor)
        except OSError as error:
            if error.errno not in _NO_SYNC:
                error.filename = self.path
                raise

    @contextmanager
    def _naming(self, name: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            error.filename, error.filename2 = os.path.join(self.path, name), None
            raise


def write_all(descriptor: int, content: bytes) -> None:
    """Write all of a text to an open file, and sync it."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)


def is_file(status: os.stat_result) -> bool:
    """Whether it is a regular file: no link, no folder, no device."""
    return stat.S_ISREG(status.st_mode)
