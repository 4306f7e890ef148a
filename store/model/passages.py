"""The text of a record, piece by piece as a reader sees it: what search indexes and quotes."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from store.expressions import expression
from store.model.properties import about_in_words, value_in_words
from store.model.records import Bilingual, Fact, Record
from store.model.vocabulary import PROPERTIES, STANDINGS, TYPES, Language
from store.tuples import NamedTuple
from store.typed import Final

_MARK: Final = "[^"
_CITATION_MARK: Final = expression(r"\[\^[^\[\]\s]++\]")
_LANGUAGES: Final[tuple[Language, ...]] = ("en", "ar")


class Passage(NamedTuple):
    """A piece of text in one language, in logical order, without Markdown's marks."""

    language: Language
    text: str


def names_of(record: Record) -> Iterator[str]:
    """Every name and alias in both languages, the names first."""
    yield from (name for name in record.name if name)
    yield from record.aliases.en
    yield from record.aliases.ar


def passages(record: Record) -> Iterator[Passage]:
    """The summaries by paragraph, then the facts and notes, then what kind of thing it is."""
    yield from told_passages(record)
    if record.type:
        yield from _bilingual(Bilingual(*TYPES[record.kind][record.type]))
    if record.standing:
        yield from _bilingual(Bilingual(*STANDINGS[record.standing]))


def told_passages(record: Record) -> Iterator[Passage]:
    """The summaries by paragraph, then the facts and notes."""
    yield from summary_passages(record.summary)
    for fact in record.facts:
        yield from _fact_passages(fact)
    for relation in record.relations:
        yield from _bilingual(relation.note)


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a summary, each on one line."""
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            yield " ".join(paragraph.split())


def without_citations(text: str) -> str:
    """A summary without its citation marks."""
    return with_citations(text, lambda _: "")


def with_citations(text: str, write: Callable[[str], str]) -> str:
    """A summary with its citation marks written anew.

    Args:
        text: with `[^article-2]` for a citation.
        write: makes of what stands in a mark (`article-2`) what is to stand for it.
    """
    # Every page is printed by this: no expression is compiled for it.
    before, *rest = text.split(_MARK)
    pieces = [before]
    for piece in rest:
        label, bracket, behind = piece.partition("]")
        is_label = bracket and label.split() == [label] and "[" not in label
        pieces += (write(label), behind) if is_label else (_MARK, piece)
    return "".join(pieces)


def with_marks_as_labels(text: str) -> str:
    """A summary whose citation marks are written as labels are (NFC), however they were typed.

    A footnote's mark and its text are found together by their letters alone.
    """
    if text.isascii():
        return text
    return _CITATION_MARK.sub(lambda mark: unicodedata.normalize("NFC", mark[0]), text)


def summary_passages(summary: Bilingual) -> Iterator[Passage]:
    """The paragraphs of a summary, those in English first."""
    for language in _LANGUAGES:
        for paragraph in paragraphs(without_citations(summary.in_(language))):
            yield Passage(language, paragraph)


def _fact_passages(fact: Fact) -> Iterator[Passage]:
    for language in _LANGUAGES:
        label = PROPERTIES[fact.property].in_(language)
        words = (value_in_words(fact, language), *about_in_words(fact, language))
        yield Passage(language, f"{label}: {' · '.join(words)}")
    yield from _bilingual(fact.note)


def _bilingual(text: Bilingual) -> Iterator[Passage]:
    for language in _LANGUAGES:
        if text.in_(language):
            yield Passage(language, text.in_(language))
