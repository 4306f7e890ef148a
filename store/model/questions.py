"""What a store is asked and what it answers: questions, hits, and the filters of a query."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from store.errors import Sentence
from store.model.records import NO_SLIPS, NameHit, Order, Slips, SourceHit, TextHit
from store.model.vocabulary import Kind, Language
from store.tuples import NamedTuple
from store.typed import Final, Protocol

LONGEST_QUERY: Final = 1_000
"""Characters of a query that are asked; whoever takes one from a user says where it is longer."""


class Question(NamedTuple):
    """What is looked for among the names and in the text of records."""

    query: str
    """As typed, in logical order: see `docs/query-language.md`."""
    kinds: Collection[Kind] | None = None
    """Only these kinds, None for all."""
    language: Language = "en"
    """Of the snippets, where the query is of filters and has no words of its own."""
    order: Order | None = None
    """Of all that is found, None for names and then the most telling text first."""
    list_order: Order = "name"
    """The same where the query has no words of its own, so that nothing tells more than other."""
    most_names: int = 40
    """The most records wanted that are found by name."""
    most_texts: int = 200
    """The most records wanted that are found by their text."""
    of_sources: bool = False
    """Sources are looked for, as `kind:source` asks; records are only counted."""


Spans = tuple[tuple[int, int], ...]
"""Start and end of pieces of a text, in characters of the text as written; they do not overlap."""


class Highlighter(Protocol):
    """Finds what was looked for in any text; those of equal terms are equal."""

    def __bool__(self) -> bool:
        """Whether there is anything to highlight; not for filters alone."""

    def spans(self, text: str) -> Spans:
        """Where what was looked for stands in a text (logical order)."""


class Correction(NamedTuple):
    """What may have been meant by a part of a query."""

    written: str
    """The part as it would be written."""
    query: str
    """The whole query with it."""
    key: str = ""
    """Of the record that it names; empty where it names none."""


class QueryRemark(NamedTuple):
    """Why a query is not asked as it is written."""

    told: Sentence
    """What is asked instead, and why."""
    refusal: Sentence | None = None
    """What to say where it is refused instead: it holds more than can be asked."""
    is_unfinished: bool = False
    """It ends in the middle, as one does that is still being typed."""
    corrections: tuple[Correction, ...] = ()
    """What may have been meant, the likeliest first."""
    is_about_filter: bool = False
    """A filter has a value that is none, or none at all."""


class Hits(NamedTuple):
    """What a question finds."""

    names: Sequence[NameHit]
    """Records that the query names, the likeliest first."""
    texts: Sequence[TextHit]
    """Other records whose text it finds, the most telling first: those with some of the words after
    those with all that was asked for."""
    has_more: bool
    """There may be more in the text than were wanted."""
    highlighter: Highlighter
    """Highlights in any text of these records what their snippets highlight."""
    remark: QueryRemark | None = None
    """Why the query was not asked as it is written, where it was not."""
    keys_in_order: Sequence[str] | None = None
    """Of all these records, where an order was asked for; those with some of the words last."""
    by_kind: Mapping[Kind, int] = MappingProxyType({})
    """How many are found of each kind, those too that were not asked about."""
    asks_nothing: bool = False
    """The query is only the beginning of a filter: it leaves all records."""
    slips: Slips = NO_SLIPS
    """What was searched in the text instead."""
    sources: Sequence[SourceHit] = ()
    """The sources that it finds, which are no records: a group of their own."""
    is_of_sources: bool = False
    """Sources alone were looked for."""
    in_texts: bool = False
    """And by words of their texts, which the user holds."""


MOST_VALUES: Final = 200
"""Of one filter or field no more values are counted than these, those of most records."""


class FilterChoice(NamedTuple):
    """A filter that may be added to a query."""

    name: str
    value: str
    label: str
    """What a person reads for the value."""
    leaves: int | None = None
    """How many records it would leave; None where nobody counted."""


class FilterName(NamedTuple):
    """A filter that a dialog offers."""

    name: str
    """The English name, by which a query has it."""
    label: str
    """What a person calls it."""
    is_role: bool
    """It is what a predicate says from one of its sides."""
    is_typed: bool
    """Its values are not listed: one has to type them."""
    is_scale: bool = False
    """Its values are numbers in a row, of which `2015..2017` is a range."""


class WrittenFilter(NamedTuple):
    """A filter where it stands in a query."""

    name: str
    """The filter's English name, whatever name is written."""
    text: str
    """As written, with the minus before it."""
    start: int
    """Of the text in the query, in characters."""
    end: int
