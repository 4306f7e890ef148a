"""Claims: what a page says and somebody answers for, each whole, and what differs from it.

Panes, a card, commands and files can point at a claim with one of the values below, and have it
told by `Claims`. Whether two values differ is for `store.model.statements` to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.expressions import expression
from store.files.markdown_text import FOOTNOTE_MARK, label_of
from store.files.page.lines import texts
from store.files.page.places import NO_PLACES, Places, about
from store.files.page.relations import verb_of, when_of
from store.files.page.words import short_word, word
from store.model.passages import paragraphs, without_citations
from store.model.properties import value_in_words
from store.model.records import Bilingual, Citation, Fact, Movement, Record, Related, Row
from store.model.statements import differing_from, is_reached
from store.model.vocabulary import PROPERTIES, STATES, TYPES, Language
from store.tuples import NamedTuple
from store.typed import Final

_MARKS: Final = expression(rf"(?:{FOOTNOTE_MARK.pattern}\s*+)++")
"""Citations in a summary that stand behind the same words."""
_BEFORE_WORDS: Final = " \t.,;:!?،؛؟"


class StatedFact(NamedTuple):
    """A value that a record states."""

    fact: Fact
    record: Row | None = None
    """What states it; None where that is the record of the page."""


class StatedRelation(NamedTuple):
    """What the record has to do with another one."""

    related: Related


class StatedType(NamedTuple):
    """What kind of thing the record is."""

    key: str


class MarkedPassage(NamedTuple):
    """Words of a summary with a citation behind them."""

    paragraph: str
    """On one line, see `store.model.passages.paragraphs`."""
    start: int
    """Of the citation's mark, in characters of the paragraph."""


class CitedPlace(NamedTuple):
    """A place in a source, for all that the page cites it for."""

    citation: Citation


Said = StatedFact | StatedRelation | StatedType | MarkedPassage | CitedPlace
"""What on a page can be pointed at."""


class Aside(NamedTuple):
    """What else is to be known of a claim."""

    label: str
    """What it has to do with the claim: `Differs from`."""
    text: str
    citations: tuple[Citation, ...] = ()
    figures: bool = False
    """As in `Claim`."""


class Claim(NamedTuple):
    """A claim in words."""

    record: str
    """Name of what makes it."""
    label: str
    """What it says something about: a property, a verb."""
    value: str
    details: tuple[str, ...] = ()
    """Of whom, from where, to where, when, that it happened."""
    signs: tuple[str, ...] = ()
    """In a word, what keeps one from taking it as it stands: planned, disputed."""
    note: str = ""
    citations: tuple[Citation, ...] = ()
    asides: tuple[Aside, ...] = ()
    figures: bool = False
    """The digits of its value are the program's, not an author's: see `page.Line`."""

    @property
    def said(self) -> str:
        """The claim without the record that makes it."""
        words = f"{self.label}: {self.value}" if self.value else self.label
        return _with_note(" · ".join([words, *self.details, *self.signs]), self.note)

    @property
    def in_words(self) -> str:
        """All of it in a line: `Deal — People evacuated: 300 · from Foua · planned`."""
        return f"{self.record} — {self.said}"


class Claims:
    """What the page of a record claims, for a reader of one language."""

    def __init__(
        self,
        record: Record,
        language: Language,
        related: Iterable[Related] = (),
        places: Places = NO_PLACES,
        moved: Iterable[Movement] = (),
    ) -> None:
        """Tell the claims of a record; arguments as for `page.record_page`."""
        self._record = record
        self._language = language
        self._related = tuple(related)
        self._places = places
        self._moved = tuple(moved)

    def everything_said(self) -> Iterator[Said]:
        """All that can be pointed at and told, but for the list of sources."""
        record = self._record
        yield StatedType(record.key)
        yield from map(StatedFact, record.facts)
        for movement in self._moved:
            if movement.record.key != record.key:
                yield StatedFact(movement.fact, movement.record)
        for text in texts(record.summary, self._language):
            yield from marked_passages(text.text)
        yield from map(StatedRelation, self._related)

    def told(self, said: Said, stated_by: Record | None = None) -> Claim:
        """Put a claim into words.

        Args:
            said: what the page says.
            stated_by: the whole record that states the fact, where that is not the page's own;
                without it nothing is told of what differs.
        """
        match said:
            case StatedFact(fact, row):
                name = (row or self._record).name
                facts = self._record.facts if row is None else stated_by.facts if stated_by else ()
                return self._fact(fact, name, facts)
            case StatedRelation(related):
                return self._relation(related)
            case StatedType():
                return self._type()
            case MarkedPassage(paragraph, start):
                return self._passage(paragraph, start)
            case CitedPlace(citation):
                return self._place(citation)

    def cited_at(self, said: Said) -> tuple[Citation, ...]:
        """The citations of a claim; of one in a text that one alone."""
        if isinstance(said, MarkedPassage) and (
            mark := FOOTNOTE_MARK.match(said.paragraph, said.start)
        ):
            label = label_of(mark[1])
            return tuple(each for each in self._every_citation() if each.label == label)[:1]
        return self.told(said).citations

    def _fact(self, fact: Fact, name: Bilingual, facts: Sequence[Fact]) -> Claim:
        state = () if is_reached(fact) else (STATES[fact.about.state].in_(self._language),)
        details = about(fact, self._language, self._places)
        differs = word("differs from", self._language)
        return Claim(
            name.prefer(self._language),
            PROPERTIES[fact.property].in_(self._language),
            value_in_words(fact, self._language),
            details[: len(details) - len(state)],
            state,
            fact.note.prefer(self._language),
            fact.citations,
            tuple(
                Aside(differs, self._value(other), other.citations, _has_figures(other))
                for other in differing_from(facts, fact)
            ),
            _has_figures(fact),
        )

    def _value(self, fact: Fact) -> str:
        words = value_in_words(fact, self._language), *about(fact, self._language, self._places)
        return _with_note(" · ".join(words), fact.note.prefer(self._language))

    def _relation(self, related: Related) -> Claim:
        also = word("also said", self._language)
        others = [
            each
            for each in self._related
            if related.disputed and each.other.key == related.other.key and each != related
        ]
        return Claim(
            self._record.name.prefer(self._language),
            verb_of(related, self._language),
            related.other.name.prefer(self._language),
            when_of(related, self._language),
            (short_word("disputed", self._language),) if related.disputed else (),
            related.note.prefer(self._language),
            related.citations,
            tuple(Aside(also, verb_of(each, self._language), each.citations) for each in others),
        )

    def _type(self) -> Claim:
        record = self._record
        label = TYPES[record.kind].get(record.type)
        return Claim(
            record.name.prefer(self._language),
            word("type", self._language),
            label.in_(self._language) if label else record.type or record.kind,
            citations=record.citations,
        )

    def _passage(self, paragraph: str, start: int) -> Claim:
        words, labels = _cited_words(paragraph, start)
        by_label = {citation.label: citation for citation in self._every_citation()}
        return Claim(
            self._record.name.prefer(self._language),
            word("text", self._language),
            words,
            citations=tuple(by_label[label] for label in labels if label in by_label),
        )

    def _place(self, citation: Citation) -> Claim:
        told = [self.told(each) for each in self.everything_said()]
        cited_for = word("cited for", self._language)
        return Claim(
            self._record.name.prefer(self._language),
            word("source", self._language),
            "",
            citations=(citation,),
            asides=tuple(
                Aside(cited_for, each.said, figures=each.figures)
                for each in told
                if citation in each.citations
            ),
        )

    def _every_citation(self) -> tuple[Citation, ...]:
        return page_citations(self._record, self._related, self._moved)


def page_citations(
    record: Record, related: Iterable[Related] = (), moved: Iterable[Movement] = ()
) -> tuple[Citation, ...]:
    """Every citation of a page once, in order of appearance: the first one is number 1."""
    return tuple(
        dict.fromkeys(
            [
                *record.every_citation(),
                *(citation for each in related for citation in each.citations),
                *(citation for each in moved for citation in each.fact.citations),
            ]
        )
    )


def marked_passages(text: str) -> Iterator[MarkedPassage]:
    """The passages of a summary that have citations, one for those behind the same words."""
    for paragraph in paragraphs(text):
        for marks in _MARKS.finditer(paragraph):
            yield MarkedPassage(paragraph, marks.start())


def _cited_words(paragraph: str, start: int) -> tuple[str, list[str]]:
    """The words behind which a mark stands, and the labels of all marks behind them.

    They begin where the words before have their marks.
    """
    begin = 0
    for marks in _MARKS.finditer(paragraph):
        if start < marks.end():
            words = paragraph[begin : marks.start()].lstrip(_BEFORE_WORDS).rstrip()
            labels = [label_of(mark) for mark in FOOTNOTE_MARK.findall(marks[0])]
            return words or without_citations(paragraph).strip(), labels
        begin = marks.end()
    return without_citations(paragraph).strip(), []


def _has_figures(fact: Fact) -> bool:
    return not isinstance(fact.value, Bilingual)


def _with_note(text: str, note: str) -> str:
    return f"{text} ({note})" if note else text
