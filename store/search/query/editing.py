"""Filters in the text of a query: seen, added and taken away, all else left as it is written."""

from __future__ import annotations

import re

from store.model.questions import WrittenFilter
from store.search.query.tokens import tokens


def filters_in(query: str) -> list[WrittenFilter]:
    """The filters of a query, in the order they are written."""
    found = []
    minus_end = -1
    for token in tokens(query):
        if token.kind == "minus":
            minus_end = token.end
        elif token.filter:
            start = token.start - 1 if token.start == minus_end else token.start
            text = query[start : token.end]
            found.append(WrittenFilter(token.filter.name, text, start, token.end))
    return found


def with_filter(query: str, name: str, value: str) -> str:
    """The query narrowed by one more filter, which replaces those of the same name.

    Args:
        query: as typed, in logical order.
        name: the filter's English name.
        value: as a person would type it, without quotation marks.
    """
    return f"{without_name(query, name)} {name}:{quoted(value)}".strip()


def without_name(query: str, name: str) -> str:
    """The query without its filters of an English name; as it is where it has none."""
    written = [each for each in filters_in(query) if each.name == name]
    ends = [0, *(each.end for each in written)]
    starts = [*(each.start for each in written), len(query)]
    kept = " ".join(query[end:start] for end, start in zip(ends, starts, strict=True))
    return " ".join(kept.split()) if written else query


def with_value(query: str, written: WrittenFilter, value: str) -> str:
    """The query with another value for a filter that `filters_in` found in it."""
    name, _, _ = written.text.partition(":")
    return f"{query[: written.start]}{name}:{quoted(value)}{query[written.end :]}"


def quoted(value: str) -> str:
    """A value as it is written in a query, in quotation marks where it needs them."""
    return f'"{value}"' if re.search(r'[\s()"]', value) else value


def without_filter(query: str, written: WrittenFilter) -> str:
    """The query without a filter that `filters_in` found in it."""
    return " ".join(f"{query[: written.start]} {query[written.end :]}".split())
