"""What a record has to do with others, by predicate and in both directions, as lines of a list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from store.model.records import Related
from store.model.vocabulary import PREDICATES, Language
from tui.explorer.drawing.listing import Entry, FixedListing, Heading, Line, Remark
from tui.messages import say
from tui.messages.dates import joined_dates


def relations_listing(relations: Sequence[Related], language: Language) -> FixedListing:
    """The relations of a record under headings, as the store orders them."""
    lines: list[Line] = []
    for (predicate, direction), some in groupby(
        relations, key=lambda relation: (relation.predicate, relation.direction)
    ):
        lines.append(Heading(predicate_label(predicate, language, inverse=direction == "in")))
        for relation in some:
            date = joined_dates(relation.since, relation.until)
            lines.append(Entry(relation.other, date, insists=True))
            lines += [Remark(text) for text in _remarks(relation, language)]
    return FixedListing(lines)


def predicate_label(predicate: str, language: Language, *, inverse: bool) -> str:
    """The verb as it reads from the record's side."""
    label = PREDICATES[predicate]
    if language == "ar":
        return label.inverse_ar if inverse else label.ar
    return label.inverse_en if inverse else label.en


def _remarks(relation: Related, language: Language) -> list[str]:
    disputed = [say("relations.disputed")] if relation.disputed else []
    note = relation.note.prefer(language)
    return [*disputed, *([note] if note else [])]
