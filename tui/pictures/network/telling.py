"""Relations in words, as claims: who has to do what with whom, when and how far, who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from store.files.page.citations import references
from store.files.page.relations import relation_groups
from store.files.page.words import short_word, word
from store.model.records import Related, Row, Source
from store.model.vocabulary import Language
from store.tuples import NamedTuple
from tui.bidi import Direction
from tui.bidi.isolates import isolated
from tui.messages.digits import in_digits
from tui.terminal.widths import cell_width, cut

Parts = tuple[tuple[str, str], ...]
"""A line in parts of either script, each with what stands between it and the one before."""


class Told(NamedTuple):
    """A relation in words."""

    said: Parts
    details: Parts
    """When, that it is disputed, and the note of whoever states it; may be empty."""
    sources: Parts
    """Who says so, when and where in it; empty where nobody is named."""


def told(start: Row, related: Related, sources: Mapping[str, Source], language: Language) -> Told:
    """Put a relation into words.

    Args:
        start: the record from which it is seen.
        related: the relation.
        sources: those that it cites, by key.
        language: of the reader.
    """
    ((verb, (line,)),) = relation_groups([related], language)
    disputed = [short_word("disputed", language)] if related.disputed else []
    details = [*line.when, *disputed, *([line.note] if line.note else [])]
    name, other = start.name.prefer(language) or start.key, line.name or related.other.key
    return Told(
        (("", name), (" — ", verb), (": ", other)),
        joined((in_digits(part, language) for part in details), " · "),
        tuple(_who_says(related, sources, language)),
    )


def joined(parts: Iterable[str], joint: str) -> Parts:
    """Parts with the same between each two of them; empty ones are left out."""
    return tuple((joint if number else "", part) for number, part in enumerate(filter(None, parts)))


def _who_says(
    related: Related, sources: Mapping[str, Source], language: Language
) -> Iterable[tuple[str, str]]:
    comma, joint = word("comma", language), ""
    for each in references(related.citations, sources, language):
        found = each.source
        who = [found.name, in_digits(found.date, language)] if found else [each.citation.source]
        for part in filter(None, (*who, each.place)):
            yield joint, part
            joint = comma
        joint = "؛ " if language == "ar" else "; "


def who_says(related: Related, sources: Mapping[str, Source], language: Language) -> list[str]:
    """Who says so, in a word or two each."""
    found = references(related.citations, sources, language)
    return list(
        dict.fromkeys(each.source.name if each.source else each.citation.source for each in found)
    )


def in_a_line(parts: Sequence[tuple[str, str]], language: Language, width: int = -1) -> str:
    """Parts as a line that reads as the interface does, whatever each of them does.

    Args:
        parts: each with what stands before it.
        language: of the reader.
        width: cells that it may take, … standing where it was cut; -1 for all of it.
    """
    base = Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT
    whole = cell_width("".join(joint + part for joint, part in parts))
    is_cut = 0 <= width < whole
    free = width - 1 if is_cut else whole  # a cell is for the …
    line = ""
    for joint, part in parts:
        shown = part if cell_width(joint + part) <= free else cut(part, free - cell_width(joint))
        if not shown or cell_width(joint + shown) > free:
            break
        line += joint + isolated([shown], "", base)
        free -= cell_width(joint + shown)
        if shown != part:
            return line
    return f"{line}…" if is_cut else line
