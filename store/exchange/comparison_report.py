"""A comparison of two records as one Markdown file to read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from store.files.markdown_parts import heading, in_direction
from store.files.markdown_text import escape
from store.files.page import LIKENESSES, ComparedPage, ComparedRow, ComparedValue, word
from store.model.passages import paragraphs, without_citations
from store.model.vocabulary import Label

_COMPARED: Final = Label("{one} and {other}, compared", "مقارنة بين {one} و{other}")
_SAID: Final = Label("What is said of both", "ما يقال في كليهما")
_RELATIONS: Final = Label("Relations", "العلاقات")
_TEXTS: Final = Label("Texts", "النصوص")
_NOTHING: Final = "—"


def comparison_report(page: ComparedPage) -> str:
    """Write a comparison in Markdown, in its own language."""
    language, (one, other) = page.language, _names(page)
    blocks = [
        heading(1, _COMPARED.in_(language).format(one=one, other=other)),
        escape(page.remark),
        "\n".join(_legend(page)),
        heading(2, _SAID.in_(language)),
        _table(page.properties, page),
        *([heading(2, _RELATIONS.in_(language))] if page.relations else []),
        _table(page.relations, page) if page.relations else "",
        *_texts(page),
    ]
    return in_direction("\n\n".join(block for block in blocks if block), language) + "\n"


def _names(page: ComparedPage) -> tuple[str, str]:
    one, other = (
        names[0] if names else key for names, key in zip(page.names, page.keys, strict=True)
    )
    return one, other


def _legend(page: ComparedPage) -> Iterable[str]:
    for likeness, label, count in page.legend:
        yield f"- {escape(LIKENESSES[likeness][0])} {label}{word('colon', page.language)}{count}"


def _table(rows: Iterable[ComparedRow], page: ComparedPage) -> str:
    language = page.language
    titles = ["", word("property", language), *map(escape, _names(page))]
    cells = [
        [escape(row.sign), escape(row.label), *(_cell(row, side) for side in row.values)]
        for row in rows
    ]
    lines = [titles, ["---"] * len(titles), *cells]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(row: ComparedRow, values: Iterable[ComparedValue]) -> str:
    return "<br>".join(_value(row, value) for value in values) or _NOTHING


def _value(row: ComparedRow, value: ComparedValue) -> str:
    note = f" ({escape(value.note)})" if value.note else ""
    sources = f" — {escape(value.sources)}" if value.sources else ""
    text = f"{escape(value.text)}{note}{sources}"
    return f"**{text}**" if row.stands_out(value) else text


def _texts(page: ComparedPage) -> Iterable[str]:
    if not any(page.texts):
        return
    yield heading(2, _TEXTS.in_(page.language))
    for name, texts in zip(_names(page), page.texts, strict=True):
        yield heading(3, name)
        for text in texts:
            said = (escape(without_citations(each)) for each in paragraphs(text.text))
            yield in_direction("\n\n".join(said), text.language)
