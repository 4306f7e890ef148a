"""A page printed as Markdown: its facts and relations, footnotes, what is known of a source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, Literal

from store.files.markdown_text import escape
from store.files.page import (
    FACTS,
    Line,
    MovementLine,
    MovementTable,
    RecordPage,
    Reference,
    RelationGroup,
    RelationLine,
    SourcePage,
    word,
)
from store.model.records import Citation, Row
from store.model.vocabulary import Kind, Language
from store.text.printable import printable

Address = Callable[[str, Kind | Literal["source"]], str]
"""Where a link to a record or source leads; an empty text where there is nothing to link to."""

Cite = Callable[[Iterable[Citation]], str]
"""Writes the marks of some citations."""

RECORD_LINES: Final = (
    "type", "standing", "aliases", "coordinates", "collection", "confidence", "independent",
    FACTS, "identifiers",
)  # fmt: skip
"""The lines of a record's table, in this order; of names those in the page's language."""
SOURCE_LINES: Final = (
    "type", "publisher", "relays", "date", "language code", "address", "read", "hash", "sentences",
)  # fmt: skip
"""The lines of a source's table, in this order."""

ARABIC_BEGINS: Final = '<div dir="rtl" lang="ar">'
ARABIC_ENDS: Final = "</div>"


def right_to_left(markdown: str) -> str:
    """Put blocks of Arabic Markdown where readers lay them out from the right."""
    return f"{ARABIC_BEGINS}\n\n{markdown.strip()}\n\n{ARABIC_ENDS}"


def in_direction(markdown: str, language: Language) -> str:
    """Put blocks into the direction of their language."""
    return right_to_left(markdown) if language == "ar" else markdown.strip()


def heading(level: int, text: str) -> str:
    """Write a heading that holds plain text."""
    return f"{'#' * level} {escape(text)}"


# --- tables --------------------------------------------------------------------------------------


def facts_table(page: RecordPage, cite: Cite | None = None) -> str:
    """Write what a record states: a line a value, the preferred one of a property first.

    Args:
        page: of the record.
        cite: writes marks; None for footnotes.
    """
    cite = cite or footnote_references
    language = page.language
    rows = [
        [_label(line, language), _cell(line), cite(line.citations)]
        for line in page.lines(RECORD_LINES)
        if line.language in (None, language)
    ]
    return _table(("property", "value", "source"), rows, language)


def source_table(page: SourcePage) -> str:
    """Write what is known of a source."""
    rows = [[line.label, _cell(line)] for line in page.lines(SOURCE_LINES)]
    return _table(("property", "value"), rows, page.language)


def _label(line: Line, language: Language) -> str:
    return f"{line.label} ({word('differing', language)})" if line.differing else line.label


def _cell(line: Line) -> str:
    if line.name == "address":
        return f"<{printable(line.value)}>".replace("|", "%7C")
    if line.name == "hash":
        return f"`{line.value}`"
    text = line.joint.join(map(escape, line.parts))
    return f"{text} ({escape(line.note)})" if line.note else text


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]], language: Language) -> str:
    head = [[word(title, language) for title in titles], ["---"] * len(titles)]
    return "\n".join("| " + " | ".join(row) + " |" for row in (*head, *rows))


# --- movements of people -------------------------------------------------------------------------


def movements_table(
    table: MovementTable, page: RecordPage, address: Address, cite: Cite | None = None
) -> str:
    """Write who went from where to where, a line a number of people.

    Args:
        table: of the page.
        page: names the sources of what it says.
        address: where links to the records lead that state it.
        cite: writes marks; None for footnotes.
    """
    cite = cite or footnote_references
    language = page.language
    titles = ("who", "how many", "whence", "where to", "when", "state", "counted by")
    rows = [
        [
            *([link(line.record, language, address)] if line.record else []),
            *map(escape, (line.who, _number(line, language))),
            *map(escape, (line.origins, line.destinations, line.when, line.state)),
            " ".join(
                filter(
                    None,
                    (escape(page.sources(line.citations)), cite(line.citations)),
                )
            ),
        ]
        for line in table.lines
    ]
    return _table(("stated by", *titles) if table.by_others else titles, rows, language)


def _number(line: MovementLine, language: Language) -> str:
    says = [word("differing", language)] if line.differing else []
    says += [line.note] if line.note else []
    return f"{line.number} ({word('comma', language).join(says)})" if says else line.number


# --- relations -----------------------------------------------------------------------------------


def relations_list(
    groups: Iterable[RelationGroup], address: Address, level: int, cite: Cite | None = None
) -> str:
    """Write relations under a heading for each verb.

    Args:
        groups: as the page has them.
        address: where links lead.
        level: of the headings.
        cite: writes marks; None for footnotes.
    """
    cite = cite or footnote_references
    blocks: list[str] = []
    for group in groups:
        blocks.append(heading(level, group.verb))
        blocks.append("\n".join(f"- {_relation(each, address, cite)}" for each in group.relations))
    return "\n\n".join(blocks)


def _relation(relation: RelationLine, address: Address, cite: Cite) -> str:
    other = relation.related.other
    details = f"({escape(relation.details)})" if relation.details else ""
    parts = (
        link_to(relation.name, address(other.key, other.kind)),
        details,
        cite(relation.related.citations),
    )
    return " ".join(part for part in parts if part)


def link(row: Row, language: Language, address: Address) -> str:
    """Write a record's name, as a link where there is something to link to."""
    return link_to(row.name.prefer(language), address(row.key, row.kind))


def link_to(text: str, target: str) -> str:
    """Write plain text as a link; without a target as it is."""
    return f"[{escape(text)}]({target})" if target else escape(text)


# --- citations -----------------------------------------------------------------------------------


def footnotes(references: Iterable[Reference], language: Language, address: Address) -> str:
    """Write the definition of every footnote, each linked to its source.

    Args:
        references: in order; of those with the same label the last one is defined.
        language: in which they are written.
        address: where links lead.
    """
    by_label = {reference.citation.label: reference for reference in references}
    comma = word("comma", language)
    return "\n".join(
        f"[^{label}]: {_footnote(reference, address, comma)}"
        for label, reference in by_label.items()
    )


def _footnote(reference: Reference, address: Address, comma: str) -> str:
    target = address(reference.citation.source, "source") if reference.source else ""
    text = link_to(reference.title, target)
    return f"{text}{comma}{escape(reference.place)}" if reference.place else text


def footnote_references(citations: Iterable[Citation]) -> str:
    """Write the marks that lead to footnotes."""
    # Set apart, as two raised figures side by side would read as one number.
    return " ".join(f"[^{citation.label}]" for citation in citations)
