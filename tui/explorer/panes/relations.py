"""What a record has to do with others, by predicate and in both directions, as lines of a list."""

from __future__ import annotations

from collections.abc import Sequence

from store.files.page import relation_groups
from store.model.records import Related
from store.model.vocabulary import Language
from tui.explorer.drawing.listing import Entry, FixedListing, Heading, Line, Remark
from tui.messages.dates import joined_dates


def relations_listing(relations: Sequence[Related], language: Language) -> FixedListing:
    """The relations of a record under headings, as the store orders them."""
    lines: list[Line] = []
    for group in relation_groups(relations, language):
        lines.append(Heading(group.verb))
        for relation in group.relations:
            related = relation.related
            date = joined_dates(related.since, related.until)
            lines.append(Entry(related.other, date))
            remarks = (relation.held, relation.disputed, relation.note)
            lines += [Remark(text) for text in remarks if text]
    return FixedListing(lines)
