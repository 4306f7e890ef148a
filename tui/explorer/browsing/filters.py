"""Filters as words of a query: finding, adding and taking away `kind:zone`."""

from __future__ import annotations

import re
from typing import Final

from store.search.query_language import FILTERS

_FILTER: Final = re.compile(r'-?([^\W\d_]+):("[^"]*"|[^\s()"]+)')


def filters_in(query: str) -> list[str]:
    """The filters of a query as they are written in it."""
    return [match[0] for match in _FILTER.finditer(query) if match[1].casefold() in FILTERS]


def with_filter(query: str, name: str, value: str) -> str:
    """The query narrowed by one more filter; one of the same name is replaced."""
    for written in filters_in(query):
        if FILTERS.get(written.lstrip("-").partition(":")[0].casefold()) == name:
            query = without_filter(query, written)
    quoted = f'"{value}"' if re.search(r'[\s()"]', value) else value
    return f"{query} {name}:{quoted}".strip()


def without_filter(query: str, written: str) -> str:
    """The query without a filter, given as `filters_in` has it."""
    return " ".join(query.replace(written, " ", 1).split())
