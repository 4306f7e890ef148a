"""Filters in the text of a query: seen, added and taken away, all else left as it is written."""

from __future__ import annotations

import re

from store.model.questions import WrittenFilter
from store.search.query.tokens import tokens
from store.search.query.values import joined, values_in


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


def values_of(query: str, name: str) -> tuple[set[str], set[str]]:
    """The values of a filter that a query asks for, and those that it leaves out."""
    asked: set[str] = set()
    left_out: set[str] = set()
    for written in filters_in(query):
        if written.name == name:
            values = values_in(written.text.partition(":")[2].strip('"'))
            (left_out if written.text[:1] == "-" else asked).update(values)
    return asked, left_out


def with_another(query: str, name: str, value: str) -> str:
    """The query that asks for one more value of a filter, or no more for one that it has.

    Args:
        query: as typed, in logical order.
        name: the filter's English name.
        value: as a person would type it, without quotation marks.
    """
    asked = [each for each in filters_in(query) if each.name == name and each.text[:1] != "-"]
    if not asked:
        return f"{query} {name}:{quoted(value)}".strip()
    written = asked[-1]
    values = written.text.partition(":")[2].strip('"')
    before = values_in(values)
    after = [each for each in before if each != value] if value in before else [*before, value]
    if not after:
        return without_filter(query, written)
    return with_value(query, written, joined(after))


def leaving_out(query: str, name: str, value: str) -> str:
    """The query without what one value of a filter finds, or with it where it is left out already.

    Arguments as for `with_another`.
    """
    wanted = f"-{name}:{quoted(value)}"
    same = next((each for each in filters_in(query) if each.text == wanted), None)
    return without_filter(query, same) if same else f"{query} {wanted}".strip()


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
