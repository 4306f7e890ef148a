"""What is kept of a defect for whoever mends it: where in the code it showed, and nothing else.

A report holds no text of records and nothing of the user: no message of the exception, which may
quote what was read, no values of variables, no paths but those within packages.
"""

from __future__ import annotations

import linecache
import os
import platform
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import FrameType, TracebackType
from typing import Final

from store.disk.reasons import existing
from store.disk.whole_file import write_private
from store.errors import ExportError, WriteError
from store.expressions import expression
from store.paths import own_folder

_KEPT: Final = 10
"""Reports that are kept; the oldest make room."""
_NAME: Final = expression(r"defect-\d{8}T\d{6}-\d+(?:-\d)?\.txt")
_MOST_STEPS: Final = 60
"""Steps of a traceback that are written, the first and the last of them."""
_MOST_ERRORS: Final = 8
_PACKAGES: Final = ("masarat", "textual", "rich", "click")


def report_folder() -> Path:
    """Where reports are kept: beside the explorer's state.

    Raises:
        StoreError: the user has no home folder.
    """
    return Path(own_folder("state"))


def write_report(error: BaseException, folder: Path) -> Path:
    """Write down where an exception came from, in a new file for the user alone.

    Args:
        error: what nobody expected.
        folder: where reports are kept; it is made where it is not there.

    Returns:
        The path of the file.

    Raises:
        WriteError: it cannot be written.
    """
    content = "\n".join([*_about_the_program(), *_about(error), ""])
    for path in _names(folder):
        with suppress(ExportError):  # something has the name, be it a link
            write_private(path, content.encode(errors="backslashreplace"), overwrite=False)
            break
    _make_room(folder)
    return path


def _names(folder: Path) -> Iterator[Path]:
    stem = f"defect-{time.strftime('%Y%m%dT%H%M%S')}-{os.getpid()}"
    for suffix in ("", *(f"-{number}" for number in range(1, 10))):
        yield folder / f"{stem}{suffix}.txt"
    raise WriteError(existing([folder / f"{stem}.txt"]))


def _make_room(folder: Path) -> None:
    reports = sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name))
    for path in reports[:-_KEPT]:
        with suppress(OSError):
            path.unlink()


def _about_the_program() -> Iterator[str]:
    yield "masarat met a defect. This report holds no text of records."
    for package in _PACKAGES:
        with suppress(PackageNotFoundError):
            yield f"{package} {version(package)}"
    yield f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    yield f"{platform.system()} {platform.machine()}, TERM={_word(os.environ.get('TERM', ''))}"


def _about(error: BaseException) -> Iterator[str]:
    """The exception, and before it those from which it came."""
    chain = [error]
    while len(chain) < _MOST_ERRORS and (before := _cause(chain[-1])) and before not in chain:
        chain.append(before)
    for each in reversed(chain):
        yield ""
        yield f"{_kind(each)}, met in:"
        yield from _steps(each.__traceback__)
        for inner in getattr(each, "exceptions", ())[:_MOST_ERRORS]:
            yield f"  with {_kind(inner)}, met in:"
            yield from _steps(inner.__traceback__)


def _cause(error: BaseException) -> BaseException | None:
    if error.__cause__ is not None:
        return error.__cause__
    return None if error.__suppress_context__ else error.__context__


def _kind(error: BaseException) -> str:
    """The class, and the system's or SQLite's name for what failed: words of programs alone."""
    names = [f"{type(error).__module__}.{type(error).__qualname__}"]
    if isinstance(error, OSError) and error.errno:
        names.append(f"errno {error.errno}")
    if isinstance(error, sqlite3.Error):
        names.append(str(getattr(error, "sqlite_errorname", "")))
    return " ".join(name for name in names if name)


def _steps(traceback: TracebackType | None) -> list[str]:
    steps = []
    while traceback is not None:
        steps.append((traceback.tb_frame, traceback.tb_lineno))
        traceback = traceback.tb_next
    half = _MOST_STEPS // 2
    if len(steps) <= 2 * half:
        return [line for step in steps for line in _step(*step)]
    first, last = steps[:half], steps[-half:]
    lines = [line for step in first for line in _step(*step)]
    lines.append(f"  … {len(steps) - 2 * half} more …")
    return lines + [line for step in last for line in _step(*step)]


def _step(frame: FrameType, number: int) -> Iterator[str]:
    yield f"  {frame.f_globals.get('__name__', '?')}:{number} in {frame.f_code.co_name}"
    if code := linecache.getline(frame.f_code.co_filename, number).strip():
        yield f"    {code}"


def _word(text: str) -> str:
    return text if re.fullmatch(r"[\w.+-]{0,40}", text) else "?"
