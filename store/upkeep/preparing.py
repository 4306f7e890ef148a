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
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from io import SEEK_END
from itertools import islice, starmap
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from store.lookup.index import IndexedName, indexed_names, sounds_of, words_of_name
from store.lookup.sounds import Skeleton
from store.model import dates, properties
from store.model.mapping import record_to_mapping, source_to_mapping
from store.model.reading.other_fields import as_json
from store.model.records import Bilingual, Citation, Fact, Origin, Record, Relation, Source
from store.model.statements import differing
from store.search.index import IndexedText, indexed_text
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
_Columns = tuple[object, ...]


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


class Cited(NamedTuple):
    """Citations of a record, or of a fact or relation of it."""

    field: str
    """Where they stand, for findings."""
    citations: tuple[tuple[str, str], ...]
    """Keys of sources, each with a locator."""


class PreparedFact(NamedTuple):
    """A fact's row without its ids."""

    columns: _Columns
    cited: Cited
    field: str = ""
    """The way to it, for findings: `evacuees[2]`."""
    places: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Keys of the zones from and to which it says that people went."""


class PreparedRelation(NamedTuple):
    """A relation's row without its ids."""

    predicate: str
    object: str
    """The key of the record that it leads to."""
    columns: _Columns
    cited: Cited


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


class PreparedRecord(NamedTuple):
    """A record's rows without ids, and all by which it is found."""

    key: str
    kind: str
    collection: str
    seed: Seed
    columns: _Columns
    """Of its row, from its confidence on."""
    origin: _Columns
    """Of its row, the last ones."""
    where: Origin
    details: _Columns
    external: tuple[_Columns, ...]
    cited: Cited
    facts: tuple[PreparedFact, ...]
    relations: tuple[PreparedRelation, ...]
    names: tuple[IndexedName, ...]
    text: IndexedText


class Batch(NamedTuple):
    """Records that are written together, each key once."""

    records: list[PreparedRecord]
    sounds: dict[str, Skeleton]
    """Of words of their names, except for those in batches before."""
    words_of: dict[str, tuple[str, ...]]
    """The words of names that records with these keys had in the store."""


class _Place(NamedTuple):
    start: int
    size: int


_NOWHERE: Final = _Place(0, 0)


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

    def expect(self, keys: Collection[str], words_of: Mapping[str, object]) -> int:
        """Keep a batch its place behind those before, and return its number.

        Args:
            keys: of its records.
            words_of: as in the batch.
        """
        self._replaces |= bool(words_of) or not self._keys.isdisjoint(keys)
        self._keys.update(keys)
        self._places.append(_NOWHERE)
        return len(self._places) - 1

    def add(self, batch: Batch, number: int | None = None) -> None:
        """Let a batch wait: the last one in memory, as most imports are of one.

        Args:
            batch: what is to wait.
            number: of a place that is kept for it, else it is behind those before.
        """
        if number is None:
            number = self.expect([record.key for record in batch.records], batch.words_of)
        if self._held:
            before, held = self._held
            self.add_plain(plain(held), before)
        self._held = number, batch

    def add_plain(self, content: bytes, number: int) -> None:
        """Let a batch wait of which `plain` was made, in the place that is kept for it."""
        self._file.seek(0, SEEK_END)
        self._places[number] = _Place(self._file.tell(), len(content))
        self._file.write(content)

    def batches(self) -> Iterator[Batch]:
        """The batches in their order."""
        held = dict([self._held] if self._held else [])
        for number, place in enumerate(self._places):
            if number in held:
                yield held[number]
            else:
                self._file.seek(place.start)
                yield _batch_of(marshal.loads(self._file.read(place.size)))  # noqa: S302 — ours


def prepare(
    connection: sqlite3.Connection,
    records: Iterable[Entry],
    sources: Iterable[SourceEntry] = (),
) -> Prepared:
    """Make records and sources ready to be written; no transaction is needed.

    What is read from the store here only saves work later: whether it holds still when it is
    written does not matter.
    """
    prepared = Prepared()
    try:
        shipped = _shipped_keys(connection, "sources")
        prepared.sources += [_source(entry, shipped) for entry in sources]
        with closing(_Batches(connection, prepared)) as batches:
            remaining = iter(records)
            while entries := list(islice(remaining, _BATCH)):
                batches.add(entries)
            batches.finish()
    except BaseException:
        prepared.__exit__(None, None, None)
        raise
    return prepared


class _Batches:
    """Makes batches of records, of many together with a second process."""

    def __init__(self, connection: sqlite3.Connection, prepared: Prepared) -> None:
        self._connection = connection
        self._prepared = prepared
        self._shipped = _shipped_keys(connection, "records")
        self._heard: set[str] = set()
        self._count = 0
        self._second: SecondProcess | None = None
        self._has_tried = False
        self._awaited: deque[int] = deque()
        """Numbers of the batches that the second process has."""

    def add(self, entries: Sequence[Entry]) -> None:
        # Of two records with one key the last counts, here as across batches.
        once = {entry.record.key: entry for entry in entries}
        words_of = _words_of(self._connection, list(once))
        number = self._prepared.expect(once, words_of)
        self._count += len(entries)
        if self._count >= _MANY and not self._has_tried:
            self._share()
        if self._second and self._second.has_room:
            self._second.give((list(once.values()), words_of))
            self._awaited.append(number)
        else:
            self._prepared.add(self._batch(list(once.values()), words_of), number)
        if self._second:
            self._take(self._second.done())

    def _share(self) -> None:
        from store.processes import second_process  # which few records need not

        self._has_tried = True
        if second_process.can_share():
            with suppress(OSError):  # no room for one: this process does all
                self._second = second_process.SecondProcess(self._in_plain_form)

    def finish(self) -> None:
        """Wait for what the second process has."""
        if self._second:
            self._take(self._second.rest())

    def close(self) -> None:
        if self._second:
            self._second.close()

    def _take(self, results: Iterator[bytes]) -> None:
        for content in results:
            self._prepared.add_plain(content, self._awaited.popleft())

    def _batch(self, entries: Sequence[Entry], words_of: dict[str, tuple[str, ...]]) -> Batch:
        records = [_record(entry, self._shipped) for entry in entries]
        # Each process knows which words it has heard in batches before: the first batch that a word
        # is in is the first with it of whoever made that batch.
        sounds = sounds_of((name for record in records for name in record.names), self._heard)
        self._heard.update(sounds)
        return Batch(records, sounds, words_of)

    def _in_plain_form(self, piece: tuple[list[Entry], dict[str, tuple[str, ...]]]) -> bytes:
        return plain(self._batch(*piece))


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


# --- batches that wait ---------------------------------------------------------------------------

# As plain tuples, which are written and read in a fourth of the time that named ones take.


def plain(batch: Batch) -> bytes:
    """A batch as it waits in a file."""
    sounds = {word: (*sound,) for word, sound in batch.sounds.items()}
    records = list(map(_plain_record, batch.records))
    return marshal.dumps((records, sounds, batch.words_of), _PLAIN_FORM)


def _plain_record(record: PreparedRecord) -> tuple[Any, ...]:
    return (
        record.key, record.kind, record.collection, (*record.seed,), record.columns, record.origin,
        (*record.where,), record.details, record.external, (*record.cited,),
        [(columns, (*cited,), field, places) for columns, cited, field, places in record.facts],
        [(how, end, columns, (*cited,)) for how, end, columns, cited in record.relations],
        [*map(tuple, record.names)], (*record.text,),
    )  # fmt: skip


def _batch_of(plain: tuple[Any, ...]) -> Batch:
    records, sounds, words_of = plain
    return Batch(
        list(map(_record_of, records)),
        {word: Skeleton(*sound) for word, sound in sounds.items()},
        words_of,
    )


def _record_of(plain: tuple[Any, ...]) -> PreparedRecord:
    (key, kind, collection, seed, columns, origin, where, details, external, cited, facts,
     relations, names, text) = plain  # fmt: skip
    return PreparedRecord(
        key, kind, collection, Seed(*seed), columns, origin, Origin(*where), details, external,
        Cited(*cited),
        tuple([PreparedFact(its, Cited(*by), way, places) for its, by, way, places in facts]),
        tuple([PreparedRelation(how, end, its, Cited(*by)) for how, end, its, by in relations]),
        tuple(starmap(IndexedName, names)), IndexedText(*text),
    )  # fmt: skip


# --- what the store has --------------------------------------------------------------------------


def _shipped_keys(connection: sqlite3.Connection, table: str) -> set[str]:
    rows = connection.execute(f"SELECT key FROM {table} WHERE seed_digest IS NOT NULL")
    return {key for (key,) in rows}


def _words_of(connection: sqlite3.Connection, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
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
    origin = (*_origin_columns(entry.origin), as_json(source.other_fields))
    return PreparedSource(
        source.key, _seed(source, entry, shipped), columns, origin, source.sentences
    )


def _record(entry: Entry, shipped: set[str]) -> PreparedRecord:
    record = entry.record
    return PreparedRecord(
        key=record.key,
        kind=record.kind,
        collection=record.collection,
        seed=_seed(record, entry, shipped),
        columns=(
            record.confidence or None, *record.name, *record.summary,
            *sort_columns(record), parts_of(record),
        ),
        origin=(*_origin_columns(entry.origin), as_json(record.other_fields)),
        where=entry.origin,
        details=_details(record),
        external=tuple(record.external),
        cited=_cited("cite", record.citations),
        facts=tuple(_facts(record.facts)),
        relations=tuple(map(_relation, record.relations, range(len(record.relations)))),
        names=tuple(indexed_names(record)),
        text=indexed_text(record),
    )  # fmt: skip


def _facts(facts: Sequence[Fact]) -> Iterator[PreparedFact]:
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
        yield PreparedFact(
            columns,
            _cited(fact.property, fact.citations),
            f"{fact.property}[{position + 1}]",
            (("from", about.origins), ("to", about.destinations)) if about.places else (),
        )


def _relation(relation: Relation, position: int) -> PreparedRelation:
    columns = (
        position, relation.since, relation.until, relation.as_of, *relation.note,
        int(relation.disputed),
    )  # fmt: skip
    cited = _cited(f"relations[{position + 1}].cite", relation.citations)
    return PreparedRelation(relation.predicate, relation.object, columns, cited)


def _cited(field: str, citations: Iterable[Citation]) -> Cited:
    return Cited(field, tuple((each.source, each.locator) for each in citations))


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


def _origin_columns(origin: Origin) -> tuple[str, int]:
    """Where it came from; bytes of a path that are no UTF-8, which no text can hold, as escapes."""
    path = origin.file.encode("utf-8", "surrogateescape")
    return path.decode("utf-8", "backslashreplace"), origin.line
