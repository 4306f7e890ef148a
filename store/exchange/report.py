"""One Markdown report of many records: contents, the records, footnotes and sources."""

from __future__ import annotations

from itertools import groupby

from store.exchange.selection import Selection
from store.files.markdown_parts import (
    facts_table,
    footnotes,
    heading,
    in_direction,
    movements_table,
    relations_list,
)
from store.files.markdown_text import can_stand_as_written, escape, escape_paragraphs
from store.files.page import cited_source, record_page, references, word
from store.model.records import Bilingual, Citation, Movement, Record, Related, Source
from store.model.vocabulary import KIND_PLURALS, KINDS, Kind, Label, Language
from store.text.printable import printable

_TITLE = Label("Zones, agreements, actors and consequences", "مناطق واتفاقات وأطراف وآثار")
_CONTENTS = Label("Contents", "المحتويات")
_SOURCES = Label("Sources", "المصادر")
_KINDS = list(KINDS)


def report(selection: Selection) -> str:
    """Write a report in Markdown; its records are grouped by kind, in their order."""
    return _Report(selection).write()


class _Report:
    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._sources = selection.sources
        language = selection.language
        self._languages: tuple[Language, ...] = ("en", "ar") if language == "both" else (language,)
        self._rows = sorted(selection.rows, key=lambda row: _KINDS.index(row.kind))
        self._keys = frozenset(row.key for row in self._rows)
        self._citations: dict[Citation, None] = {}
        self._marks: set[str] = set()

    def write(self) -> str:
        blocks = [] if len(self._rows) == 1 else [*self._beginning()]
        for record, related, moved in self._selection.read([row.key for row in self._rows]):
            blocks += self._record(record, related, moved)
        if self._sources:
            blocks.append(
                heading(2, " · ".join(_SOURCES.in_(language) for language in self._languages))
            )
            blocks.append("\n".join(map(self._source, self._sources.values())))
            first = self._languages[0]
            cited_at = references(self._citations, self._sources, first)
            blocks.append(footnotes(cited_at, first, self._address))
        return "\n\n".join(blocks) + "\n"

    def _beginning(self) -> list[str]:
        return [
            in_direction(
                f"{heading(1, _TITLE.in_(language))}\n\n{heading(2, _CONTENTS.in_(language))}\n\n"
                + self._contents(language),
                language,
            )
            for language in self._languages
        ]

    def _contents(self, language: Language) -> str:
        blocks = []
        for kind, rows in groupby(self._rows, key=lambda row: row.kind):
            lines = (f"- [{escape(row.name.prefer(language))}](#{row.key})" for row in rows)
            label = KIND_PLURALS[kind].in_(language)
            blocks += [heading(3, label[:1].upper() + label[1:]), "\n".join(lines)]
        return "\n\n".join(blocks)

    def _record(self, record: Record, related: list[Related], moved: list[Movement]) -> list[str]:
        citations = [
            *record.every_citation(),
            *(c for other in related for c in other.citations),
            *(c for other in moved for c in other.fact.citations),
        ]
        self._citations.update(dict.fromkeys(citations))
        self._marks.update(citation.label for citation in citations)
        level = 1 if len(self._rows) == 1 else 2
        blocks = [
            in_direction(self._in_language(record, related, moved, language, level), language)
            for language in self._languages
            if len(self._languages) == 1
            or record.name.in_(language)
            or record.summary.in_(language)
        ]
        # An anchor of its own, as what a heading's would be differs from reader to reader.
        return [f'<a id="{record.key}"></a>', *blocks]

    def _in_language(
        self,
        record: Record,
        related: list[Related],
        moved: list[Movement],
        language: Language,
        level: int,
    ) -> str:
        page = record_page(record, language, self._sources, related, self._selection.places, moved)
        blocks = [
            heading(level, record.name.prefer(language)),
            _summary(record.summary, language, self._marks),
            facts_table(page),
            *(
                f"{heading(level + 1, table.title)}\n\n"
                + movements_table(table, page, self._address)
                for table in page.movements
            ),
            relations_list(page.relations, self._address, level + 1),
        ]
        return "\n\n".join(block for block in blocks if block)

    def _address(self, key: str, kind: Kind | str) -> str:
        if kind == "source":
            return f"#source-{key}" if key in self._sources else ""
        return f"#{key}" if key in self._keys else ""

    def _source(self, source: Source) -> str:
        language = self._languages[0]
        cited = cited_source(source, language)
        parts = [
            f'<a id="source-{cited.key}"></a>{escape(cited.title)}',
            escape(cited.publisher),
            cited.date,
            f"<{printable(cited.url)}>" if cited.url else "",
        ]
        return "- " + word("comma", language).join(part for part in parts if part)


def _summary(summary: Bilingual, language: Language, marks: set[str]) -> str:
    text = summary.in_(language)
    return text if can_stand_as_written(text) else escape_paragraphs(text, marks)
