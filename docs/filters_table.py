"""The table of filters in docs/query-language.md, and their list in README.md."""

from __future__ import annotations

from store.search.filters import FILTERS
from store.search.filters.filter import Filter


def filters_table() -> str:
    """A row a filter, in the order in which completion has them (Markdown)."""
    head = "| filter | Arabic names | value | examples |\n| --- | --- | --- | --- |\n"
    return head + "\n".join(map(_row, FILTERS))


def _row(item: Filter) -> str:
    arabic = " ".join(f"`{name}:`" for name in item.arabic_names)
    examples = " ".join(f"`{example}`" for example in item.examples)
    return f"| `{item.name}:` | {arabic} | {item.takes} | {examples} |"
