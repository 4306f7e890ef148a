"""A log of what the program did and how long it took, for whoever looks for a fault.

It holds no text of records and nothing that was typed into a field: a line is a word of ours with
numbers, names of keys, commands and classes. `MASARAT_LOG=FILE` asks for it, or `--debug`, which
writes it beside the explorer's state. It is the user's alone, and short: the older half makes room.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from store.disk.private_folder import private_folder
from store.disk.reasons import not_written
from store.errors import Sentence, WriteError
from store.expressions import expression
from store.paths import own_folder

_TITLE: Final = b"masarat's log; it holds no text of records\n"
_LARGEST: Final = 512 * 1024
"""Bytes; as many stand in the file of what was before, `FILE.1`."""
_SAFE: Final = expression(r"[A-Za-z0-9_.:+-]{1,80}|\w")
_MOST_STEPS: Final = 20
_NOWHERE: Final = -1
"""No file has this number."""


class Log:
    """An open file of lines."""

    def __init__(self, path: Path) -> None:
        """Open a log, or make one.

        Args:
            path: of the file; what is there has to be such a log.

        Raises:
            WriteError: it cannot be written, or is something else.
        """
        self.path = path
        self._began = time.perf_counter()
        try:
            private_folder(path.parent)
            self._descriptor = _opened(path)
        except OSError as error:
            raise WriteError(not_written(path, error)) from error
        self.write("start", at=time.strftime("%Y-%m-%dT%H.%M.%S"))

    def write(self, event: str, **facts: object) -> None:
        """Write a line; one that cannot be written is left out.

        Args:
            event: a word of ours.
            facts: numbers, and words of programs; any other text is left out.
        """
        passed = (time.perf_counter() - self._began) * 1000
        told = "".join(f" {name}={_safe(value)}" for name, value in facts.items())
        with suppress(OSError, WriteError):
            os.write(self._descriptor, f"{passed:12.1f} {event}{told}\n".encode())
            if os.fstat(self._descriptor).st_size > _LARGEST:
                self._make_room()

    def _make_room(self) -> None:
        self.path.replace(f"{self.path}.1")
        # Where no new file can be begun lines go nowhere, and never to who has the number then.
        before, self._descriptor = self._descriptor, _NOWHERE
        os.close(before)
        self._descriptor = _opened(self.path)

    def close(self) -> None:
        """Write no more."""
        if self._descriptor != _NOWHERE:
            os.close(self._descriptor)


def _opened(path: Path) -> int:
    """A file to which lines are added, with its title in it."""
    how = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    descriptor = os.open(path, how, 0o600)
    try:
        _see_that_it_is_ours(descriptor, path)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _see_that_it_is_ours(descriptor: int, path: Path) -> None:
    is_file = stat.S_ISREG(os.fstat(descriptor).st_mode)
    begins = os.pread(descriptor, len(_TITLE), 0) if is_file else b"?"
    if not _TITLE.startswith(begins):  # a full disk may have cut it off
        raise WriteError(Sentence("{path} is no log of masarat; name another file", path=str(path)))
    os.fchmod(descriptor, 0o600)
    if rest := _TITLE[len(begins) :]:
        os.write(descriptor, rest)


def _safe(value: object) -> str:
    if isinstance(value, bool | int):
        return str(value)
    if isinstance(value, float):
        return f"{value:.1f}"
    return value if isinstance(value, str) and _SAFE.fullmatch(value) else "?"


_log: Log | None = None


def begin_log(*, wanted: bool) -> Path | None:
    """Begin to log where that is asked for.

    Args:
        wanted: by the command line; `MASARAT_LOG` names the file, and asks for it too.

    Returns:
        The path of the log, None where there is none.

    Raises:
        WriteError: it cannot be written.
    """
    global _log  # noqa: PLW0603 - one program, one log
    named = os.environ.get("MASARAT_LOG")
    if _log is None and (named or wanted):
        _log = Log(Path(named) if named else _own_path())
    return _log.path if _log else None


def _own_path() -> Path:
    return Path(own_folder("state")) / "masarat.log"


@contextmanager
def closing_log() -> Iterator[None]:
    """Log what leads out of it, and no more then."""
    global _log
    try:
        yield
    except Exception as error:
        log_error(error)
        raise
    finally:
        log("end")
        open_log, _log = _log, None
        if open_log:
            open_log.close()


def is_logging() -> bool:
    """Whether lines are written."""
    return _log is not None


def log(event: str, **facts: object) -> None:
    """Write a line, where there is a log; see `Log.write`."""
    if _log is not None:
        _log.write(event, **facts)


def log_error(error: BaseException) -> None:
    """Write down where an exception came from: its class and places in the code, no values."""
    if _log is None:
        return
    log("error", kind=f"{type(error).__module__}.{type(error).__qualname__}")
    steps: list[str] = []
    traceback = error.__traceback__
    while traceback is not None:
        module = traceback.tb_frame.f_globals.get("__name__", "?")
        steps.append(f"{module}:{traceback.tb_lineno}")
        traceback = traceback.tb_next
    for step in steps[-_MOST_STEPS:]:
        log("step", at=step)
