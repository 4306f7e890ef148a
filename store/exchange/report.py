"""One Markdown report of many records: contents, the records, footnotes and sources."""

from __future__ import annotations

from itertools import groupby

from store.files.markdown import Languages
from store.files.markdown_parts import (
    facts_table,
    footnotes,
    heading,
    in_direction,
    relations_list,
)
from store.files.markdown_text import can_stand_as_written, escape, escape_paragraphs
from store.files.page import cited_source, record_page, references, word
from store.model.records import Bilingual, Citation, Record, Related, Row, Source
from store.model.vocabulary import KIND_PLURALS, KINDS, Kind, Label, Language
from store.store import Store
from store.text.printable import printable

_TITLE = Label("Zones, agreements, actors and consequences", "مناطق واتفاقات وأطراف وآثار")
_CONTENTS = Label("Contents", "المحتويات")
_SOURCES = Label("Sources", "المصادر")
_KINDS = list(KINDS)


def report(
    store: Store, keys: list[str], sources: dict[str, Source], language: Languages
) -> tuple[str, int]:
    """Write a report.

    Args:
        store: where the records are.
        keys: of the records; they are grouped by kind and otherwise keep this order.
        sources: all sources by key.
        language: in which it is written.

    Returns:
        The Markdown, and how many sources it cites.

    Raises:
        UnknownKeyError: a key names no record.
    """
    return _Report(store, keys, sources, language).write()


class _Report:
    def __init__(
        self, store: Store, keys: list[str], sources: dict[str, Source], language: Languages
    ) -> None:
        self._store = store
        self._sources = sources
        self._languages: tuple[Language, ...] = ("en", "ar") if language == "both" else (language,)
        rows = [store.row(key) for key in keys]
        self._rows = sorted(rows, key=lambda row: _KINDS.index(row.kind))
        self._keys = frozenset(keys)
        self._citations: dict[Citation, None] = {}

    def write(self) -> tuple[str, int]:
        blocks = [] if len(self._rows) == 1 else [*self._beginning()]
        for row in self._rows:
            blocks += self._record(row)
        cited = [key for key in self._sources if key in {c.source for c in self._citations}]
        if cited:
            blocks.append(heading(2, " · ".join(_say(_SOURCES, one) for one in self._languages)))
            blocks.append("\n".join(self._source(self._sources[key]) for key in cited))
            first = self._languages[0]
            cited_at = references(self._citations, self._sources, first)
            blocks.append(footnotes(cited_at, first, self._address))
        return "\n\n".join(blocks) + "\n", len(cited)

    def _beginning(self) -> list[str]:
        return [
            in_direction(
                f"{heading(1, _say(_TITLE, one))}\n\n{heading(2, _say(_CONTENTS, one))}\n\n"
                + self._contents(one),
                one,
            )
            for one in self._languages
        ]

    def _contents(self, language: Language) -> str:
        blocks = []
        for kind, rows in groupby(self._rows, key=lambda row: row.kind):
            lines = (f"- [{escape(row.name.prefer(language))}](#{row.key})" for row in rows)
            label = _say(KIND_PLURALS[kind], language)
            blocks += [heading(3, label[:1].upper() + label[1:]), "\n".join(lines)]
        return "\n\n".join(blocks)

    def _record(self, row: Row) -> list[str]:
        record = self._store.get(row.key)
        related = self._store.related(row.key)
        citations = [*record.every_citation(), *(c for one in related for c in one.citations)]
        self._citations.update(dict.fromkeys(citations))
        level = 1 if len(self._rows) == 1 else 2
        blocks = [
            in_direction(self._in_language(record, related, one, level), one)
            for one in self._languages
            if len(self._languages) == 1
            or getattr(record.name, one)
            or getattr(record.summary, one)
        ]
        # An anchor of its own: how a heading is turned into one differs from reader to reader.
        return [f'<a id="{row.key}"></a>', *blocks]

    def _in_language(
        self, record: Record, related: list[Related], language: Language, level: int
    ) -> str:
        marks = {citation.label for citation in self._citations}
        page = record_page(record, language, self._sources, related)
        blocks = [
            heading(level, record.name.prefer(language)),
            _summary(record.summary, language, marks),
            facts_table(page),
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
    text: str = getattr(summary, language)
    return text if can_stand_as_written(text) else escape_paragraphs(text, marks)


def _say(label: Label, language: Language) -> str:
    return label.ar if language == "ar" else label.en
