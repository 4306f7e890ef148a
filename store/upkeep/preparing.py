"""Records and sources made ready to be written, without the store's lock and mostly without it.

All that costs time is done here: records are read as they are asked for, their rows, names, sounds
and words are made, and what is ready waits in a file without a name. Writing (`writing`) then gives
out ids, follows references and inserts.
"""

from __future__ import annotations

import gc
import hashlib
import json
import marshal
import sqlite3
from collections import deque
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from io import SEEK_END
from itertools import chain, count, islice, starmap
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Protocol, Self, runtime_checkable

from store.errors import ImportRefused
from store.lookup.index import indexed_names, sounds_of, words_of_name
from store.model import dates, properties
from store.model.mapping import record_to_mapping, source_to_mapping
from store.model.reading.other_fields import as_json
from store.model.records import Bilingual, Citation, Fact, Origin, Record, Relation, Source
from store.model.statements import differing
from store.search.index import indexed_text
from store.tables.connection import placeholders
from store.text import folding
from store.tuples import NamedTuple

if TYPE_CHECKING:
    from store.processes.second_process import SecondProcess

_BATCH: Final = 2_000
_MANY: Final = 5_000
_HELD_IN_MEMORY: Final = 8 * 1024 * 1024
_PLAIN_FORM: Final = 2
"""Of `marshal`: without looking for what is the same twice, which takes longer than writing it."""
DETAIL_TABLES: Final = {
    "zone": "zones",
    "agreement": "agreements",
    "actor": "actors",
    "consequence": "consequences",
}
_Columns = tuple[Any, ...]
_WordsOf = dict[str, tuple[str, ...]]


class Entry(NamedTuple):
    """A record to be written, where it came from, and whether it is one that we ship."""

    record: Record
    origin: Origin = Origin()
    shipped: bool = False


class SourceEntry(NamedTuple):
    """A source to be written, where it came from, and whether it is one that we ship."""

    source: Source
    origin: Origin = Origin()
    shipped: bool = False


@runtime_checkable
class InPieces(Protocol):
    """Records that can also be read in pieces, out of order, by whichever process has time."""

    def __iter__(self) -> Iterator[tuple[Record, Origin]]:
        """Read them one by one, from the first one on."""

    def pieces(self, most: int) -> Generator[object, None, None]:
        """What up to so many records are read from, which can be pickled."""

    def read(self, piece: Any) -> Iterator[tuple[Record, Origin]]:  # noqa: ANN401 — of `pieces`
        """Read a piece, and note nothing.

        Raises:
            ImportRefused: something in it is broken.
        """

    def passing(self, entries: Iterable[tuple[Record, Origin]]) -> Iterator[tuple[Record, Origin]]:
        """Note what was read in this process."""

    def read_elsewhere(self, count: int, other_fields: Sequence[str]) -> None:
        """Note what was read in another one: how many records, and fields of other programs."""


class Seed(NamedTuple):
    """What the store notes of a record or source that we ship, or shipped."""

    shipped: bool
    digest: str | None
    """None where the store had none to compare with when it was prepared."""


class PreparedSource(NamedTuple):
    """A source's rows without ids."""

    key: str
    seed: Seed
    columns: _Columns
    origin: _Columns
    sentences: tuple[tuple[int, int], ...]


Cited = tuple[tuple[str, str], ...]
"""Keys of sources, each with a locator."""
Places = tuple[tuple[str, tuple[str, ...]], ...]
"""Roles (`from`, `to`), each with the keys of zones."""


class Batch(NamedTuple):
    """Records that are written together, each key once.

    Rows are by table, as they are inserted, and a record's place in the batch stands in them where
    its id is to stand. All of it is plain, so that it passes between processes and waits in a file
    as it is: an object for each record, name and fact took longer than SQLite takes for its rows.
    """

    keys: list[str]
    seeds: list[tuple[bool, str | None]]
    """Of each key, as in a `Seed`."""
    files: dict[int, str]
    """Files in which records stood, where their row could not hold the name as it is."""
    records: list[_Columns]
    """Rows of `records` without id and seed."""
    parts: dict[str, list[tuple[Any, ...]]]
    """Rows by table of what hangs on a record, without ids of their own."""
    cited: list[tuple[int, str, Cited]]
    """What records cite themselves, and the field, for findings."""
    facts: list[tuple[int, str, _Columns, Cited, Places]]
    """The way to each, for findings (`evacuees[2]`), its row, and where it says people went."""
    relations: list[tuple[int, list[tuple[str, str, _Columns, Cited]]]]
    """Of each its predicate, the key of the record that it leads to, and the rest of its row."""
    names: list[tuple[Any, ...]]
    words: list[tuple[str, ...]]
    """Of each name."""
    texts: list[tuple[str, str, str, str]]
    """Of each record."""
    sounds: dict[str, tuple[str, str]]
    """Of words of their names, except for those in batches before."""
    words_of: _WordsOf
    """The words of names that records with these keys had in the store."""

    def only(self, wanted: Collection[str]) -> Batch:
        """The same of some of its keys."""
        at = {number: place for place, number in enumerate(
            number for number, key in enumerate(self.keys) if key in wanted)}  # fmt: skip

        def kept(each: Iterable[Any]) -> list[Any]:
            return [what for number, what in enumerate(each) if number in at]

        def moved(rows: Iterable[tuple[Any, ...]]) -> list[Any]:
            return [(at[row[0]], *row[1:]) for row in rows if row[0] in at]

        return Batch(
            kept(self.keys), kept(self.seeds), {at[n]: f for n, f in self.files.items() if n in at},
            kept(self.records), {table: moved(rows) for table, rows in self.parts.items()},
            moved(self.cited), moved(self.facts), moved(self.relations), moved(self.names),
            [its for its, name in zip(self.words, self.names, strict=True) if name[0] in at],
            kept(self.texts), self.sounds, self.words_of,
        )  # fmt: skip


class _Place(NamedTuple):
    start: int
    size: int
    words_size: int
    """Of what follows: `words_of`, which is not known where the rest is made."""


_NOWHERE: Final = _Place(0, 0, 0)


class Prepared:
    """What is ready to be written; a context manager that forgets it in the end."""

    def __init__(self) -> None:
        self.sources: list[PreparedSource] = []
        self._file = SpooledTemporaryFile(max_size=_HELD_IN_MEMORY)  # noqa: SIM115 — closed below
        self._places: list[_Place] = []
        """Where in the file each batch is."""
        self._held: tuple[int, Batch] | None = None
        """A batch that is not in the file, by its number."""
        self._keys: set[str] = set()
        self._replaces = False

    @property
    def are_many_and_new(self) -> bool:
        """Whether these are so many records, none there before or twice, that indexes can wait."""
        return len(self._keys) >= _MANY and not self._replaces

    @property
    def count(self) -> int:
        """How many records there are."""
        return len(self._keys)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._file.close()

    def expect(self) -> int:
        """Keep a batch its place behind those before, and return its number."""
        self._places.append(_NOWHERE)
        return len(self._places) - 1

    def has_any(self, keys: Iterable[str]) -> bool:
        """Whether a record with one of some keys is there."""
        return not self._keys.isdisjoint(keys)

    def add(self, batch: Batch, number: int | None = None) -> None:
        """Let a batch wait: the last one in memory, as most imports are of one.

        Args:
            batch: what is to wait.
            number: of a place that is kept for it, else it is behind those before.
        """
        number = self.expect() if number is None else number
        self._note(batch.keys, batch.words_of)
        if self._held:
            before, held = self._held
            self._keep(before, plain(held), held.words_of)
        self._held = number, batch

    def add_plain(
        self, number: int, keys: Collection[str], content: bytes, words_of: _WordsOf
    ) -> None:
        """Let a batch wait of which `plain` was made, in the place that is kept for it."""
        self._note(keys, words_of)
        self._keep(number, content, words_of)

    def _note(self, keys: Collection[str], words_of: _WordsOf) -> None:
        self._replaces |= bool(words_of) or self.has_any(keys)
        self._keys.update(keys)

    def _keep(self, number: int, content: bytes, words_of: _WordsOf) -> None:
        words = marshal.dumps(words_of, _PLAIN_FORM)
        self._file.seek(0, SEEK_END)
        self._places[number] = _Place(self._file.tell(), len(content), len(words))
        self._file.write(content)
        self._file.write(words)

    def batches(self) -> Iterator[Batch]:
        """The batches in their order."""
        held = dict([self._held] if self._held else [])
        for number, place in enumerate(self._places):
            if number in held:
                yield held[number]
            else:
                self._file.seek(place.start)
                content = self._file.read(place.size)
                words = self._file.read(place.words_size)
                held_here = (*marshal.loads(content), marshal.loads(words))  # noqa: S302 — ours
                yield Batch(*held_here)


def prepare(
    connection: sqlite3.Connection,
    records: Iterable[Entry],
    sources: Iterable[SourceEntry] = (),
) -> Prepared:
    """Make records and sources ready to be written; no transaction is needed.

    What is read from the store here only saves work later: whether it holds still when it is
    written does not matter.
    """
    with _Batches(connection) as batches:
        return batches.of(records, sources)


def prepare_in_pieces(
    connection: sqlite3.Connection,
    records: InPieces,
    sources: Iterable[SourceEntry] = (),
) -> Prepared:
    """Make records ready as `prepare` does, but have a second process also read many.

    Raises:
        ImportRefused: something in them is broken, as it is told where they are read in order.
    """
    sources = list(sources)
    with suppress(ImportRefused), _Batches(connection, records) as batches:
        return batches.of_pieces(sources)
    return prepare(connection, starmap(Entry, records), sources)


class _Batches:
    """Makes batches of records, of many together with a second process."""

    def __init__(self, connection: sqlite3.Connection, records: InPieces | None = None) -> None:
        self._connection = connection
        self._records = records
        self._prepared = Prepared()
        self._shipped = _shipped_keys(connection, "records")
        self._heard: set[str] = set()
        self._second: SecondProcess | None = None
        self._awaited: deque[int] = deque()
        """Numbers of the batches that the second process has."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._second:
            self._second.close()
        if kind:
            self._prepared.__exit__(kind, error, traceback)

    def of(self, records: Iterable[Entry], sources: Iterable[SourceEntry]) -> Prepared:
        """Make ready what is read one by one."""
        self._add_sources(sources)
        remaining = iter(records)
        so_far = 0
        while entries := list(islice(remaining, _BATCH)):
            if so_far < _MANY <= so_far + len(entries):
                self._share()
            so_far += len(entries)
            # Of two records with one key the last counts, here as across batches.
            self._add([*{entry.record.key: entry for entry in entries}.values()])
        return self._finished()

    def of_pieces(self, sources: Iterable[SourceEntry]) -> Prepared:
        """Make ready what can be read in pieces.

        Raises:
            ImportRefused: something is broken; what all is wrong, only reading in order tells.
        """
        if self._records is None:
            raise AssertionError
        self._add_sources(sources)
        with closing(self._records.pieces(_BATCH)) as pieces:
            first = list(islice(pieces, -(-_MANY // _BATCH)))
            if len(first) * _BATCH >= _MANY:
                self._share()
            for piece in chain(first, pieces):
                self._add(piece)
        return self._finished()

    def _add_sources(self, sources: Iterable[SourceEntry]) -> None:
        shipped = _shipped_keys(self._connection, "sources")
        self._prepared.sources += [_source(entry, shipped) for entry in sources]

    def _add(self, piece: object) -> None:
        number = self._prepared.expect()
        if self._second and self._second.has_room:
            self._second.give(piece)
            self._awaited.append(number)
        else:
            batch = self._batch(self._entries_of(piece, here=True))
            self._refuse_twice(batch.keys)
            batch = batch._replace(words_of=_words_of(self._connection, batch.keys))
            self._prepared.add(batch, number)
        if self._second:
            self._take(self._second.done())

    def _share(self) -> None:
        from store.processes import second_process  # which few records need not

        if second_process.can_share():
            with suppress(OSError):  # no room for one: this process does all
                self._second = second_process.SecondProcess(self._in_plain_form)

    def _finished(self) -> Prepared:
        if self._second:
            self._take(self._second.rest())
        return self._prepared

    def _take(self, results: Iterator[bytes]) -> None:
        for result in results:
            keys, other_fields, content = marshal.loads(result)  # noqa: S302 — ours
            self._refuse_twice(keys)
            if self._records:
                self._records.read_elsewhere(len(keys), other_fields)
            words_of = _words_of(self._connection, keys)
            self._prepared.add_plain(self._awaited.popleft(), keys, content, words_of)

    def _refuse_twice(self, keys: Collection[str]) -> None:
        """What is read in pieces has no key twice, else it is not known which is the last."""
        if self._records and self._prepared.has_any(keys):
            raise ImportRefused([])

    def _entries_of(self, piece: Any, *, here: bool = False) -> list[Entry]:  # noqa: ANN401
        if self._records is None:
            return list(piece)
        entries = self._records.read(piece)
        return list(starmap(Entry, self._records.passing(entries) if here else entries))

    def _batch(self, entries: Sequence[Entry]) -> Batch:
        # Each process knows which words it has heard in batches before: the first batch that a word
        # is in is the first with it of whoever made that batch.
        batch = _batch_of(entries, self._shipped)
        batch.sounds.update(sounds_of(batch.words, self._heard))
        self._heard.update(batch.sounds)
        return batch

    def _in_plain_form(self, piece: object) -> bytes:
        entries = self._entries_of(piece)
        other_fields = [name for entry in entries for name, _ in entry.record.other_fields]
        batch = self._batch(entries)
        return marshal.dumps((batch.keys, other_fields, plain(batch)), _PLAIN_FORM)


def digest(thing: Record | Source) -> str:
    """SHA-256 of a record or source, whatever the layout of the file it was read from."""
    mapping = record_to_mapping(thing) if isinstance(thing, Record) else source_to_mapping(thing)
    text = json.dumps(mapping, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def sort_name(name: str) -> str:
    """A name as lists are ordered by it: folded, without an Arabic article."""
    folded = folding.fold(name)
    return folded.removeprefix("ال") if len(folded) > 4 else folded


def sort_columns(record: Record) -> tuple[str, str, str]:
    """By what lists order a record: its names folded, and the beginning of its date."""
    english, arabic = (sort_name(record.name.prefer(language)) for language in ("en", "ar"))
    return english, arabic, dates.sort_key(properties.preferred_date(record))


def fact_columns(facts: Sequence[Fact]) -> list[tuple[int | None, int | None, int]]:
    """What is derived of facts: the years by which they are found, and whether they differ."""
    differ = differing(facts) if len(facts) > 1 else ()
    return [
        (*(properties.years(fact) or (None, None)), int(index in differ))
        for index, fact in enumerate(facts)
    ]


def parts_of(record: Record) -> int:
    """How many rows of other tables state something of a record (`examinations/parts.py`)."""
    return (
        sum(map(len, record.aliases))
        + len(record.external)
        + len(record.facts)
        + len(record.relations)
        + len(record.citations)
        + sum(len(fact.citations) + len(fact.about.places) for fact in record.facts)
        + sum(len(relation.citations) for relation in record.relations)
    )


def chunks(keys: Sequence[str], size: int = 500) -> Iterator[Sequence[str]]:
    """Keys in pieces that are not too many for one statement."""
    for start in range(0, len(keys), size):
        yield keys[start : start + size]


@contextmanager
def without_collecting_garbage() -> Iterator[None]:
    """Prepare and write many records quicker.

    Rows form no cycles, and looking for some among 100,000 records takes an eighth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def plain(batch: Batch) -> bytes:
    """A batch as it waits in a file, without `words_of`."""
    return marshal.dumps(tuple(batch[:-1]), _PLAIN_FORM)


# --- what the store has --------------------------------------------------------------------------


def _shipped_keys(connection: sqlite3.Connection, table: str) -> set[str]:
    rows = connection.execute(f"SELECT key FROM {table} WHERE seed_digest IS NOT NULL")
    return {key for (key,) in rows}


def _words_of(connection: sqlite3.Connection, keys: Sequence[str]) -> _WordsOf:
    """The words of names that records with some keys have in the store."""
    return {
        text: words_of_name(text)
        for some in chunks(keys)
        for (text,) in connection.execute(
            "SELECT DISTINCT text FROM names JOIN records ON records.id = names.record"
            f" WHERE key IN ({placeholders(some)})",
            some,
        )
    }


# --- rows ----------------------------------------------------------------------------------------


def _source(entry: SourceEntry, shipped: set[str]) -> PreparedSource:
    source = entry.source
    columns = (
        source.type or None, *source.title, source.publisher, source.relays, source.date,
        source.language, source.url, source.read or None, source.sha256, *source.note,
        len(source.sentences),
    )  # fmt: skip
    origin = (_storable(entry.origin.file), entry.origin.line, as_json(source.other_fields))
    return PreparedSource(
        source.key, _seed(source, entry, shipped), columns, origin, source.sentences
    )


def _batch_of(entries: Sequence[Entry], shipped: set[str]) -> Batch:
    """Rows of records, without how their words sound."""
    batch = Batch([], [], {}, [], {}, [], [], [], [], [], [], {}, {})
    for number, entry in enumerate(entries):
        record = entry.record
        batch.keys.append(record.key)
        batch.seeds.append((*_seed(record, entry, shipped),))
        batch.records.append(_record(batch, number, entry))
        batch.texts.append((*indexed_text(record),))
        for name in indexed_names(record):
            batch.names.append((number, *name.columns))
            batch.words.append(name.words)
        _add_parts(batch, number, record)
    return batch


def _record(batch: Batch, number: int, entry: Entry) -> _Columns:
    record, (file, line), _ = entry
    shown = _storable(file)
    if shown != file:
        batch.files[number] = file
    return (
        record.key, record.kind, record.collection, record.confidence or None, *record.name,
        *record.summary, *sort_columns(record), parts_of(record), shown, line,
        as_json(record.other_fields),
    )  # fmt: skip


def _add_parts(batch: Batch, number: int, record: Record) -> None:
    batch.parts.setdefault(DETAIL_TABLES[record.kind], []).append((number, *_details(record)))
    for pair in record.external:
        batch.parts.setdefault("external_ids", []).append((number, *pair))
    if record.citations:
        batch.cited.append((number, "cite", _cited(record.citations)))
    if record.facts:
        batch.facts.extend(_facts(number, record.facts))
    if record.relations:
        batch.relations.append((number, list(map(_relation, record.relations, count()))))


def _facts(
    number: int, facts: Sequence[Fact]
) -> Iterator[tuple[int, str, _Columns, Cited, Places]]:
    positions: dict[str, int] = {}
    for fact, (first_year, last_year, differs) in zip(facts, fact_columns(facts), strict=True):
        position = positions.get(fact.property, 0)
        positions[fact.property] = position + 1
        text = fact.value if isinstance(fact.value, Bilingual) else Bilingual()
        value = None if isinstance(fact.value, Bilingual) else fact.value
        about = fact.about
        columns = (
            fact.property, position, value, *text, *fact.note, about.of or None, about.when,
            about.state or None, differs, first_year, last_year,
        )  # fmt: skip
        places = (("from", about.origins), ("to", about.destinations)) if about.places else ()
        way = f"{fact.property}[{position + 1}]"
        yield number, way, columns, _cited(fact.citations), places


def _relation(relation: Relation, position: int) -> tuple[str, str, _Columns, Cited]:
    columns = (
        position, relation.since, relation.until, relation.as_of, *relation.note,
        int(relation.disputed),
    )  # fmt: skip
    return relation.predicate, relation.object, columns, _cited(relation.citations)


def _cited(citations: Iterable[Citation]) -> Cited:
    return tuple([(each.source, each.locator) for each in citations])


def _details(record: Record) -> _Columns:
    kind_type = record.type or None
    match record.kind:
        case "zone":
            return (kind_type, *(record.coordinates or (None, None)))
        case "consequence":
            return (kind_type, record.standing or None)
        case _:
            return (kind_type,)


def _seed(thing: Record | Source, entry: Entry | SourceEntry, shipped: set[str]) -> Seed:
    is_compared = entry.shipped or thing.key in shipped
    return Seed(entry.shipped, digest(thing) if is_compared else None)


def _storable(file: str) -> str:
    """A path as a text can hold it: bytes that are no UTF-8 as escapes."""
    if file.isascii():  # as most are
        return file
    return file.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
