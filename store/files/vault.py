"""A folder of record files: seeds, exports and imports are all read and written here."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from store.disk.reasons import existing, not_written
from store.errors import ExportError, Finding, Sentence, WriteError
from store.files import markdown
from store.model.records import Origin, Record, Source

SUFFIX: Final = ".md"
_LARGEST: Final = 4 * 1024 * 1024


class Vault:
    """What was read from record files, and everything that is wrong in them."""

    __slots__ = ("findings", "records", "sources")

    def __init__(
        self,
        records: Iterable[tuple[Record, Origin]] = (),
        sources: Iterable[tuple[Source, Origin]] = (),
    ) -> None:
        """Begin with what was read already, without findings."""
        self.records = list(records)
        self.sources = list(sources)
        self.findings: list[Finding] = []


def read_folder(folder: Path, shown_as: str | None = None) -> Vault:
    """Read every record file in a folder and the folders in it.

    Markdown files without a `kind` in their front matter (a README, a note) are passed over, and so
    are hidden folders such as Obsidian's.

    Args:
        folder: the folder.
        shown_as: how origins and findings name it; as given when None.

    Returns:
        The records, sources and findings; a file with findings gives no record.
    """
    vault = Vault()
    name = str(folder) if shown_as is None else shown_as
    for path in _record_files(folder, _add_unreadable(vault)):
        _read_into(vault, path, f"{name}/{path.relative_to(folder).as_posix()}")
    _refuse_duplicates(vault)
    return vault


def read_file(path: Path) -> Vault:
    """Read one record file; that it holds no record is a finding."""
    vault = Vault()
    _read_into(vault, path, str(path))
    if not (vault.records or vault.sources or vault.findings):
        what = Sentence("no record is here: front matter with a kind is missing")
        vault.findings.append(
            Finding(str(path), 1, what, Sentence("Begin the file as `show --markdown` does"))
        )
    return vault


def _record_files(folder: Path, unreadable: Callable[[OSError], None]) -> Iterator[Path]:
    for where, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(SUFFIX) and not name.startswith("."):
                yield Path(where, name)


def _add_unreadable(vault: Vault) -> Callable[[OSError], None]:
    def add(error: OSError) -> None:
        vault.findings.append(unreadable(str(error.filename), error))

    return add


def unreadable(file: str, error: OSError) -> Finding:
    """Say that a file or folder cannot be read, and why."""
    what = Sentence("this cannot be read: {reason}", reason=error.strerror or error)
    return Finding(file, 1, what, Sentence("Name a file or folder that is there and may be read"))


def _read_into(vault: Vault, path: Path, shown: str) -> None:
    text = read_text(path, shown)
    if isinstance(text, Finding):
        vault.findings.append(text)
        return
    reading = markdown.read(text)
    vault.findings += [problem.in_file(shown, problem.line) for problem in reading.problems]
    if reading.entry is None:
        return
    if reading.entry.key != path.stem:
        what = Sentence("key: {key} is not the file's name", key=reading.entry.key)
        todo = Sentence("Name the file {name}, or change the key", name=reading.entry.key + SUFFIX)
        vault.findings.append(Finding(shown, reading.line, what, todo))
    origin = Origin(shown, reading.line)
    if isinstance(reading.entry, Record):
        vault.records.append((reading.entry, origin))
    else:
        vault.sources.append((reading.entry, origin))


def read_text(path: Path, shown: str) -> str | Finding:
    """Read a text file: UTF-8, perhaps with a byte order mark, lines ended by LF or CR LF."""
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            what = Sentence("a file of {size} bytes is too long", size=f"{size:,}")
            todo = Sentence("At most {most} bytes are read; shorten it", most=f"{_LARGEST:,}")
            return Finding(shown, 1, what, todo)
        data = path.read_bytes()
    except OSError as error:
        return unreadable(shown, error)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return Finding(shown, data.count(b"\n", 0, error.start) + 1, *NOT_UTF_8)


NOT_UTF_8: Final = (
    Sentence("this line is not UTF-8"),
    Sentence("Save the file as UTF-8, then try again"),
)


def _refuse_duplicates(vault: Vault) -> None:
    for entries in (vault.records, vault.sources):
        first: dict[str, Origin] = {}
        for entry, origin in entries:
            if entry.key in first:
                what = Sentence(
                    "key: {key} stands also in {file}", key=entry.key, file=first[entry.key].file
                )
                todo = Sentence("Keep one of the two files, or give one another key")
                vault.findings.append(Finding(origin.file, origin.line, what, todo))
            first.setdefault(entry.key, origin)


# --- writing -------------------------------------------------------------------------------------


def write_files(
    folder: Path, names: Sequence[str], texts: Iterable[str], *, overwrite: bool
) -> None:
    """Write files into a folder, all of them or none.

    Args:
        folder: made where it is missing.
        names: the path of each in the folder, with `/`.
        texts: the text of each, in the same order; they may be made as they are asked for.
        overwrite: whether files that exist may be replaced.

    Raises:
        ExportError: a file exists and may not be replaced.
        WriteError: a file cannot be written.
    """
    targets = [folder / name for name in names]
    if not overwrite:
        _refuse_existing(targets)
    waiting: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for target, text in zip(targets, texts, strict=True):
            made += _make_folder(target.parent)
            beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
            waiting.append((beside, target))
            beside.write_text(text, encoding="utf-8", newline="\n")
        # Only when all are written is any of them put in its place.
        for beside, target in waiting:
            beside.replace(target)
    except OSError as error:
        raise WriteError(not_written(error.filename or folder, error)) from error
    finally:
        _tidy_up([beside for beside, _ in waiting], made)


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder with those above it, and return the new ones, the innermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _tidy_up(files: list[Path], folders: list[Path]) -> None:
    """Remove temporary files that are left, and new folders that stayed empty."""
    for file in files:
        with suppress(OSError):
            file.unlink()
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def _refuse_existing(paths: list[Path]) -> None:
    found = [path for path in paths if os.path.lexists(path)]
    if found:
        raise ExportError(existing(found))
