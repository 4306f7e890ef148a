"""The table of filters in docs/query-language.md, and their list in README.md."""

from __future__ import annotations

from store.search.filters import FILTERS, ROLES
from store.search.filters.filter import Filter


def filters_table() -> str:
    """A row a filter, in the order in which completion has them (Markdown)."""
    head = "| filter | Arabic names | value | examples |\n| --- | --- | --- | --- |\n"
    return head + "\n".join(map(_row, FILTERS))


def roles_table() -> str:
    """A row a predicate and side, in the vocabulary's order (Markdown)."""
    head = "| filter | also | Arabic names | value |\n| --- | --- | --- | --- |\n"
    return head + "\n".join(map(_role_row, ROLES))


def _role_row(item: Filter) -> str:
    others = " ".join(f"`{name}:`" for name in item.other_names)
    arabic = " ".join(f"`{name}:`" for name in item.arabic_names)
    return f"| `{item.name}:` | {others} | {arabic} | {item.takes} |"


def _row(item: Filter) -> str:
    arabic = " ".join(f"`{name}:`" for name in item.arabic_names)
    examples = " ".join(f"`{example}`" for example in item.examples)
    return f"| `{item.name}:` | {arabic} | {item.takes} | {examples} |"
