"""A report as one page for browsers, which needs nothing but itself: no network and no scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from store.exchange.report.as_markdown import safe_summary
from store.exchange.report.contents import (
    CONTENTS,
    QUESTION,
    SOURCES,
    SOURCES_ANCHOR,
    Entry,
    ListedSource,
    Report,
    is_web_address,
    source_anchor,
)
from store.exchange.report.html_summary import SummaryWriter
from store.exchange.report.html_text import (
    NOTHING,
    Html,
    element,
    in_direction,
    joined,
    text,
)
from store.exchange.selection import Selection
from store.files.markdown_parts import RECORD_LINES
from store.files.markdown_text import escape
from store.files.page import (
    Line,
    MovementLine,
    MovementTable,
    RecordPage,
    RelationGroup,
    RelationLine,
    with_marks,
    word,
)
from store.model.records import Citation
from store.model.vocabulary import Language

_STYLE: Final = Path(__file__).with_name("report.css")

# Whatever a text might smuggle in: the page loads nothing, runs nothing and sends nothing.
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
_MOVEMENT_COLUMNS: Final = (
    "who", "how many", "whence", "where to", "when", "state", "counted by",
)  # fmt: skip


def html_report(selection: Selection) -> str:
    """Write a report as HTML; its records are grouped by kind, in their order.

    Raises:
        DamagedRowError: a record cannot be read.
    """
    report = Report(selection)
    return _Page(report).write()


class _Page:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._first = report.languages[0]
        self._summaries = SummaryWriter()
        self._level = 1 if report.is_of_one else 2
        """Of the headings that name records."""

    def write(self) -> str:
        """Write the whole page."""
        body = [element("main", *self._main())]
        return "".join(
            (
                "<!DOCTYPE html>\n",
                element(
                    "html",
                    self._head(),
                    element("body", *body),
                    lang=self._first,
                    dir=_direction(self._first),
                ),
                "\n",
            )
        )

    def _head(self) -> Html:
        metas = (
            '<meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
            '<meta name="referrer" content="no-referrer">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="color-scheme" content="light dark">'
        )
        title = element("title", text(self._report.title(self._first)))
        style = Html(f"<style>{_STYLE.read_text('utf-8')}</style>")
        return element("head", Html(metas), title, style)

    def _main(self) -> Iterator[Html]:
        if not self._report.is_of_one:
            yield element("header", *map(self._beginning, self._report.languages), class_="pair")
        for entry in self._report.entries():
            sections = [
                self._section(entry, language)
                for language in entry.shown_in(self._report.languages)
            ]
            yield element("article", *sections, id=entry.record.key, class_="pair")
        if self._report.sources:
            yield self._sources()

    # --- what stands first -----------------------------------------------------------------------

    def _beginning(self, language: Language) -> Html:
        particulars = (
            _term(label, in_direction(words, language), is_long=label == QUESTION.in_(language))
            for label, words in self._report.particulars(language)
        )
        return _in(
            language,
            element("h1", in_direction(self._report.title(language), language)),
            element("dl", *particulars, class_="particulars"),
            self._contents(language),
        )

    def _contents(self, language: Language) -> Html:
        blocks = [element("h2", text(CONTENTS.in_(language)), id=f"_contents-{language}")]
        for _, label, rows in self._report.groups():
            links = (
                element("li", _link(row.name.prefer(language), f"#{row.key}", language))
                for row in rows
            )
            blocks += [
                element("h3", text(self._report.heading(label, language))),
                element("ul", *links),
            ]
        if self._report.sources:
            blocks.append(
                element("p", _link(SOURCES.in_(language), f"#{SOURCES_ANCHOR}", language))
            )
        return element("nav", *blocks, aria_labelledby=f"_contents-{language}")

    # --- a record --------------------------------------------------------------------------------

    def _section(self, entry: Entry, language: Language) -> Html:
        page = entry.page(language, self._report.sources, self._report.places)
        movements = (
            self._movements(table, page, f"{entry.record.key}:{language}-{number}")
            for number, table in enumerate(page.movements)
        )
        return _in(
            language,
            element("p", text(page.kind), class_="kind"),
            self._heading(0, entry.record.name.prefer(language), language),
            self._summary(entry, language),
            self._facts(page),
            *movements,
            self._relations(page.relations, language),
        )

    def _heading(self, below: int, words: str, language: Language, **attributes: str) -> Html:
        name = f"h{self._level + below}"
        return element(name, in_direction(words, language), **attributes)

    def _summary(self, entry: Entry, language: Language) -> Html:
        def mark(label: str) -> str:
            cited = entry.citations.get(label)
            if cited is None:
                return f"\\[^{escape(label)}\\]"
            marks = self._report.marks([cited], language)
            return "".join(f"[\\[{escape(m.text)}\\]](#{source_anchor(m.source)})" for m in marks)

        return self._summaries.write(with_marks(safe_summary(entry, language), mark), language)

    def _facts(self, page: RecordPage) -> Html:
        language = page.language
        rows = (
            (_label(line, language), _value(line, language), self._cite(line.citations, language))
            for line in page.lines(RECORD_LINES)
            if line.language in (None, language)
        )
        return _table(("property", "value", "source"), rows, language, "facts")

    def _movements(self, table: MovementTable, page: RecordPage, anchor: str) -> Html:
        language = page.language
        columns = ("stated by", *_MOVEMENT_COLUMNS) if table.by_others else _MOVEMENT_COLUMNS
        rows = (tuple(self._movement(line, page)) for line in table.lines)
        # It may be wider than the screen: whoever has no mouse scrolls it by keys.
        scrolled = element(
            "div",
            _table(columns, rows, language, "movements"),
            class_="wide",
            role="region",
            tabindex="0",
            aria_labelledby=anchor,
        )
        return Html(self._heading(1, table.title, language, id=anchor) + scrolled)

    def _movement(self, line: MovementLine, page: RecordPage) -> Iterator[Html]:
        language = page.language
        if line.record:
            name = line.record.name.prefer(language)
            yield _link(name, self._report.address(line.record.key, line.record.kind), language)
        yield in_direction(line.who, language)
        yield _with_remarks(
            in_direction(line.number, language),
            (word("differing", language) if line.differing else "", line.note),
            language,
        )
        for words in (line.origins, line.destinations, line.when, line.state):
            yield in_direction(words, language)
        named = in_direction(page.sources(line.citations), language)
        yield joined((named, self._cite(line.citations, language)), " ")

    def _relations(self, groups: Iterable[RelationGroup], language: Language) -> Html:
        blocks = (
            element(
                "div",
                self._heading(1, group.verb, language),
                element("ul", *(self._relation(each, language) for each in group.relations)),
            )
            for group in groups
        )
        written = tuple(blocks)
        return element("div", *written, class_="relations") if written else NOTHING

    def _relation(self, relation: RelationLine, language: Language) -> Html:
        other = relation.related.other
        name = _link(relation.name, self._report.address(other.key, other.kind), language)
        named = _with_remarks(name, (relation.details,), language)
        return element("li", joined((named, self._cite(relation.related.citations, language)), " "))

    def _cite(self, citations: Iterable[Citation], language: Language) -> Html:
        marks = (
            element(
                "a",
                in_direction(f"[{each.text}]", language),
                href=f"#{source_anchor(each.source)}",
                class_="mark",
            )
            for each in self._report.marks(citations, language)
        )
        return joined(marks, " ")

    # --- sources ---------------------------------------------------------------------------------

    def _sources(self) -> Html:
        names = (
            element("span", text(SOURCES.in_(language)), lang=language, dir=_direction(language))
            for language in self._report.languages
        )
        listed = map(self._source, self._report.listed_sources(self._first))
        return element(
            "section",
            element("h2", joined(names, " · "), id=SOURCES_ANCHOR),
            element("ol", *listed),
            aria_labelledby=SOURCES_ANCHOR,
            class_="sources",
        )

    def _source(self, listed: ListedSource) -> Html:
        cited, language = listed.cited, self._first
        title = element("cite", in_direction(cited.title, language))
        parts = (
            title,
            in_direction(cited.publisher, language),
            in_direction(cited.date, language),
            _address(cited.url),
        )
        written = joined(parts, word("comma", language))
        return element("li", written, id=source_anchor(cited.key), value=str(listed.number))


def _direction(language: Language) -> str:
    return "rtl" if language == "ar" else "ltr"


def _in(language: Language, *blocks: Html) -> Html:
    return element("section", *blocks, lang=language, dir=_direction(language))


def _term(label: str, value: Html, *, is_long: bool) -> Html:
    name = "long" if is_long else ""
    return element("div", element("dt", text(label)), element("dd", value), class_=name)


def _link(words: str, target: str, language: Language) -> Html:
    written = in_direction(words, language)
    return element("a", written, href=target) if target else written


def _address(url: str) -> Html:
    """An address as it is written; one that leads anywhere but to the web is not linked."""
    if not url:
        return NOTHING
    written = element("bdi", text(url), dir="ltr", class_="address")
    return element("a", written, href=url, rel="noreferrer") if is_web_address(url) else written


def _label(line: Line, language: Language) -> Html:
    differs = word("differing", language) if line.differing else ""
    return _with_remarks(in_direction(line.label, language), (differs,), language)


def _value(line: Line, language: Language) -> Html:
    parts = joined((in_direction(part, language) for part in line.parts), line.joint)
    return _with_remarks(parts, (line.note,), language)


def _with_remarks(written: Html, remarks: Iterable[str], language: Language) -> Html:
    said = joined(
        (in_direction(remark, language) for remark in remarks if remark), word("comma", language)
    )
    return Html(f"{written} ({said})") if said else written


def _table(
    columns: Iterable[str], rows: Iterable[tuple[Html, ...]], language: Language, name: str
) -> Html:
    titles = (element("th", text(word(column, language)), scope="col") for column in columns)
    lines = (
        element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in others))
        for first, *others in rows
    )
    return element(
        "table",
        element("thead", element("tr", *titles)),
        element("tbody", *lines),
        class_=name,
    )
