"""What the store holds: records of four kinds, their facts and relations, sources and citations.

Everything here is frozen and holds text in logical order. `store.model.mapping` turns records into
plain mappings and back, and is where their validity is proved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from store.model.found.reasons import Reasons
from store.model.vocabulary import Kind, Language
from store.tuples import NamedTuple
from store.typed import Any, Final, Literal

Order = Literal["name", "date", "links", "newest"]
"""Of a list: by name, date, number of relations, or the newest first."""

Coordinates = tuple[float, float]
"""Latitude and longitude in decimal degrees, WGS 84."""


class Bilingual(NamedTuple):
    """A text in both languages; an empty string where one is missing."""

    en: str = ""
    ar: str = ""

    def in_(self, language: Language) -> str:
        """The text in `language`, empty where it is missing."""
        return self.ar if language == "ar" else self.en

    def prefer(self, language: Language) -> str:
        """The text in `language`, or in the other one where that is missing."""
        return (self.ar or self.en) if language == "ar" else (self.en or self.ar)


class Aliases(NamedTuple):
    """Other names by which a record is known, by language."""

    en: tuple[str, ...] = ()
    ar: tuple[str, ...] = ()

    def in_(self, language: Language) -> tuple[str, ...]:
        """The names in one language."""
        return self.ar if language == "ar" else self.en


class Origin(NamedTuple):
    """The file that a record was read from, and the line on which it begins."""

    file: str = ""
    line: int = 0


class Citation(NamedTuple):
    """A place in a source: `article#2` is sentence 2 of the source `article`."""

    source: str
    locator: str = ""

    @property
    def reference(self) -> str:
        """As written in a record file: `article#2`."""
        return f"{self.source}#{self.locator}" if self.locator else self.source

    @property
    def label(self) -> str:
        """As a Markdown footnote is labelled: `article-2`."""
        return f"{self.source}-{self.locator}" if self.locator else self.source


class Qualifiers(NamedTuple):
    """What a value is about; what is empty is not said."""

    of: str = ""
    """Whom a number counts, a word of `SUBJECTS`."""
    origins: tuple[str, ...] = ()
    """Keys of the zones from which people went."""
    destinations: tuple[str, ...] = ()
    """Keys of the zones to which they went."""
    when: str = ""
    """EDTF."""
    state: str = ""
    """A word of `STATES`."""

    @property
    def places(self) -> tuple[str, ...]:
        """Keys of all the zones that it names."""
        return (*self.origins, *self.destinations)


class Fact(NamedTuple):
    """One value of a property, the preferred one of a record first.

    Whether two values differ or complete each other is for `store.model.statements` to say.
    """

    property: str
    value: str | Bilingual
    note: Bilingual = Bilingual()
    citations: tuple[Citation, ...] = ()
    about: Qualifiers = Qualifiers()


class Relation(NamedTuple):
    """What a record (the subject) has to do with another one (the object)."""

    predicate: str
    object: str
    since: str = ""
    until: str = ""
    note: Bilingual = Bilingual()
    disputed: bool = False
    citations: tuple[Citation, ...] = ()
    as_of: str = ""
    """When it was so, where nobody says until when: the date of a source."""


class Record(NamedTuple):
    """A zone, an agreement, an actor or a consequence."""

    key: str
    kind: Kind
    name: Bilingual
    type: str = ""
    collection: str = "user"
    confidence: str = ""
    """How well its sources agree: A, B or C; empty where nobody has judged."""
    aliases: Aliases = Aliases()
    summary: Bilingual = Bilingual()
    standing: str = ""
    coordinates: Coordinates | None = None
    citations: tuple[Citation, ...] = ()
    facts: tuple[Fact, ...] = ()
    relations: tuple[Relation, ...] = ()
    external: tuple[tuple[str, str], ...] = ()
    """Data set and identifier, of which a data set may have several for one record."""
    other_fields: tuple[tuple[str, str], ...] = ()
    """Fields of other programs in its file, each with its value as JSON: kept to be given back."""

    def facts_of(self, property_name: str) -> tuple[Fact, ...]:
        """The values of one property, the preferred one first."""
        return tuple(fact for fact in self.facts if fact.property == property_name)

    def every_citation(self) -> tuple[Citation, ...]:
        """Each citation of the record, its facts and its relations once, in order of appearance."""
        found = dict.fromkeys(self.citations)
        for fact in self.facts:
            found.update(dict.fromkeys(fact.citations))
        for relation in self.relations:
            found.update(dict.fromkeys(relation.citations))
        return tuple(found)


class Source(NamedTuple):
    """A text that records cite; the text itself is not kept."""

    key: str
    title: Bilingual
    type: str = ""
    publisher: str = ""
    relays: str = ""
    """Whose report it passes on (an agency, a monitor), where that is not its own."""
    date: str = ""
    language: str = ""
    url: str = ""
    read: str = ""
    """How it was read: whole, part, data, second-hand or not-found; empty where nobody says."""
    sha256: str = ""
    sentences: tuple[tuple[int, int], ...] = ()
    """Start and end of each sentence in the text, in characters; sentence 1 is the first."""
    note: Bilingual = Bilingual()
    other_fields: tuple[tuple[str, str], ...] = ()
    """As in `Record`."""


class Row(NamedTuple):
    """What a list shows of a record."""

    key: str
    kind: Kind
    type: str
    name: Bilingual
    date: str = ""
    """The preferred date (EDTF), empty where the record has none."""
    marked: bool = False
    """By the user, see `Store.mark`."""


class Movement(NamedTuple):
    """A number of people who went from somewhere to somewhere, and the record that states it."""

    record: Row
    fact: Fact

    @property
    def when(self) -> str:
        """The time of the fact, or else the date of its record (EDTF); empty where none is told."""
        return self.fact.about.when or self.record.date


Direction = Literal["out", "in"]


class Related(NamedTuple):
    """A relation seen from one of its ends: `other` stands at the far end."""

    predicate: str
    direction: Direction
    """`out` when the record asked about is the subject."""
    other: Row
    since: str = ""
    until: str = ""
    note: Bilingual = Bilingual()
    disputed: bool = False
    citations: tuple[Citation, ...] = ()
    as_of: str = ""
    """When it was so, where nobody says until when: the date of a source."""


class NameHit(NamedTuple):
    """A record found by one of its names."""

    row: Row
    matched: str
    """The name or alias that matched, as written."""
    role: Literal["name", "alias"]
    how: str
    """Why it matched: exact, prefix, word, spelling, cross-script, acronym or layout."""
    score: float
    """Likeness from 0 to 100."""
    why: Reasons
    """What of the query the name meets, what it cost, and what makes one doubt it."""

    @property
    def sure(self) -> bool:
        """Whether it was surely meant, and not only may be."""
        return not self.why.doubt

    @property
    def key(self) -> str:
        """The record's key."""
        return self.row.key


class SourceRow(NamedTuple):
    """What a list shows of a source."""

    key: str
    name: Bilingual
    """Its title."""
    type: str = ""
    publisher: str = ""
    date: str = ""
    """EDTF, empty where nobody says."""
    language: str = ""
    url: str = ""
    read: str = ""
    citing: int = 0
    """How many records cite it."""

    @property
    def kind(self) -> Literal["source"]:
        """Where records have their kind."""
        return "source"

    @property
    def marked(self) -> bool:
        """Only records can be marked."""
        return False


class SourceHit(NamedTuple):
    """A source that was found."""

    row: SourceRow
    how: Literal["key", "title", "publisher", "words", "spelling", "text"]
    """By what: all of its key or title, its publisher, words of these and of its address, words
    that are nearly such, or sentences of its text."""

    @property
    def key(self) -> str:
        """The source's key."""
        return self.row.key


class CitedFor(NamedTuple):
    """One citation of a source: which record, where in the source, and for what."""

    record: Row
    citation: Citation
    fact: Fact | None = None
    """The value that it stands behind."""
    relation: Related | None = None
    """What the record has to do with another one; neither where the record itself cites."""
    summary: Bilingual = Bilingual()
    """The record's text, where that holds the citation."""


class Snippet(NamedTuple):
    """A piece of a record's text as written, with the places of the words that were found."""

    text: str
    highlights: tuple[tuple[int, int], ...] = ()
    """Start and end of each hit, in characters of `text`."""


Match = Literal["all", "some"]
"""How much of a query a record has: all that was asked for, or only some of the words."""


class TextHit:
    """A record found by words of its text."""

    __slots__ = ("_quote", "_snippet", "match", "row", "score")

    def __init__(
        self, row: Row, score: float, quote: Callable[[], Snippet], match: Match = "all"
    ) -> None:
        """A hit.

        Args:
            row: of the record.
            score: BM25 over weighted columns; larger is better, comparable within one answer only.
            quote: makes the snippet, which costs more than finding the record.
            match: whether it has all that was asked for, or only some of the words.
        """
        self.match = match
        self.row = row
        self.score = score
        self._quote = quote
        self._snippet: Snippet | None = None

    @property
    def words_found(self) -> list[str]:
        """The words of its snippet that were found, as written, each once."""
        text, spans = self.snippet
        return list(dict.fromkeys(text[start:end] for start, end in spans))

    @property
    def snippet(self) -> Snippet:
        """The piece of the text that shows why it was found, made when it is first asked for.

        Raises:
            StoreError: the store cannot be read any more.
        """
        if self._snippet is None:
            self._snippet = self._quote()
        return self._snippet

    @property
    def matched(self) -> tuple[str, ...]:
        """The words found, as the snippet has them."""
        text, highlights = self.snippet
        return tuple(dict.fromkeys(text[start:end] for start, end in highlights))

    @property
    def key(self) -> str:
        """The record's key."""
        return self.row.key


class Slips(NamedTuple):
    """What was searched instead of a query whose words looked like slips."""

    searched: str = ""
    """The query with other words; empty where it was searched as it was asked."""
    as_typed: str = ""
    """The query that asks for the words as they were typed."""


NO_SLIPS: Final = Slips()


class TextHits(list[TextHit]):
    """Records found by words of their text: first those with all that was asked for."""

    def __init__(
        self, hits: Iterable[TextHit] = (), slips: Slips = NO_SLIPS, terms: Sequence[Any] = ()
    ) -> None:
        """The hits of one search.

        Args:
            hits: in order.
            slips: what was searched instead.
            terms: what to highlight, where something else was searched.
        """
        super().__init__(hits)
        self.slips = slips
        self.terms = terms

    @property
    def has_what_was_asked(self) -> bool:
        """Whether any record has all that was asked for."""
        return bool(self.whole)

    @property
    def whole(self) -> list[TextHit]:
        """Those that have all that was asked for, without those that have some of the words."""
        return [hit for hit in self if hit.match == "all"]


class Statistics(NamedTuple):
    """How much a store holds."""

    records: dict[Kind, int]
    relations: int
    citations: int
    sources: int
