"""The store: the one interface through which everything else reads and writes records."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import starmap
from types import TracebackType

from store.errors import Sentence, StoreError
from store.model.records import (
    Fact,
    Movement,
    Order,
    Origin,
    Record,
    Related,
    Row,
    Source,
    Statistics,
)
from store.model.vocabulary import KINDS, Kind, Language
from store.paths import COLLECTION_FILE, SEEDS_FOLDER, default_store
from store.sourced import SourcedStore
from store.sqlite.connection import Patience, StoreConnection
from store.sqlite.explanations import EXPLANATIONS, explained, is_for_want_of_room
from store.sqlite.read_only import FULL
from store.tables.batches import fetch, in_batches
from store.tables.cited_sources import cited_sources, citing, read_sources
from store.tables.connection import transaction
from store.tables.list_rows import Rows, rows_by_id
from store.tables.related_records import (
    movements,
    naming_places,
    places_named,
    related_records,
)
from store.tables.soundness import sound_keys
from store.tables.whole_records import (
    every_record,
    read_record,
    read_records,
    record_id,
    record_ids,
)
from store.typed import TYPE_CHECKING, Literal, Self
from store.upkeep import seeding
from store.upkeep.database import MEMORY, connect, file_identity, refuse_other_model

if TYPE_CHECKING:
    from pathlib import Path

    from store.backups.backup import Backup
    from store.errors import DamagedRowError, UnknownKeyError
    from store.examination.examination import Damage
    from store.maps.mapped import Mapped
    from store.overview import Overview
    from store.texts.held import HeldText
    from store.texts.text_files import TextFile
    from store.timelines.dated import Dated
    from store.timelines.lanes import Grouping, Lane

__all__ = ["Order", "Rows", "Store"]


class Store(SourcedStore):
    """Records, their relations and sources in one SQLite file; a context manager.

    Every method raises `StoreError` when the file turns out to be locked or damaged.
    """

    def __init__(
        self,
        path: Path | str | None = None,
        seeds: Path | str | None = SEEDS_FOLDER,
        *,
        patience: Patience | None = None,
        for_reading: bool = False,
        at_a_glance: bool = False,
    ) -> None:
        """Open the store at `path` (see `store.open`) and fill it from the records in `seeds`.

        Args:
            path: a file, `:memory:`, or None for the user's own store.
            seeds: the folder of the shipped records, or None for a store without them.
            patience: how long to wait for other programs that write, and whom to tell of it.
            for_reading: whether to look into a file for a moment, writing nothing to or beside it.
            at_a_glance: whether a shipped record that was written over in its place may be seen by
                a later start; what came or went is seen by each.
        """
        self.path = str(path) if path is not None else default_store()
        self.is_new = self.path != MEMORY and not os.path.lexists(self.path)
        """Whether it was made by being opened."""
        shipped = COLLECTION_FILE if str(seeds) == SEEDS_FOLDER else None
        self._connection: StoreConnection = connect(
            self.path, shipped, patience, for_reading=for_reading
        )
        told = (self._connection.notice, self._connection.damage)
        self.notices: tuple[str, ...] = tuple(filter(None, told))
        """What the user should be told after opening, in sentences."""
        self.damaged: dict[str, DamagedRowError] = {}
        self._file = file_identity(self.path)
        self._looked_at = 0
        try:
            if not self._connection.read_only:
                with explained(self.path):
                    self._refresh(seeds, at_a_glance=at_a_glance)
        except BaseException:
            self.close()
            raise
        if self._connection.read_only:
            self.notices = (self._connection.read_only, *filter(None, told[1:]))

    def _refresh(self, seeds: Path | str | None, *, at_a_glance: bool) -> None:
        """Bring what is shipped up to date; where there is no room, the store is read as it is."""
        try:
            self.notices += seeding.refresh(self._connection, seeds, at_a_glance=at_a_glance)
        except sqlite3.Error as error:
            if not (self._is_filled() and is_for_want_of_room(self.path, error)):
                raise
            self._connection.only_read(Sentence(FULL, path=self.path), "SQLITE_FULL")

    def _is_filled(self) -> bool:
        return bool(self._connection.execute("SELECT 1 FROM kinds LIMIT 1").fetchone())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the store cannot be used any more."""
        self._connection.close()

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be stored, as the file is protected; one of `notices` says so."""
        return self._connection.read_only is not None

    @property
    def patience(self) -> Patience:
        """How long writing waits for other programs that write."""
        return self._connection.patience

    @patience.setter
    def patience(self, patience: Patience) -> None:
        self._connection.patience = patience

    def data_version(self) -> int:
        """A number that is another once someone else has changed the store; cheap to ask.

        What this `Store` writes itself does not change it.

        Raises:
            StoreError: another file stands in its place or none, or a newer masarat has changed
                its model.
        """
        with explained(self.path):
            self._refuse_moved()
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            if version != self._looked_at:
                refuse_other_model(self._connection, self.path)
                self._looked_at = version
        return int(version)

    def _refuse_moved(self) -> None:
        """See that the file is still where it was, as SQLite goes on with one that is not."""
        if self.is_read_only or (now := file_identity(self.path)) == self._file:
            return
        told = EXPLANATIONS["REPLACED" if now else "SQLITE_READONLY_DBMOVED"]
        raise StoreError(Sentence(told, path=self.path))

    # --- one record ------------------------------------------------------------------------------

    def get(self, key: str) -> Record:
        """The record with that key.

        Raises:
            UnknownKeyError: there is none; the sentence names the nearest keys.
        """
        with explained(self.path):
            return read_record(self._connection, self._id(key))

    def entry(self, key: str) -> Record | Source:
        """The record with that key, or the source where no record has it.

        Raises:
            UnknownKeyError: neither has; the sentence names the nearest keys of records.
        """
        with explained(self.path):
            number = record_id(self._connection, key)
            if number is not None:
                return read_record(self._connection, number)
        return self._source(key, "entries")

    def row(self, key: str) -> Row:
        """What a list shows of the record with that key.

        Raises:
            UnknownKeyError: there is none.
        """
        with explained(self.path):
            number = self._id(key)
            for row in rows_by_id(self._connection, [number]).values():
                return row
            raise self._unknown(key, "records")

    def related(self, key: str) -> list[Related]:
        """The record's relations in both directions, by predicate in the vocabulary's order.

        Raises:
            UnknownKeyError: there is no such record.
        """
        with explained(self.path):
            number = self._id(key)
            return related_records(self._connection, [number], self._note)[number]

    def movements(self, key: str) -> list[Movement]:
        """Who left a zone and who came there, as other records say, in order of time.

        Raises:
            UnknownKeyError: there is no such record.
        """
        with explained(self.path):
            number = self._id(key)
            return movements(self._connection, [number], self._note)[number]

    def origin(self, key: str) -> Origin:
        """The file and line from which a record or source was read, empty where unknown."""
        from store.tables import origins  # few ask for them

        with explained(self.path):
            return origins.read_origin(self._connection, key)

    # --- many records ----------------------------------------------------------------------------
    #
    # What is read of many records takes a fixed number of statements a batch of them, and holds no
    # more than a batch in memory.

    def records(
        self, kind: Kind | None = None, *, order: Order = "name", language: Language = "en"
    ) -> Rows:
        """All records, or those of one kind, as a sequence that reads what it is asked for.

        Args:
            kind: one kind, or None for all.
            order: by name, date, number of relations, or the newest first.
            language: whose names order the list.
        """
        with explained(self.path):
            return Rows(self._connection, kind, order, language, path=self.path, report=self._note)

    def every_key(self, kind: Kind | None = None) -> list[str]:
        """The keys of all records, or of those of one kind: kind by kind, by English name."""
        with explained(self.path):
            found = (
                key
                for each in ([kind] if kind else KINDS)
                for (key,) in fetch(
                    self._connection,
                    "SELECT key FROM records WHERE kind = ? ORDER BY sort_en, id",
                    (each,),
                )
            )
            return list(sound_keys(found, self._note))

    def rows(self, keys: Iterable[str], *, missing_ok: bool = True) -> list[Row]:
        """What a list shows of records, each once, in the order of the keys.

        Args:
            keys: of the records.
            missing_ok: whether a key that no record has is left out.

        Raises:
            UnknownKeyError: a key names no record, and that is not `missing_ok`.
        """
        found = []
        for batch in in_batches(dict.fromkeys(keys)):
            with explained(self.path):
                ids = record_ids(self._connection, batch) if missing_ok else self._ids(batch)
                rows = rows_by_id(self._connection, ids.values(), self._note)
            found += [rows[number] for number in ids.values() if number in rows]
        return found

    def get_many(self, keys: Iterable[str]) -> Iterator[Record]:
        """Whole records, in the order of the keys; damaged ones are left out, see `damaged`.

        Raises:
            UnknownKeyError: a key names no record; raised when its turn comes.
        """
        for batch in in_batches(keys):
            with explained(self.path):
                ids = self._ids(batch)
                found = dict(read_records(self._connection, ids.values(), report=self._note))
            yield from (found[ids[key]] for key in batch if ids[key] in found)

    def related_many(self, keys: Iterable[str]) -> Iterator[list[Related]]:
        """The relations of records, see `related`, in the order of the keys.

        Raises:
            UnknownKeyError: a key names no record; raised when its turn comes.
        """
        for batch in in_batches(keys):
            with explained(self.path):
                ids = self._ids(batch)
                found = related_records(self._connection, ids.values(), self._note)
            yield from (found[ids[key]] for key in batch)

    def movements_many(self, keys: Iterable[str]) -> Iterator[list[Movement]]:
        """Who left zones and who came there, see `movements`, in the order of the keys.

        Raises:
            UnknownKeyError: a key names no record; raised when its turn comes.
        """
        for batch in in_batches(keys):
            with explained(self.path):
                ids = self._ids(batch)
                found = movements(self._connection, ids.values(), self._note)
            yield from (found[ids[key]] for key in batch)

    def facts_with_places(self, keys: Iterable[str]) -> dict[str, tuple[Fact, ...]]:
        """The facts that name zones, of those of some records that have any."""
        found: dict[str, tuple[Fact, ...]] = {}
        for batch in in_batches(keys):
            with explained(self.path):
                ids = naming_places(self._connection, record_ids(self._connection, batch).values())
                for _, record in read_records(self._connection, ids, report=self._note):
                    found[record.key] = tuple(fact for fact in record.facts if fact.about.places)
        return found

    def places_of(self, keys: Iterable[str]) -> dict[str, Row]:
        """What lists show of the zones that facts of records name, or that are named with them.

        Raises:
            UnknownKeyError: a key names no record.
        """
        named: dict[str, Row] = {}
        for batch in in_batches(keys):
            with explained(self.path):
                ids = self._ids(batch)
                named |= places_named(self._connection, ids.values(), self._note)
        return named

    def every_record(self) -> Iterator[Record]:
        """All records whole, in the order of their keys; damaged ones are left out."""
        with explained(self.path):
            for _, record in every_record(self._connection, self._note):
                yield record

    def every_record_with_origin(self) -> Iterator[tuple[Record, Origin]]:
        """All records in the order of their keys, each with where it was read from."""
        from store.tables import origins  # few ask for them

        with explained(self.path):
            for batch in in_batches(every_record(self._connection, self._note)):
                found = origins.record_origins(self._connection, [number for number, _ in batch])
                yield from ((record, found.get(number, Origin())) for number, record in batch)

    def counts(self) -> dict[Kind, int]:
        """How many records there are of each kind."""
        with explained(self.path):
            found = dict(
                self._connection.execute("SELECT kind, count(*) FROM records GROUP BY kind")
            )
        return {kind: found.get(kind, 0) for kind in KINDS}

    def statistics(self) -> Statistics:
        """How much the store holds."""
        with explained(self.path):
            relations, citations, sources = (
                self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("relations", "citations", "sources")
            )
        return Statistics(self.counts(), relations, citations, sources)

    def overview(self) -> Overview:
        """What the store holds at a glance: what it is about, how much, and what stands out."""
        from store.overview import overview  # few starts show it

        with explained(self.path):
            return overview(self._connection, self._note)

    def dated(self, keys: Iterable[str]) -> Dated:
        """All that is dated of some records, for a timeline; a key that no record has is left out.

        Args:
            keys: of the records.
        """
        from store.timelines.dated import dated  # few ask for a timeline

        with explained(self.path):
            return dated(self._connection, self._ids_there(keys), self._note)

    def sources_of_dates(self, keys: Iterable[str]) -> list[Source]:
        """The sources that records cite for what is dated of them, by their keys."""
        from store.timelines.dated import sources_of_dates

        with explained(self.path):
            return sources_of_dates(self._connection, self._ids_there(keys), self._note)

    def lanes(self, keys: Iterable[str], grouping: Grouping) -> list[Lane]:
        """Put records into lanes of a timeline, the fullest first; one may be in several.

        Args:
            keys: of the records; one that no record has is left out.
            grouping: by what.
        """
        from store.timelines.lanes import lanes

        with explained(self.path):
            return lanes(self._connection, self._keys_there(keys), grouping, self._note)

    def mapped(self, keys: Iterable[str], *, with_citations: bool = True) -> Mapped:
        """What a map shows of some records; a key that no record has is left out.

        Args:
            keys: of the records; those that are zones become marks themselves.
            with_citations: of the movements; to draw them nobody needs these.
        """
        from store.maps.mapped import mapped  # few ask for a map

        with explained(self.path):
            ids = self._ids_there(keys)
            return mapped(self._connection, ids, self._note, with_citations=with_citations)

    def sources_of_map(self, keys: Iterable[str]) -> list[Source]:
        """The sources that are cited for what a map shows of some records, by their keys."""
        from store.maps.mapped import sources_of_map

        with explained(self.path):
            return sources_of_map(self._connection, self._ids_there(keys), self._note)

    # --- sources ---------------------------------------------------------------------------------

    def source(self, key: str) -> Source:
        """The source with that key.

        Raises:
            UnknownKeyError: there is none.
        """
        return self._source(key, "sources")

    def sources(self, keys: Iterable[str] | None = None) -> list[Source]:
        """All sources, or those that have one of the keys, in the order of their keys."""
        with explained(self.path):
            return read_sources(self._connection, keys, report=self._note)

    def sources_with_origin(self) -> list[tuple[Source, Origin]]:
        """All sources in the order of their keys, each with where it was read from."""
        from store.tables import origins  # few ask for them

        with explained(self.path):
            found = origins.source_origins(self._connection)
            sources = read_sources(self._connection, report=self._note)
            return [(source, found[source.key]) for source in sources]

    def sources_of(self, keys: Iterable[str]) -> list[Source]:
        """The sources that records and their relations in both directions cite, by their keys.

        Raises:
            UnknownKeyError: a key names no record.
        """
        cited: set[str] = set()
        for batch in in_batches(keys):
            with explained(self.path):
                ids = self._ids(batch).values()
                cited |= cited_sources(self._connection, ids, self._note)
        return self.sources(cited)

    def citing(self, source_key: str) -> list[tuple[str, str]]:
        """Key of the citing record and locator, for each citation of a source."""
        with explained(self.path):
            return citing(self._connection, source_key, self._note)

    # --- writing ---------------------------------------------------------------------------------

    def put(self, record: Record) -> None:
        """Write a record, replacing the one with its key.

        Raises:
            ImportRefused: it refers to a record or source that the store does not hold.
        """
        self.put_many([(record, Origin())])

    def put_many(
        self,
        records: Iterable[tuple[Record, Origin]],
        sources: Iterable[tuple[Source, Origin]] = (),
        texts: Iterable[TextFile] = (),
        *,
        written: Callable[[int], None] | None = None,
    ) -> None:
        """Write records and sources in one transaction, replacing those with the same keys.

        Args:
            records: each with where it was read from; read in pieces where they can be.
            sources: the same.
            texts: of sources that are there or among these, in the place of those that they had.
            written: is told of each batch of records that is written, how many they are.

        Raises:
            ImportRefused: a reference leads nowhere; nothing is written.
            UnknownKeyError: there is no source of a text; nothing is written.
        """
        # Reading is all that most starts do.
        from store.upkeep import writing
        from store.upkeep.preparing import (
            Entry,
            InPieces,
            SourceEntry,
            prepare,
            prepare_in_pieces,
            without_collecting_garbage,
        )

        self._refuse_read_only()
        cited = starmap(SourceEntry, sources)
        with (
            explained(self.path),
            without_collecting_garbage(),
            prepare_in_pieces(self._connection, records, cited)
            if isinstance(records, InPieces)
            else prepare(self._connection, starmap(Entry, records), cited) as prepared,
            self._writing(),
        ):
            writing.write(self._connection, prepared, written)
            for text in texts:
                self._keep_text(text)

    def mark(self, key: str, *, marked: bool = True) -> None:
        """Mark a record, or take its mark away; `marked:yes` finds those that have one.

        Raises:
            UnknownKeyError: there is no such record.
        """
        from store.tables import marks

        with self._writing():
            self._id(key)
            marks.mark(self._connection, [key], marked=marked)

    def mark_all(self, keys: Iterable[str], *, marked: bool = True) -> None:
        """Mark records, or take their marks away, all at once; a key of no record is passed over.

        Raises:
            StoreError: nothing can be written.
        """
        from store.tables import marks

        with self._writing():
            known = [
                key
                for batch in in_batches(dict.fromkeys(keys))
                for key in record_ids(self._connection, batch)
            ]
            marks.mark(self._connection, known, marked=marked)

    def load_lexicon(self, file: Path) -> int:
        """Add a lexicon file's meanings to those that search knows, and say how many they are.

        Raises:
            ImportRefused: it is no lexicon; nothing is added.
        """
        from store.search import lexicon

        self._refuse_read_only()
        meanings = lexicon.phrases_in(file)
        with self._writing():
            return lexicon.write(self._connection, meanings)

    def attach_text(self, source_key: str, file: Path, *, another: bool = False) -> HeldText:
        """Keep the text of a source, which the user holds, in the place of the one that it had.

        Args:
            source_key: of the source.
            file: a text file, see `store.texts.reading_files`.
            another: whether it may be another text than the one whose hash the source knows.

        Raises:
            UnknownKeyError: there is no such source.
            TextRefusedError: the file is not attached; nothing is stored.
        """
        from store.texts.reading_files import read_text_of
        from store.texts.rows import held_texts, write_text

        self._refuse_read_only()
        text = read_text_of(self.source(source_key), file, another=another)
        with self._writing():
            write_text(self._connection, self._source_id(source_key), text)
        with explained(self.path):
            return held_texts(self._connection, source_key)[0]

    def _keep_text(self, text: TextFile) -> None:
        from store.texts.reading_files import ReadText, spans_of
        from store.texts.rows import write_text

        spans = spans_of(self.source(text.source), text.sha256, text.content)
        read = ReadText(text.sha256, text.file, text.content, spans)
        write_text(self._connection, self._source_id(text.source), read)

    def detach_text(self, source_key: str) -> bool:
        """Take the text of a source out of the store; what cites the source stays.

        Args:
            source_key: of the source.

        Returns:
            Whether there was one.

        Raises:
            UnknownKeyError: there is no such source.
        """
        from store.texts.rows import remove_text

        with self._writing():
            return remove_text(self._connection, self._source_id(source_key))

    def _source_id(self, key: str) -> int:
        found = self._connection.execute("SELECT id FROM sources WHERE key = ?", (key,)).fetchone()
        if found is None:
            raise self._unknown(key, "sources")
        return int(found[0])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """All that is written inside is stored, or nothing of it."""
        with explained(self.path):
            self._refuse_read_only()
            self._refuse_moved()
            with transaction(self._connection):
                yield

    def _refuse_read_only(self) -> None:
        if self.is_read_only:
            refusal = EXPLANATIONS[self._connection.refusal]
            raise StoreError(Sentence(refusal, path=self.path))

    # --- the whole store -------------------------------------------------------------------------

    def backup(self, to: Path | str | None = None) -> Backup:
        """Copy the store into one new file, whole and proven sound; others may write meanwhile.

        Args:
            to: the new file, or a folder for one with the date in its name; beside the store when
                None. `store.restore` puts it back.

        Raises:
            StoreError: nothing was made, as the store is damaged, the name is taken, or the disk
                refuses it.
        """
        from store.backups.backup import back_up

        with explained(self.path):
            return back_up(self._connection, self.path, None if to is None else str(to))

    def examine(self) -> Iterator[Damage]:
        """Find what is wrong with the store itself: pages, references, rows and indexes."""
        from store.examination.examination import Damage
        from store.examination.examine import examine

        with explained(self.path):
            if self._connection.damage:
                yield Damage(self._connection.damage)
            yield from examine(self._connection)

    # --- keys ------------------------------------------------------------------------------------

    def _id(self, key: str) -> int:
        number = record_id(self._connection, key)
        if number is None:
            raise self.damaged.get(key) or self._unknown(key, "records")
        return number

    def _source(self, key: str, among: Literal["entries", "sources"]) -> Source:
        """The source with that key; where there is none, the keys `among` which it is missed."""
        with explained(self.path):
            for source in read_sources(self._connection, [key]):
                return source
            raise self._unknown(key, among)

    def _ids_there(self, keys: Iterable[str]) -> list[int]:
        return list(self._keys_there(keys))

    def _keys_there(self, keys: Iterable[str]) -> dict[int, str]:
        batches = in_batches(dict.fromkeys(keys))
        found = (record_ids(self._connection, batch) for batch in batches)
        return {number: key for ids in found for key, number in ids.items()}

    def _ids(self, keys: Sequence[str]) -> dict[str, int]:
        ids = record_ids(self._connection, keys)
        for key in keys:
            if key not in ids:
                raise self._unknown(key, "records")
        return ids

    def _unknown(
        self, key: str, table: Literal["records", "sources", "entries"]
    ) -> UnknownKeyError:
        from store.tables.keys import unknown_key  # only a wrong key needs it

        return unknown_key(self._connection, key, table)
