"""A folder of record files: seeds, exports and imports are all read and written here."""

from __future__ import annotations

import os
import secrets
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from store.errors import ExportError, Finding, Sentence
from store.files import markdown
from store.files.file_kinds import SAMPLE, other_kind
from store.files.text_file import (
    UnreadableFileError,
    decoded,
    read_bytes,
    unified_lines,
    unreadable,
)
from store.model.records import Origin, Record, Source

SUFFIX: Final = ".md"
SUFFIXES: Final = (SUFFIX, ".markdown")
"""Endings of record files, in lower case; names are read in any case and written with the first."""


class Vault:
    """What was read from record files, and everything that is wrong in them."""

    __slots__ = ("findings", "not_read", "records", "sources")

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


def read_folder(folder: Path, shown_as: str | None = None) -> Vault:
    """Read every record file in a folder and the folders in it.

    Markdown files without a `kind` in their front matter (a README, a note) and files of other
    kinds are passed over, and named in `not_read`; hidden files and folders, such as Obsidian's,
    are not ours and are not named.

    Args:
        folder: the folder.
        shown_as: how origins and findings name it; as given when None.

    Returns:
        The records, sources and findings; a file with findings gives no record.
    """
    vault = Vault()
    name = str(folder) if shown_as is None else shown_as
    for path in _files(folder, _add_unreadable(vault)):
        shown = f"{name}/{path.relative_to(folder).as_posix()}"
        if path.suffix.lower() in SUFFIXES:
            _read_into(vault, path, shown)
        else:
            vault.not_read.append(shown)
    _refuse_duplicates(vault)
    if not (vault.records or vault.sources or vault.findings):
        what = Sentence("no record file is in this folder")
        todo = Sentence("Name a folder of Markdown files with front matter that names a kind")
        vault.findings.append(Finding(name, 1, what, todo))
    return vault


def read_file(path: Path) -> Vault:
    """Read one record file; that it holds no record is a finding."""
    vault = Vault()
    _read_into(vault, path, str(path))
    if vault.not_read:
        what = Sentence("no record is here: front matter with a kind is missing")
        todo = Sentence("Begin the file as `show --markdown` does")
        vault.not_read.clear()
        vault.findings.append(Finding(str(path), 1, what, todo))
    return vault


def _files(folder: Path, unreadable: Callable[[OSError], None]) -> Iterator[Path]:
    for where, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(files) if not name.startswith("."))


def _add_unreadable(vault: Vault) -> Callable[[OSError], None]:
    def add(error: OSError) -> None:
        vault.findings.append(unreadable(error).in_file(str(error.filename)))

    return add


def _read_into(vault: Vault, path: Path, shown: str) -> None:
    try:
        data = read_bytes(path)
        if told := other_kind(data[:SAMPLE], path.suffix.lower()):
            vault.findings.append(Finding(shown, 1, *told))
            return
        text = unified_lines(decoded(data))
    except UnreadableFileError as error:
        vault.findings.append(error.in_file(shown))
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
        ExportError: a file exists and may not be replaced, or cannot be written.
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
        where = error.filename or folder
        sentence = "{where} cannot be written: {reason}; name another place."
        reason = error.strerror or str(error)
        raise ExportError(Sentence(sentence, where=where, reason=reason)) from error
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
    existing = [path for path in paths if os.path.lexists(path)]
    if existing:
        sentence = "{first} exists already; name another place, or overwrite (--overwrite)."
        if len(existing) > 1:
            sentence = (
                "{first} exists already, and {more} more; "
                "name another place, or overwrite (--overwrite)."
            )
        raise ExportError(Sentence(sentence, first=existing[0], more=len(existing) - 1))
