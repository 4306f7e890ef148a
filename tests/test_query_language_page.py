"""docs/query-language.md: complete, and true of the shipped records."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from store.search.query_language import FILTERS, parse
from store.store import Store

PAGE = (Path(__file__).parents[1] / "docs" / "query-language.md").read_text(encoding="utf-8")
ROWS = [line.split(" | ") for line in PAGE.splitlines() if line.startswith("| `")]
EXAMPLES = [example for row in ROWS for example in re.findall(r"`([^`]+)`", row[-1])]


def test_every_filter_stands_in_the_table_with_all_its_names() -> None:
    names = defaultdict(set)
    for name, filter_ in FILTERS.items():
        names[filter_].add(f"{name}:")
    told = {}
    for row in ROWS:
        if re.match(r"\| `[a-z]+:`", row[0]):
            said = set(re.findall(r"`([^`]+)`", " ".join(row[:2])))
            told[row[0].strip("| `:")] = said
    assert told == names


@pytest.mark.parametrize("operator", ['"…"', "…*", "AND", "OR", "NOT", "-", "( )"])
def test_every_operator_is_explained(operator: str) -> None:
    assert any(f"`{operator}`" in row[0] for row in ROWS)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_finds_something(example: str) -> None:
    with Store(":memory:") as store:
        assert store.search(example, limit=1)
    if ":" in example:
        assert parse(example).filters
