"""A report as one Markdown file; that of one record cites with footnotes, as its own file does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.exchange.report.contents import (
    CONTENTS,
    SOURCES,
    SOURCES_ANCHOR,
    Entry,
    Report,
    source_anchor,
)
from store.exchange.selection import Selection
from store.files.markdown_parts import (
    facts_table,
    footnotes,
    heading,
    in_direction,
    link_to,
    movements_table,
    relations_list,
)
from store.files.markdown_text import can_stand_as_written, escape, escape_paragraphs
from store.files.page import CitedSource, references, with_marks, word
from store.model.records import Citation
from store.model.vocabulary import Language
from store.text.printable import printable


def markdown_report(selection: Selection) -> str:
    """Write a report in Markdown; its records are grouped by kind, in their order.

    Raises:
        DamagedRowError: a record cannot be read.
    """
    report = Report(selection)
    printer = _OfOne(report) if report.is_of_one else _OfSeveral(report)
    return "\n\n".join(printer.blocks()) + "\n"


class _OfSeveral:
    """Title, contents and records; marks are links to the one list of sources."""

    _level = 2
    """Of the headings that name records."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._first = report.languages[0]

    def blocks(self) -> Iterator[str]:
        """The report's blocks, in order."""
        yield from self._beginning()
        for entry in self._report.entries():
            yield from self._record(entry)
        if self._report.sources:
            yield from self._ending()

    def _beginning(self) -> Iterator[str]:
        for language in self._report.languages:
            blocks = [
                heading(1, self._report.title(language)),
                "\n".join(self._particulars(language)),
                heading(2, CONTENTS.in_(language)),
                *self._contents(language),
            ]
            yield in_direction("\n\n".join(blocks), language)

    def _particulars(self, language: Language) -> Iterator[str]:
        colon = word("colon", language)
        for label, text in self._report.particulars(language):
            yield f"- **{label}**{colon}{escape(text)}"

    def _contents(self, language: Language) -> Iterator[str]:
        for _, label, rows in self._report.groups():
            yield heading(3, self._report.heading(label, language))
            yield "\n".join(f"- [{escape(row.name.prefer(language))}](#{row.key})" for row in rows)
        if self._report.sources:
            yield f"[{SOURCES.in_(language)}](#{SOURCES_ANCHOR})"

    def _record(self, entry: Entry) -> Iterator[str]:
        # An anchor of its own, as what a heading's would be differs from reader to reader.
        yield f'<a id="{entry.record.key}"></a>'
        for language in entry.shown_in(self._report.languages):
            yield in_direction(self._in_language(entry, language), language)

    def _in_language(self, entry: Entry, language: Language) -> str:
        report, below = self._report, self._level + 1
        page = entry.page(language, report.sources, report.places)

        def cite(citations: Iterable[Citation]) -> str:
            return self._cite(citations, language)

        blocks = [
            heading(self._level, entry.record.name.prefer(language)),
            self._summary(entry, language),
            facts_table(page, cite),
            *(
                f"{heading(below, table.title)}\n\n"
                + movements_table(table, page, report.address, cite)
                for table in page.movements
            ),
            relations_list(page.relations, report.address, below, cite),
        ]
        return "\n\n".join(block for block in blocks if block)

    def _summary(self, entry: Entry, language: Language) -> str:
        def mark(label: str) -> str:
            cited = entry.citations.get(label)
            return self._cite([cited], language) if cited else f"[^{label}]"

        return with_marks(safe_summary(entry, language), mark)

    def _cite(self, citations: Iterable[Citation], language: Language) -> str:
        marks = self._report.marks(citations, language)
        return " ".join(
            link_to(f"[{each.text}]", f"#{source_anchor(each.source)}") for each in marks
        )

    def _ending(self) -> Iterator[str]:
        names = " · ".join(SOURCES.in_(language) for language in self._report.languages)
        lines = (
            f'{number}. <a id="{source_anchor(cited.key)}"></a>{_source(cited, self._first)}'
            for number, cited in self._report.listed_sources(self._first)
        )
        blocks = [heading(2, names), "\n".join(lines)]
        yield f'<a id="{SOURCES_ANCHOR}"></a>'
        yield in_direction("\n\n".join(blocks), self._first)


class _OfOne(_OfSeveral):
    """One record; marks are footnotes, which a reader sees beside the text that they stand in."""

    _level = 1

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self._cited: dict[Citation, None] = {}

    def _beginning(self) -> Iterator[str]:
        return iter(())

    def _record(self, entry: Entry) -> Iterator[str]:
        self._cited.update(dict.fromkeys(entry.citations.values()))
        return super()._record(entry)

    def _summary(self, entry: Entry, language: Language) -> str:
        return safe_summary(entry, language)

    def _cite(self, citations: Iterable[Citation], language: Language) -> str:
        return " ".join(f"[^{citation.label}]" for citation in citations)

    def _ending(self) -> Iterator[str]:
        names = " · ".join(SOURCES.in_(language) for language in self._report.languages)
        yield heading(2, names)
        yield "\n".join(
            f'- <a id="source-{cited.key}"></a>{_source(cited, self._first)}'
            for cited in self._report.cited_sources(self._first)
        )
        cited_at = references(self._cited, self._report.sources, self._first)
        yield footnotes(cited_at, self._first, self._address)

    def _address(self, key: str, kind: str) -> str:
        return f"#source-{key}" if kind == "source" else self._report.address(key, kind)


def safe_summary(entry: Entry, language: Language) -> str:
    """A record's text as Markdown that leaves the page alone; it keeps the marks of citations."""
    text = entry.record.summary.in_(language)
    return text if can_stand_as_written(text) else escape_paragraphs(text, entry.citations.keys())


def _source(cited: CitedSource, language: Language) -> str:
    address = f"<{printable(cited.url)}>" if cited.url else ""
    parts = (escape(cited.title), escape(cited.publisher), cited.date, address)
    return word("comma", language).join(part for part in parts if part)
