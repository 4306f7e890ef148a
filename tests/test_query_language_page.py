"""docs/query-language.md and README.md: complete, and true of the shipped records."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from store.search.filters import FILTERS
from store.search.query.parser import parse
from store.store import Store

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "query-language.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUESTIONS = [
    query
    for line in (ROOT / "docs" / "how-to" / "ask.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and " | `" in line
    for query in re.findall(r"`([^`]+)`", line)
]
ROWS = [line.split(" | ") for line in PAGE.splitlines() if line.startswith("| `")]
OF_SOURCES = [it for it in re.findall(r"`(kind:source [^`]+)`", PAGE) if "marked:" not in it]
ARABIC = (ROOT / "docs" / "ar" / "query-language.md").read_text(encoding="utf-8")
ARABIC_EXAMPLES = [
    html.unescape(code or marked)
    for line in ARABIC.partition("<!-- roles -->")[0].splitlines()
    if line.startswith("| ") and " | أمثلة" not in line
    for code, marked in re.findall(r"`([^`]+)`|<code[^>]*>([^<]+)</code>", line.split(" | ")[-1])
]
ARABIC_PAGES = [ROOT / "README.ar.md", *sorted((ROOT / "docs" / "ar").glob("*.md"))]
NAMED_IN_ARABIC = sorted(
    {
        code
        for page in ARABIC_PAGES
        for code in re.findall(r"`([^`\n]+)`", page.read_text("utf-8"))
        if re.search(r"[^\W\d]:[^\s]", code) and "<" not in code
    }
)
EXAMPLES = [example for row in ROWS for example in re.findall(r"`([^`]+)`", row[-1])]


def test_the_readme_names_every_filter_and_no_other() -> None:
    (listed,) = re.findall(r"and filters: `([^`]+)`", README)

    assert listed.split() == [f"{item.name}:" for item in FILTERS]


@pytest.mark.parametrize("operator", ['"…"', "…*", "AND", "OR", "NOT", "-", "( )"])
def test_every_operator_is_explained(operator: str) -> None:
    assert any(f"`{operator}`" in row[0] for row in ROWS)


def test_every_example_finds_something(shipped_to_read: Store) -> None:
    for example in EXAMPLES:
        assert found(shipped_to_read, example), example
        if ":" in example:
            assert parse(example).filters, example


def test_every_example_of_the_arabic_pages_finds_something(shipped_to_read: Store) -> None:
    examples = [*ARABIC_EXAMPLES, *NAMED_IN_ARABIC]
    assert [example for example in examples if not found(shipped_to_read, example)] == []


def found(store: Store, example: str) -> bool:
    of_sources = example.startswith(("نوع:مصدر", "kind:source"))
    search = store.search_sources if of_sources else store.search
    return bool(search(example, limit=1))


@pytest.mark.parametrize("query", QUESTIONS)
def test_every_question_of_the_how_to_has_an_answer(shipped_to_read: Store, query: str) -> None:
    assert shipped_to_read.search(query, limit=1)


@pytest.mark.parametrize("example", OF_SOURCES)
def test_every_example_of_sources_finds_one(shipped_to_read: Store, example: str) -> None:
    assert shipped_to_read.search_sources(example, limit=1)
