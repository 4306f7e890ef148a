"""Two records side by side in the words of one language: a row a property or verb."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

from store.files.page.lines import Text
from store.files.page.places import Places, about
from store.files.page.record import RecordPage
from store.files.page.relations import relation_groups, verb_of
from store.files.page.words import word
from store.model.comparison import (
    ComparedFacts,
    ComparedRelations,
    Comparison,
    Likeness,
    Two,
    related_to,
    stated,
)
from store.model.properties import value_in_words
from store.model.records import Bilingual, Fact, Related
from store.model.vocabulary import KINDS, PROPERTIES, Label, Language
from store.tuples import NamedTuple
from store.typed import Final, TypeVar

_FIELDS: Final = ("standing", "position", "collection", "confidence", "independent")
"""The lines of a page that are compared besides its kind, type and facts."""
_COMPLETING: Final = ("position", "independent")
"""Those of which another value contradicts nothing."""

LIKENESSES: Final[Mapping[Likeness, tuple[str, Label]]] = {
    "same": ("=", Label("the same", "متماثل")),
    "differs": ("≠", Label("different", "مختلف")),
    "completes": ("~", Label("not the same, without contradiction", "غير متماثل بلا تعارض")),
    "one-sided": ("+", Label("only in one", "في أحدهما فقط")),
}
"""The sign of each, and what it says."""

_OF_TWO_KINDS: Final = Label(
    "They are of different kinds ({one}, {other}): what only one of these kinds has is beside "
    "nothing.",
    "هما من نوعين مختلفين ({one}، {other})، فما يخص أحد النوعين لا مقابل له.",
)


class ComparedValue(NamedTuple):
    """One thing that one of the records says."""

    text: str
    is_shared: bool
    """The other record says the same."""
    note: str = ""
    sources: str = ""
    """Who says so, each in a word or two."""


class ComparedRow(NamedTuple):
    """What both records say of one thing."""

    label: str
    values: Two[tuple[ComparedValue, ...]]
    likeness: Likeness
    figures: bool = False
    """Its digits are the program's, see `page.Line`."""

    @property
    def sign(self) -> str:
        """`=` for the same, `≠` for what differs."""
        return LIKENESSES[self.likeness][0]

    def stands_out(self, value: ComparedValue) -> bool:
        """Whether the other record says something else in place of it."""
        return self.likeness in ("differs", "completes") and not value.is_shared


class ComparedPage(NamedTuple):
    """Two records side by side."""

    language: Language
    keys: Two[str]
    names: Two[tuple[str, ...]]
    """Of each in the languages that have one, the page's first."""
    remark: str
    """What is to be said of the comparison as a whole, empty for nothing."""
    properties: tuple[ComparedRow, ...]
    relations: tuple[ComparedRow, ...]
    texts: Two[tuple[Text, ...]]
    """The summaries in the page's language, or in the other where that has none."""

    @property
    def legend(self) -> tuple[tuple[Likeness, str, int], ...]:
        """How many rows there are of each likeness, and what it is called; none is left out."""
        rows = [row.likeness for row in (*self.properties, *self.relations)]
        return tuple(
            (likeness, label.in_(self.language), rows.count(likeness))
            for likeness, (_, label) in LIKENESSES.items()
        )


def compared_page(
    compared: Comparison, pages: Two[RecordPage], places: Places, language: Language
) -> ComparedPage:
    """Put a comparison into words.

    Args:
        compared: the two records beside each other.
        pages: of the two, in the same language.
        places: what lists show of the zones that their facts name.
        language: of the reader.
    """
    one, other = pages
    return ComparedPage(
        language,
        (one.key, other.key),
        (one.names, other.names),
        _remark(compared, language),
        (
            *_fields(compared, pages, language),
            *(_property(each, pages, places, language) for each in compared.facts),
        ),
        tuple(_verb(each, pages, language) for each in compared.relations),
        (one.texts[:1], other.texts[:1]),
    )


def _remark(compared: Comparison, language: Language) -> str:
    if compared.are_of_one_kind:
        return ""
    one, other = (KINDS[record.kind].in_(language) for record in compared.records)
    return _OF_TWO_KINDS.in_(language).format(one=one, other=other)


# --- what is one text on a page ------------------------------------------------------------------


def _fields(
    compared: Comparison, pages: Two[RecordPage], language: Language
) -> Iterator[ComparedRow]:
    one, other = pages
    if not compared.are_of_one_kind:
        yield _field("kind", word("kind", language), (one.kind, other.kind))
    yield _field("type", word("type", language), (one.type, other.type))
    for name in _FIELDS:
        lines = [next(page.lines([name]), None) for page in pages]
        labelled = next(filter(None, lines), None)
        if labelled:
            first, second = (line.value if line else "" for line in lines)
            row = _field(name, labelled.short_label or labelled.label, (first, second))
            yield row._replace(figures=labelled.figures)


def _field(name: str, label: str, texts: Two[str]) -> ComparedRow:
    one, other = texts
    is_shared = one == other
    likeness: Likeness = "completes" if name in _COMPLETING else "differs"
    if is_shared:
        likeness = "same"
    elif not (one and other):
        likeness = "one-sided"
    first, second = ((ComparedValue(text, is_shared),) if text else () for text in texts)
    return ComparedRow(label, (first, second), likeness)


# --- facts ---------------------------------------------------------------------------------------


def _property(
    each: ComparedFacts, pages: Two[RecordPage], places: Places, language: Language
) -> ComparedRow:
    def told(fact: Fact, page: RecordPage, *, is_shared: bool) -> ComparedValue:
        parts = (value_in_words(fact, language), *about(fact, language, places))
        note = fact.note.prefer(language)
        return ComparedValue(" · ".join(parts), is_shared, note, page.sources(fact.citations))

    values = _both(each.facts, stated, told, pages)
    figures = not any(isinstance(fact.value, Bilingual) for side in each.facts for fact in side)
    return ComparedRow(PROPERTIES[each.property].in_(language), values, each.likeness, figures)


# --- relations -----------------------------------------------------------------------------------


def _verb(each: ComparedRelations, pages: Two[RecordPage], language: Language) -> ComparedRow:
    def told(related: Related, page: RecordPage, *, is_shared: bool) -> ComparedValue:
        (group,) = relation_groups([related], language)
        (line,) = group.relations
        details = [*line.when, *([line.disputed] if line.disputed else [])]
        text = " · ".join([line.name, *details])
        return ComparedValue(text, is_shared, line.note, page.sources(related.citations))

    values = _both(each.related, related_to, told, pages)
    verb = verb_of(next(related for side in each.related for related in side), language)
    return ComparedRow(verb, values, each.likeness)


# --- both ----------------------------------------------------------------------------------------

Said = TypeVar("Said", Fact, Related)


def _both(
    sides: Two[tuple[Said, ...]],
    meaning: Callable[[Said], Hashable],
    told: Callable[..., ComparedValue],
    pages: Two[RecordPage],
) -> Two[tuple[ComparedValue, ...]]:
    """What either side says: first, in the same order, what both say; then what it says alone."""
    one, other = ({meaning(said): said for said in side} for side in sides)
    shared: list[Hashable] = [key for key in one if key in other]
    is_shared: frozenset[Hashable] = frozenset(shared)

    def of(side: Mapping[Hashable, Said], page: RecordPage) -> Iterable[ComparedValue]:
        ordered = [*shared, *(key for key in side if key not in is_shared)]
        return (told(side[key], page, is_shared=key in is_shared) for key in ordered)

    return tuple(of(one, pages[0])), tuple(of(other, pages[1]))
