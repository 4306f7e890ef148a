"""Plain text inside Markdown reads as it is, wherever it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from store.files.markdown_text import can_stand_as_written, escape, escape_paragraphs
from store.text.printable import printable
from tests.store.strategies import lines, paragraphs

_MARKDOWN = MarkdownIt("commonmark").enable("table")


def _words(token: Token) -> str:
    assert {child.type for child in token.children or []} <= {"text", "text_special"}
    return "".join(child.content for child in token.children or [])


def _as_read(text: str) -> str:
    return printable(re.sub(r"\s+", " ", text.strip()))


@given(lines.filter(bool))
def test_a_heading_says_just_the_text(text: str) -> None:
    opening, inline, closing = _MARKDOWN.parse(f"# {escape(text)}")

    assert (opening.type, closing.type) == ("heading_open", "heading_close")
    assert _words(inline).strip() == _as_read(text).strip()


@given(lines.filter(bool))
def test_a_list_item_says_just_the_text(text: str) -> None:
    tokens = _MARKDOWN.parse(f"- {escape(text)}")

    assert [token.type for token in tokens if token.type != "inline"] == [
        "bullet_list_open", "list_item_open", "paragraph_open",
        "paragraph_close", "list_item_close", "bullet_list_close",
    ]  # fmt: skip
    assert _words(tokens[3]).strip() == _as_read(text).strip()


@given(lines.filter(bool))
def test_a_link_says_just_the_text(text: str) -> None:
    inline = _MARKDOWN.parse(f"[{escape(text)}](../zones/zabadani.md)")[1]
    children = inline.children or []

    assert [children[0].type, children[-1].type] == ["link_open", "link_close"]
    assert {child.type for child in children[1:-1]} <= {"text", "text_special"}


@given(lines.filter(bool), lines.filter(bool))
def test_a_table_keeps_its_cells(first: str, second: str) -> None:
    rows = f"| a | b |\n| --- | --- |\n| {escape(first)} | {escape(second)} |"
    cells = [token for token in _MARKDOWN.parse(rows) if token.type == "inline"][2:]

    assert [_words(cell).strip() for cell in cells] == [
        _as_read(first).strip(), _as_read(second).strip(),
    ]  # fmt: skip


@given(paragraphs)
def test_escaped_paragraphs_are_paragraphs_and_nothing_else(text: str) -> None:
    tokens = _MARKDOWN.parse(escape_paragraphs(text, frozenset()))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}


@example("-  #")
@example("> ## x")
@example("1. ```")
@given(paragraphs)
def test_what_can_stand_as_written_has_no_headings_rules_or_html(text: str) -> None:
    if can_stand_as_written(text):
        types = {token.type for token in _MARKDOWN.parse(f"{text}\n\n<hr>\n\nend")}
        assert not types & {"heading_open", "hr", "fence"}
        # What follows is still read: nothing swallowed it.
        assert "html_block" in types


@pytest.mark.parametrize(
    "text",
    [
        "Signed in Astana.[^article-2]",
        "One *emphasis*, a [link](https://example.org), a `code`.\n\n- a list\n- of two",
        "قرار مجلس الأمن 2118 (2013)\n\nفقرة ثانية",
        "2 < 3 & 5 > 4",
    ],
)
def test_ordinary_summaries_stand_as_written(text: str) -> None:
    assert can_stand_as_written(text)


def test_escaping_leaves_ordinary_names_alone() -> None:
    for name in ("Hay'at Tahrir al-Sham (HTS)", "هيئة تحرير الشام", "UNSCR 2401 (2018)", "4.5 km"):
        assert escape(name) == name
