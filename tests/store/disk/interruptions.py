"""Programs that end, or are refused something, at any of their calls to the system."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CALLS = ("open", "write", "fsync", "mkdir", "rename", "link", "unlink", "rmdir", "fchmod")


class Killed(BaseException):
    """The program was killed: no call does anything any more, except that files are closed."""


class Calls:
    """Counts calls to the system; the one that is to fail fails, after half its work if it writes.

    Used as a context manager. A call is named `rename` or, with what it is about, `rename a b`.
    """

    def __init__(self, fails_at: int = 0, error: int = 0) -> None:
        """Let the call of a number fail.

        Args:
            fails_at: its number, from 1; none where 0.
            error: the system's number of the error; 0 kills the program instead.
        """
        self.made: list[str] = []
        self._fails_at = fails_at
        self._error = error
        self._patch = pytest.MonkeyPatch()

    def __enter__(self) -> Calls:
        for name in CALLS:
            self._patch.setattr(os, name, self._counted(name, getattr(os, name)))
        return self

    def __exit__(self, *_: object) -> None:
        self._patch.undo()

    @property
    def is_reached(self) -> bool:
        """Whether there were so many calls that the one failed."""
        return len(self.made) >= self._fails_at

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **keywords: Any) -> Any:
            is_over = self._fails_at and len(self.made) >= self._fails_at
            if is_over and not self._error:
                raise Killed
            names = [argument for argument in arguments if isinstance(argument, str)]
            self.made.append(" ".join([name, *names]))
            if len(self.made) == self._fails_at:
                if name == "write":
                    call(arguments[0], arguments[1][: len(arguments[1]) // 2])
                if not self._error:
                    raise Killed
                raise OSError(self._error, os.strerror(self._error), *names[:1])
            return call(*arguments, **keywords)

        return counted


def every_interruption(errors: tuple[int, ...] = (0, errno.ENOSPC, errno.EIO)) -> Iterator[Calls]:
    """For each error (0: killed) the interruptions at the first call, the second …, to the last."""
    for error in errors:
        number = 0
        while True:
            number += 1
            calls = Calls(number, error)
            yield calls
            if not calls.is_reached:
                break


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """Make files with a mask, whatever the machine has."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def files(folder: Path) -> dict[str, str]:
    """All files of a folder with their texts, hidden ones too; links as `-> where`."""
    return {
        path.relative_to(folder).as_posix(): f"-> {path.readlink()}"
        if path.is_symlink()
        else path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }
