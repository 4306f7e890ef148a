"""Where the user is in the store: the question asked, the record shown, and the way there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Final

from store.errors import DamagedRowError, MasaratError, StoreError
from store.files.page import page_citations
from store.model.questions import Correction
from store.model.records import Movement, Order, Record, Related, Row, Source
from store.model.vocabulary import Kind
from store.store import Store
from store.tuples import NamedTuple
from tui.explorer.browsing.answer import Answer, answer
from tui.explorer.browsing.history import (
    FOUND_ORDERS,
    ORDERS,
    History,
    Place,
    Question,
    question_of,
)
from tui.explorer.browsing.inside import Inside
from tui.explorer.browsing.undoing.starring import starring
from tui.explorer.browsing.undoing.steps import Steps
from tui.explorer.drawing.listing import (
    EMPTY,
    Listed,
    address_of,
    source_address,
    source_key,
)
from tui.explorer.panes.record_text import Highlighter, Shown
from tui.explorer.panes.source_text import SourceShown
from tui.messages import say, spoken
from tui.messages.sentences import translate_sentence
from tui.state import State

if TYPE_CHECKING:
    from store.overview import Overview

MARKED: Final = "marked:yes"
"""The query that finds what is marked."""
_ALL: Final = 1_000_000


_MADE_READY: Final = 40
"""Sources of which the words are folded in one go: two milliseconds."""
_MOST_MADE_READY: Final = 5_000


class LastExport(NamedTuple):
    """What was exported last and how, each empty where nothing was."""

    scope: str = ""
    form: str = ""
    """The name of a format."""
    language: str = ""


class Browser:
    """Reads from the store what the panes show; knows no widget."""

    def __init__(self, store: Store, state: State) -> None:
        """Begin where `state` left off; the store serves one thread at a time."""
        self.store = store
        self.reading = Lock()
        """Held while the store is read."""
        self.history = History()
        self.steps = Steps()
        """What was changed in the store."""
        self.answer = Answer(question_of(state), EMPTY)
        """What the list shows."""
        self.record: Record | None = None
        """The record that is shown."""
        self.related: Sequence[Related] = ()
        """What it has to do with others."""
        self.source: SourceShown | None = None
        """The source that is shown instead of a record."""
        self.source_count = 0
        """How many sources the store holds."""
        self.counts: dict[Kind, int] = {}
        """How many records of each kind the store holds."""
        self.damage: MasaratError | None = None
        """Why the record that was asked for cannot be shown."""
        self.gone = ""
        """Name of the record that was shown until somebody else deleted it."""
        self.inside: Inside | None = None
        """What is looked for in the record alone."""
        self.last_export = LastExport(
            state.export_scope, state.export_format, state.export_language
        )
        """What was exported last, and how."""
        self._sources: dict[str, Source] = {}
        self._data_version: int | None = None
        self._places: Mapping[str, Row] = {}
        self._moved: tuple[Movement, ...] = ()

    # --- where we are --------------------------------------------------------------------------

    @property
    def question(self) -> Question:
        """What the list answers."""
        return self.answer.question

    @property
    def key(self) -> str:
        """Address of the record or source that is shown, empty for none."""
        if self.source:
            return source_address(self.source.source.key)
        return self.record.key if self.record else ""

    @property
    def name(self) -> str:
        """What is shown is called, in the interface's language; empty where nothing is."""
        name = self.source.source.title if self.source else self.record and self.record.name
        return name.prefer(spoken()) if name else ""

    @property
    def place(self) -> Place:
        """The record that is shown, in the answer that is listed."""
        return Place(self.key, self.question)

    @property
    def shown(self) -> Shown | None:
        """The record that is shown with the sources it cites."""
        if self.record is None:
            return None
        return Shown(self.record, self._sources, self._places, self._moved, self.related)

    @property
    def sources_shown(self) -> list[Source]:
        """The source that is shown, or those that the record cites, in the order of its page."""
        if self.source:
            return [self.source.source]
        keys = dict.fromkeys(each.source for each in self.shown.citations) if self.shown else ()
        return [self._sources[key] for key in keys if key in self._sources]

    def address_of_source(self, key: str) -> str:
        """Where a source opens that the record cites; empty where nothing says so."""
        return self._sources[key].url if key in self._sources else ""

    @property
    def remarks(self) -> list[str]:
        """What is to be said above the record, or in its place, in the interface's language."""
        said = [say("detail.gone", name=self.gone)] if self.gone else []
        if self.damage:
            said.append(translate_sentence(self.damage.sentence))
        elif not (self.record or self.source):
            said.append(say("detail.nothing"))
        if isinstance(self.damage, DamagedRowError):
            said.append(say("detail.damaged"))
        return said

    @property
    def damaged_count(self) -> int:
        """How many records and sources turned out to be damaged so far."""
        return len(self.store.damaged)

    @property
    def highlighter(self) -> Highlighter:
        """Finds in a text what was looked for, in the record alone or in all."""
        return self.inside.spans if self.inside else self.answer.highlights

    @property
    def finds_inside(self) -> bool:
        """Something is looked for in the record alone."""
        return self.inside is not None

    @property
    def lists_sources(self) -> bool:
        """The list holds sources and no records."""
        return self.answer.is_of_sources

    @property
    def lists_everything(self) -> bool:
        """The list holds all records there are."""
        return not (self.question.query.strip() or self.question.kind)

    @property
    def state(self) -> State:
        """What to remember until the next start; theme and language are the program's."""
        question = self.question
        scope, form, language = self.last_export
        return State(
            self.key,
            question.query,
            question.kind or "",
            question.order,
            export_scope=scope,
            export_format=form,
            export_language=language,
            found_order=question.found_order or "",
        )

    @property
    def query(self) -> str:
        """The question that the list answers, its kind included, as one query."""
        kind = self.question.kind
        return " ".join(filter(None, (self.question.query.strip(), f"kind:{kind}" if kind else "")))

    def marked(self) -> list[str]:
        """Keys of the records that are marked, by name.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        with self.reading:
            order = self.question.order
            hits = self.store.search(MARKED, limit=_ALL, language=spoken(), order=order)
        return [hit.key for hit in hits]

    # --- reading -------------------------------------------------------------------------------

    def find(self, question: Question, early: Callable[[Answer], None] | None = None) -> Answer:
        """Answer a question; may be called from another thread.

        Args:
            question: what to look for.
            early: told the names that were found, in that thread, before the text is searched.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        return answer(self.store, question, spoken(), self.reading, early)

    def get_ready(self, *, names: bool = False) -> bool:
        """Do a little of what the first search would have to do; whether nothing is left of it.

        It gives way to whoever reads the store, and leaves what is wrong with it to a search.

        Args:
            names: whether a name may be looked for soon; words of names take memory.
        """
        if self.source_count > _MOST_MADE_READY:
            return True  # even to read them takes too long beside what the user does
        if not self.reading.acquire(blocking=False):
            return False
        try:
            if names and not self.store.get_names_ready():
                return False
            return self.store.get_sources_ready(_MADE_READY)
        except StoreError:
            return True
        finally:
            self.reading.release()

    def complete(self, text: str) -> list[str]:
        """How a query being typed may go on; may be called from another thread.

        Returns:
            Whole queries, the likeliest first; none where the store cannot be read, as the search
            itself will say why.
        """
        try:
            with self.reading:
                return self.store.complete(text, spoken())
        except StoreError:
            return []

    def read(self, key: str) -> None:
        """Make a record the one that is shown; none for an empty key.

        Where it cannot be read, no record is shown, and `damage` says why.
        """
        self.record, self.related, self.damage, self.gone = None, (), None, ""
        self.source = None
        if not key:
            return
        if of_source := source_key(key):
            self._read_source(of_source)
            return
        try:
            with self.reading:
                record = self.store.get(key)
                self.related = self.store.related(key)
                self._places = self.store.places_of([key])
                self._moved = tuple(self.store.movements(key))
                citations = page_citations(record, self.related, self._moved)
                cited = {citation.source for citation in citations}
                for source in self.store.sources(cited - self._sources.keys()):
                    self._sources[source.key] = source
        except MasaratError as error:
            self.damage = error
            if isinstance(error, DamagedRowError):
                self.store.damaged.setdefault(error.key, error)
        else:
            self.record = record

    def _read_source(self, key: str) -> None:
        """Make a source what is shown."""
        try:
            with self.reading:
                source = self.store.source(key)
                (row,) = self.store.source_rows([key])
                cited = self.store.cited_for(key, spoken())
                places = self.store.places_of(dict.fromkeys(each.record.key for each in cited))
        except MasaratError as error:
            self.damage = error
        else:
            self.source = SourceShown(source, row.citing, tuple(cited), places)

    def holds_text(self, source_key: str) -> bool:
        """Whether the user holds the text of a source; yes where that cannot be told."""
        try:
            with self.reading:
                return self.store.held_text(source_key) is not None
        except StoreError:
            return True

    def mark_all(self, keys: Sequence[str]) -> bool:
        """Mark records, or, where all of them are marked, take their marks away.

        Returns:
            Whether they are marked now.

        Raises:
            store.errors.StoreError: the store cannot be written, or a record is no more.
        """
        with self.reading:
            rows = self.store.rows(keys, missing_ok=False)
            marked = not all(row.marked for row in rows)
            changed = [row for row in rows if row.marked != marked]
            self.store.mark_all([row.key for row in changed], marked=marked)
        self.steps.note(starring(changed, marked=marked))
        return marked

    def take_back(self) -> str:
        """Take the last change back, and say what is so now; only where there is one.

        Raises:
            store.errors.StoreError: the store cannot be written.
        """
        with self.reading:
            return self.steps.take_back(self.store)

    def do_again(self) -> str:
        """Do again what was taken back last, see `take_back`."""
        with self.reading:
            return self.steps.do_again(self.store)

    def count(self) -> None:
        """Count the records of each kind, and the sources."""
        with self.reading:
            held = self.store.statistics()
        self.counts, self.source_count = held.records, held.sources

    def label_of(self, correction: Correction) -> str:
        """What a person reads for what may have been meant: the record's name, if it is one."""
        if not correction.key:
            return correction.written
        with self.reading:
            names = [row.name.prefer(spoken()) for row in self.store.rows([correction.key])]
        return names[0] if names else correction.written

    def overview(self) -> Overview:
        """What the store holds at a glance; may be called from another thread.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        with self.reading:
            return self.store.overview()

    # --- what others change --------------------------------------------------------------------

    def has_changed(self) -> bool:
        """Whether somebody else has changed the store since this was asked, or never was.

        May be called from another thread.

        Raises:
            store.errors.StoreError: the store cannot be read, or another file has taken its place.
        """
        with self.reading:
            version = self.store.data_version()
        before, self._data_version = self._data_version, version
        return before != version

    def forget(self) -> None:
        """Read anew, from here on, what is kept of the store; may be called from another thread.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        self.store.damaged.clear()
        self.count()
        self._sources = {}
        self.history.keep(self.existing(self.history.keys))

    def existing(self, keys: Iterable[str]) -> set[str]:
        """Those of the addresses that records or sources have.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        return set(self.rows(keys))

    def rows(self, keys: Iterable[str]) -> dict[str, Listed]:
        """What lists show of records and sources, by address; what is not there is left out.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        asked = list(keys)
        of_sources = filter(None, map(source_key, asked))
        with self.reading:
            rows = self.store.rows(key for key in asked if not source_key(key))
            sources = self.store.source_rows(of_sources)
        found: tuple[Listed, ...] = (*rows, *sources)
        return {address_of(row): row for row in found}

    # --- where to go ---------------------------------------------------------------------------

    def place_of(self, key: str) -> Place:
        """Where to see a record or source: in the list as it is when it is there, else among all.

        Args:
            key: its address; sources are among all sources.
        """
        held = self.answer.listing.position(key) is not None
        everything = self.everything.about("source" if source_key(key) else None)
        return Place(key, self.question if held else everything)

    @property
    def everything(self) -> Question:
        """The question that lists all records, in the present order."""
        return Question(order=self.question.order)

    @property
    def in_next_order(self) -> Question:
        """The present question in the next order; what words find begins with the best first."""
        question = self.question
        if self.answer.is_found_by_words:
            orders: list[Order | None] = [None, *FOUND_ORDERS]
            at = orders.index(question.found_order)
            return question._replace(found_order=orders[(at + 1) % len(orders)])
        return question._replace(order=ORDERS[(ORDERS.index(question.order) + 1) % len(ORDERS)])
