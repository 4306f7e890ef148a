"""A folder of record files: seeds, exports and imports are all read here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from store.disk.whole_folder import settle
from store.errors import Finding, Sentence
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

    Raises:
        WriteError: an export into it is under way, or was left half done and cannot be finished.
    """
    settle(folder)
    vault = Vault()
    name = str(folder) if shown_as is None else shown_as
    for path in _record_files(folder, _add_unreadable(vault)):
        _read_into(vault, path, f"{name}/{path.relative_to(folder).as_posix()}")
    _refuse_duplicates(vault)
    return vault


def read_file(path: Path) -> Vault:
    """Read one record file; that it holds no record is a finding.

    Raises:
        WriteError: as of a folder, for the one around the file.
    """
    settle(path.parent)
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
