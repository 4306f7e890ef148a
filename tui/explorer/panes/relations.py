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
from tui.explorer.panes.record_text import DIFFERENT
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
) -> FixedListing:
    """The relations of a record under headings, as the store orders them.

    Args:
        relations: of the record.
        language: of the interface.
        numbers: of the citations; one without a number is not shown.
        width: cells of a line; below an entry stands whole what does not fit beside its name.
    """
    lines: list[Line] = []
    for group in relation_groups(relations, language):
        lines.append(Heading(group.verb))
        for relation in group.relations:
            lines += _lines(relation, language, numbers or {}, width)
    return FixedListing(lines)


def _lines(
    relation: RelationLine, language: Language, numbers: Numbers, width: int
) -> Iterator[Line]:
    related = relation.related
    cited = tuple(_cited(related.citations, language, numbers))
    entry = Entry(related.other, joined_dates(related.since, related.until), cited=cited)
    words = list(_words(relation, entry, language, width))
    if not words and name_fits(entry, width, language):
        yield entry
        return
    yield entry._replace(cited=())
    interface = Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT
    base = direction_of(" ".join(word.text for word in words)) if words else interface
    yield from wrapped([*words, *cited], max(1, width - INDENT), base)


def _words(relation: RelationLine, entry: Entry, language: Language, width: int) -> Iterator[Word]:
    """That it is disputed, when it held where the date says less than is known, and the note."""
    parts: list[list[Word]] = []
    if relation.disputed:
        words = words_of(f"{DIFFERENT} {relation.disputed}")
        parts.append([word._replace(tone="warning") for word in words])
    whole = shows_whole_date(entry, width, language)
    times = ([relation.held] if relation.held else []) if whole else relation.when
    parts += [words_of(in_digits(time, language)) for time in times]
    parts += [words_of(relation.note)] if relation.note else []
    for place, part in enumerate(parts):
        if place:
            yield Word("·")
        yield from part


def _cited(citations: Iterable[Citation], language: Language, numbers: Numbers) -> Iterator[Word]:
    found = [numbers[citation] for citation in citations if citation in numbers]
    for place, number in enumerate(found):
        written = in_digits(f"[{number}]", language)
        yield Word(written, "cited", number, is_joined=place > 0)
