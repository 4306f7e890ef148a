"""A folder of record files: seeds, exports and imports are all read here."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from store.disk.whole_folder import settle, settle_with_inner
from store.errors import Finding, Sentence
from store.files import front_matter, markdown
from store.files.file_kinds import SAMPLE, other_kind
from store.files.front_matter import FrontMatterError
from store.files.text_file import (
    LARGEST,
    UnreadableFileError,
    decoded,
    read_bytes,
    unified_lines,
    unreadable,
)
from store.model.records import Origin, Record, Source

SUFFIX: Final = ".md"
TEXTS: Final = "texts"
"""The folder of a vault in which the texts of sources are, where an export was asked for them."""
TEXT_KIND: Final = "text"
LARGEST_TEXT: Final = 8 * 1024 * 1024
"""Bytes of such a file: a text of another encoding may be longer in UTF-8."""
_NAMES_TEXT: Final = frozenset(f"kind: {quote}{TEXT_KIND}{quote}" for quote in ("", "'", '"'))
SUFFIXES: Final = (SUFFIX, ".markdown")
"""Endings of record files, in lower case; names are read in any case and written with the first."""


class Vault:
    """What was read from record files, and everything that is wrong in them."""

    __slots__ = ("findings", "not_read", "records", "sources", "texts")

    def __init__(
        self,
        records: Iterable[tuple[Record, Origin]] = (),
        sources: Iterable[tuple[Source, Origin]] = (),
    ) -> None:
        """Begin with what was read already, without findings."""
        self.records = list(records)
        self.sources = list(sources)
        self.findings: list[Finding] = []
        self.not_read: list[str] = []
        """Files that were passed over, as they are no record files."""
        self.texts: list[tuple[Path, str]] = []
        """Files of texts of sources, each with how it is named; whoever keeps texts reads them."""


def read_folder(folder: Path, shown_as: str | None = None) -> Vault:
    """Read every record file in a folder and the folders in it.

    Markdown files without a `kind` in their front matter (a README, a note), files of other
    kinds and links to folders are passed over, and named in `not_read`; hidden files and folders,
    such as Obsidian's, are not ours and are not named.

    Args:
        folder: the folder.
        shown_as: how origins and findings name it; as given when None.

    Returns:
        The records, sources and findings; a file with findings gives no record.

    Raises:
        WriteError: an export into it is under way, or was left half done and cannot be finished.
    """
    settle_with_inner(folder)
    vault = Vault()
    name = str(folder) if shown_as is None else shown_as
    for path in _files(folder, _add_unreadable(vault)):
        shown = f"{name}/{path.relative_to(folder).as_posix()}"
        if path.suffix.lower() in SUFFIXES and not os.path.isdir(path):  # noqa: PTH112 — pathlib's raises
            _read_into(vault, path, shown)
        else:
            vault.not_read.append(shown)
    _refuse_duplicates(vault)
    if not (vault.records or vault.sources or vault.texts or vault.findings):
        what = Sentence("no record file is in this folder")
        todo = Sentence("Name a folder of Markdown files with front matter that names a kind")
        vault.findings.append(Finding(name, 1, what, todo))
    return vault


def read_file(path: Path) -> Vault:
    """Read one record file; that it holds no record is a finding.

    Raises:
        WriteError: as of a folder, for the one around the file.
    """
    settle(path.parent)
    vault = Vault()
    _read_into(vault, path, str(path))
    if vault.not_read:
        what = Sentence("no record is here: front matter with a kind is missing")
        todo = Sentence("Begin the file as `show --markdown` does")
        vault.not_read.clear()
        vault.findings.append(Finding(str(path), 1, what, todo))
    return vault


def _files(folder: Path, unreadable: Callable[[OSError], None]) -> Iterator[Path]:
    """Files, and links to folders, which are not followed: they may lead out, or round."""
    for where, folders, files in os.walk(folder, onerror=unreadable):
        seen = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in seen if _is_link(f"{where}/{name}")]
        folders[:] = [name for name in seen if name not in links]
        yield from (Path(where, name) for name in links)
        yield from (Path(where, name) for name in sorted(files) if not name.startswith("."))


def _is_link(path: str) -> bool:
    return os.path.islink(path)  # noqa: PTH114 — pathlib's raises where permission is missing


def _add_unreadable(vault: Vault) -> Callable[[OSError], None]:
    def add(error: OSError) -> None:
        vault.findings.append(unreadable(error).in_file(str(error.filename)))

    return add


def _read_into(vault: Vault, path: Path, shown: str) -> None:
    try:
        data = read_bytes(path, LARGEST_TEXT if path.parent.name == TEXTS else LARGEST)
        if told := other_kind(data[:SAMPLE], path.suffix.lower()):
            vault.findings.append(Finding(shown, 1, *told))
            return
        text = unified_lines(decoded(data))
    except UnreadableFileError as error:
        vault.findings.append(error.in_file(shown))
        return
    if _is_text(text):
        vault.texts.append((path, shown))
        return
    reading = markdown.read(text)
    vault.findings += [problem.in_file(shown, problem.line) for problem in reading.problems]
    if reading.entry is None:
        if not reading.problems:
            vault.not_read.append(shown)
        return
    if reading.entry.key != unicodedata.normalize("NFC", path.stem):
        what = Sentence("key: {key} is not the file's name", key=reading.entry.key)
        todo = Sentence("Name the file {name}, or change the key", name=reading.entry.key + SUFFIX)
        vault.findings.append(Finding(shown, reading.line, what, todo))
    origin = Origin(shown, reading.line)
    if isinstance(reading.entry, Record):
        vault.records.append((reading.entry, origin))
    else:
        vault.sources.append((reading.entry, origin))


def _is_text(text: str) -> bool:
    """Whether a file is the text of a source."""
    if not text.startswith("---"):
        return False
    try:
        parts = front_matter.split(text)
    except FrontMatterError:
        return False  # told where record files are read
    return parts is not None and any(line.rstrip() in _NAMES_TEXT for line in parts[0].split("\n"))


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
