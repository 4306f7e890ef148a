"""What a record has to do with others, by predicate and in both directions, as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from store.files.page import RelationLine, relation_groups
from store.model.records import Citation, Related
from store.model.vocabulary import Language
from tui.bidi import Direction, direction_of
from tui.explorer.drawing.listing import Entry, FixedListing, Heading, Line, Word
from tui.explorer.drawing.painting import INDENT, name_fits, shows_whole_date
from tui.explorer.drawing.wrapping import words_of, wrapped
from tui.explorer.panes.record_text import DIFFERENT, Highlighter, no_highlights
from tui.messages.dates import joined_dates
from tui.messages.digits import in_digits

UNWRAPPED: Final = 1_000
"""Cells of a line where nobody knows yet how many there will be."""

Numbers = Mapping[Citation, int]
"""Under which a page cites."""


def relations_listing(
    relations: Sequence[Related],
    language: Language,
    numbers: Numbers | None = None,
    width: int = UNWRAPPED,
    highlighter: Highlighter = no_highlights,
) -> FixedListing:
    """The relations of a record under headings, as the store orders them.

    Args:
        relations: of the record.
        language: of the interface.
        numbers: of the citations; one without a number is not shown.
        width: cells of a line; below an entry stands whole what does not fit beside its name.
        highlighter: finds what to mark.
    """
    lines: list[Line] = []
    for group in relation_groups(relations, language):
        lines.append(Heading(group.verb, highlighter(group.verb)))
        for relation in group.relations:
            lines += _lines(relation, language, numbers or {}, width, highlighter)
    return FixedListing(lines)


def relation_hits(
    relations: Sequence[Related], language: Language, highlighter: Highlighter
) -> list[int]:
    """For each hit in what is said of relations, in reading order, the number of its entry.

    It does not depend on how they are drawn.
    """
    found: list[int] = []
    entry = 0
    for group in relation_groups(relations, language):
        found += [entry] * len(highlighter(group.verb))
        for relation in group.relations:
            texts = (relation.name, relation.disputed, *relation.when, relation.note)
            found += [entry] * sum(len(highlighter(text)) for text in texts if text)
            entry += 1
    return found


def _lines(
    relation: RelationLine,
    language: Language,
    numbers: Numbers,
    width: int,
    highlighter: Highlighter,
) -> Iterator[Line]:
    related = relation.related
    cited = tuple(_cited(related.citations, language, numbers))
    dates = joined_dates(related.since, related.until)
    entry = Entry(related.other, dates, highlighter(relation.name), cited)
    words = list(_words(relation, entry, language, width, highlighter))
    if not words and name_fits(entry, width, language):
        yield entry
        return
    yield entry._replace(cited=())
    interface = Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT
    base = direction_of(" ".join(word.text for word in words)) if words else interface
    yield from wrapped([*words, *cited], max(1, width - INDENT), base)


def _words(
    relation: RelationLine,
    entry: Entry,
    language: Language,
    width: int,
    highlighter: Highlighter,
) -> Iterator[Word]:
    """That it is disputed, when it held where the date says less than is known, and the note."""
    parts: list[list[Word]] = []
    if relation.disputed:
        words = [Word(DIFFERENT), *_marked(relation.disputed, highlighter)]
        parts.append([_warning(word) for word in words])
    whole = shows_whole_date(entry, width, language)
    times = ([relation.held] if relation.held else []) if whole else relation.when
    parts += [_marked(in_digits(time, language), highlighter) for time in times]
    parts += [_marked(relation.note, highlighter)] if relation.note else []
    for place, part in enumerate(parts):
        if place:
            yield Word("·")
        yield from part


def _marked(text: str, highlighter: Highlighter) -> list[Word]:
    """The words of a text, those in which a hit stands marked whole."""
    words = words_of(text)
    spans = highlighter(" ".join(word.text for word in words))
    found: list[Word] = []
    start = 0
    hits = iter(spans)
    hit = next(hits, None)
    for word in words:
        end = start + len(word.text)
        while hit and hit[1] <= start:
            hit = next(hits, None)
        found.append(word._replace(tone="hit") if hit and hit[0] < end else word)
        start = end + 1
    return found


def _warning(word: Word) -> Word:
    return word if word.tone == "hit" else word._replace(tone="warning")


def _cited(citations: Iterable[Citation], language: Language, numbers: Numbers) -> Iterator[Word]:
    found = [numbers[citation] for citation in citations if citation in numbers]
    for place, number in enumerate(found):
        written = in_digits(f"[{number}]", language)
        yield Word(written, "cited", number, is_joined=place > 0)
