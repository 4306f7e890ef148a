"""Bringing records and lexicons into a store, from any format that is registered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from pathlib import Path
from types import MappingProxyType
from typing import Final

from store.errors import Finding, ImportRefused, Sentence
from store.exchange.import_format import Entries
from store.exchange.import_formats import format_of
from store.files import vault
from store.files.json_lines import RecordLines
from store.files.vault import Vault
from store.model.records import Origin, Record, Source
from store.search import lexicon
from store.sqlite.locked_files import Opened
from store.store import Store
from store.texts.text_files import TextFile, read_text_file
from store.tuples import NamedTuple

Told = Callable[[int, float], None]
"""Is told how many records were read, and which share of all the work is done."""

_READING: Final = 0.5
"""The share of the work that is done when all is read; the rest is writing."""
_EVERY: Final = 100
"""Records between two tellings."""


class Imported(NamedTuple):
    """How much came into the store."""

    records: int
    sources: int
    meanings: int | None = None
    """Of a lexicon, those that are new; None where a file is none."""
    other_fields: Mapping[str, int] = MappingProxyType({})
    """Fields of other programs that are kept, by name, and in how many records and sources."""
    not_read: Sequence[str] = ()
    """Files of a folder that hold no record."""
    texts: int = 0
    """Of sources."""
    changed_texts: Sequence[str] = ()
    """Keys of the sources whose texts are not those that their files state the hash of."""


def import_path(store: Store, path: Path, told: Told | None = None) -> Imported:
    """Bring what a file or folder holds into the store, replacing records with the same keys.

    What a lexicon says is added to what search knows.

    Args:
        store: where to.
        path: in one of the formats of `store.exchange.import_formats`.
        told: is told how far it has come.

    Raises:
        ImportRefused: something in it is broken or leads nowhere; nothing is stored.
    """
    entries = format_of(path).read(path)
    if entries.lexicon:
        return Imported(0, 0, store.load_lexicon(entries.lexicon))
    progress = _Progress(path, told) if told else None
    records = _counted(entries.records, progress)
    texts = read_texts(entries.texts)
    _refuse_astray(store, texts, entries)
    store.put_many(
        records,
        entries.sources,
        texts.values(),
        written=(lambda count: progress.write(count, records.count)) if progress else None,
    )
    if not (records.count or entries.sources or texts):
        raise ImportRefused([_holds_nothing(path)])
    records.count_fields(source for source, _ in entries.sources)
    return Imported(
        records.count,
        len(entries.sources),
        other_fields=records.other_fields,
        not_read=entries.not_read,
        texts=len(texts),
        changed_texts=tuple(each.source for each in texts.values() if each.is_changed),
    )


def read_texts(files: Iterable[tuple[Path, str]]) -> dict[str, TextFile]:
    """Read files of texts of sources, by the names under which they are shown.

    Args:
        files: each with its name.

    Raises:
        ImportRefused: one is broken, or two are of the same source.
    """
    found: dict[str, TextFile] = {}
    first: dict[str, str] = {}
    findings: list[Finding] = []
    for path, shown in files:
        try:
            text = read_text_file(path, shown)
        except ImportRefused as refused:
            findings += refused.findings
            continue
        if text.source in first:
            what = Sentence("a text of {key} stands also in {file}", key=text.source,
                            file=first[text.source])  # fmt: skip
            findings.append(Finding(shown, 1, what, Sentence("Keep one of the two files")))
        first.setdefault(text.source, shown)
        found[shown] = text
    if findings:
        raise ImportRefused(findings)
    return found


def _refuse_astray(store: Store, texts: Mapping[str, TextFile], entries: Entries) -> None:
    """Refuse texts whose sources are neither here nor in the store."""
    coming = {source.key for source, _ in entries.sources}
    wanted = {text.source for text in texts.values()} - coming
    known = coming | {source.key for source in store.sources(wanted)}
    what = "there is no source {key}"
    todo = Sentence("Bring the source along, or correct the key")
    findings = [
        Finding(shown, 1, Sentence(what, key=text.source), todo)
        for shown, text in texts.items()
        if text.source not in known
    ]
    if findings:
        raise ImportRefused(findings)


def read_record_files(path: Path) -> Vault:
    """Read a file or folder without a store, in whichever format it is, with all that is wrong."""
    if path.is_dir():
        return _with_texts_read(vault.read_folder(path))
    found = Vault()
    try:
        entries = format_of(path).read(path)
        if entries.lexicon:
            lexicon.read(entries.lexicon)
        read_texts(entries.texts)
        found.sources += entries.sources
        for entry in entries.records:
            found.records.append(entry)
        if not (entries.lexicon or found.records or found.sources or entries.texts):
            found.findings.append(_holds_nothing(path))
    except ImportRefused as refused:
        found.findings += refused.findings
    return found


def _with_texts_read(found: Vault) -> Vault:
    """What was read from a folder, with what is wrong in its texts."""
    try:
        read_texts(found.texts)
    except ImportRefused as refused:
        found.findings += refused.findings
    return found


def _holds_nothing(path: Path) -> Finding:
    what = Sentence("no record is in this file")
    return Finding(str(path), 1, what, Sentence("Name a file that holds a record or a source"))


class _Progress:
    """Tells how many records are read, and as they are written."""

    def __init__(self, path: Path, told: Told) -> None:
        self._path = path
        self._tell = told
        self._lines = 0
        self._share = 0.0
        self._written = 0

    def read(self, count: int, passed: int, expected: int) -> None:
        """Tell how many records are read, after how many of the lines or records that are there."""
        self._lines = self._lines or expected or _lines_of(self._path)
        # What two processes read comes in no order, and is told of as never less than before.
        self._share = max(self._share, min(passed / max(self._lines, 1), 1))
        self._tell(count, _READING * self._share)

    def write(self, count: int, of: int) -> None:
        """Tell that so many more are written."""
        self._written += count
        self._tell(of, _READING + (1 - _READING) * self._written / max(of, 1))


def _lines_of(path: Path) -> int:
    """How many lines a file has; of a folder none."""
    if path.is_dir():
        return 0
    with Opened(str(path)) as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def _counted(entries: Iterable[tuple[Record, Origin]], progress: _Progress | None) -> _Counted:
    if isinstance(entries, RecordLines):
        return _CountedLines(entries, progress)
    return _Counted(entries, progress)


class _Counted:
    """Counts what passes, as a file of many records is never held whole."""

    def __init__(
        self, entries: Iterable[tuple[Record, Origin]], progress: _Progress | None
    ) -> None:
        self._entries = entries
        self._expected = len(entries) if isinstance(entries, Sized) else 0
        """How many there are to be; 0 where only reading them tells."""
        self._progress = progress
        self.count = 0
        self.other_fields: Counter[str] = Counter()

    def __iter__(self) -> Iterator[tuple[Record, Origin]]:
        self.count = 0
        self.other_fields.clear()
        yield from self.passing(self._entries)

    def passing(self, entries: Iterable[tuple[Record, Origin]]) -> Iterator[tuple[Record, Origin]]:
        """Count what passes."""
        for entry in entries:
            self.count += 1
            if entry[0].other_fields:
                self.count_fields(entry[:1])
            yield entry
            if self._progress and self.count % _EVERY == 0:
                passed = self.count if self._expected else entry[1].line
                self._progress.read(self.count, passed, self._expected)

    def count_fields(self, things: Iterable[Record | Source]) -> None:
        """Count the fields of other programs."""
        for thing in things:
            self.other_fields.update(name for name, _ in thing.other_fields)


class _CountedLines(_Counted):
    """Counts also what another process reads, of which not every record passes here."""

    def __init__(self, lines: RecordLines, progress: _Progress | None) -> None:
        super().__init__(lines, progress)
        self.pieces = lines.pieces
        self.read = lines.read

    def read_elsewhere(self, count: int, other_fields: Sequence[str]) -> None:
        """Count what another process has read."""
        self.count += count
        self.other_fields.update(other_fields)
        if self._progress:
            self._progress.read(self.count, self.count, 0)
