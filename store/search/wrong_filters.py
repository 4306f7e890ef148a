"""Filters that cannot be asked as they are written: what is said of them, and what was meant."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from store.expressions import expression
from store.model.questions import Correction, QueryRemark, WrittenFilter
from store.model.vocabulary import Language
from store.search.filters import nearest_name
from store.search.filters.filter import NEVER, Condition
from store.search.filters.kind import KIND, means_sources
from store.search.query import remarks
from store.search.query.alternatives import wrong_value
from store.search.query.editing import quoted, with_value
from store.search.query.tokens import Token, tokens
from store.search.query.tree import FilterClause
from store.search.query.values import joined, values_in
from store.text.folding import fold, is_arabic

_MOST_VALUES: Final = 5_000
"""Values of a filter among which a wrong one is looked for."""
_MOST_NEAR: Final = 3
_MANY: Final = 24
_FEW: Final = 6
"""Different values of a filter that are told where none is near; more are not looked through."""
_NAME: Final = expression(r"([^\W\d_]{1,40}+(?:[-_][^\W\d_]{1,40}+){0,6}+):(?!//)")
_VALUE: Final = expression(r'"[^"]*"|[^\s()"]+')
"""What stands behind the colon, as `tokens` reads it."""


def remark(
    connection: sqlite3.Connection, text: str, clauses: Sequence[FilterClause]
) -> QueryRemark | None:
    """The remark on the first filter of a query that cannot be asked; None where all can.

    Args:
        connection: of an open store.
        text: the query.
        clauses: its filters, each with its condition.
    """
    asked = {(clause.filter.name, clause.value): clause for clause in clauses}
    for token in tokens(text):
        if not token.filter:
            if said := _of_word(token, text):
                return said
        elif not token.text.strip():
            return _without_value(connection, token, text)
        elif (
            (clause := asked.get((token.filter.name, token.text)))
            and clause.condition
            and clause.condition.sql == NEVER.sql
        ):
            return _of_value(connection, clause.condition, token, text)
    return None


def _of_word(token: Token, text: str) -> QueryRemark | None:
    """A word before a colon that is nearly a filter's name."""
    name = _NAME.match(text, token.start) if token.kind == "word" else None
    near = nearest_name(name[1]) if name and name.end() <= token.end else ""
    if not name or not near:
        return None
    query = f"{text[: token.start]}{near}{text[name.end(1) :]}"
    value = _VALUE.match(text, name.end())
    correction = Correction(f"{near}:{value[0] if value else ''}", query)
    is_unfinished = (value.end() if value else name.end()) == len(text)
    return remarks.no_such_filter(name[1], correction, is_unfinished=is_unfinished)


def _without_value(connection: sqlite3.Connection, token: Token, text: str) -> QueryRemark:
    name = text[token.start : token.end].partition(":")[0]
    typed = token.filter.value_under(name, "") if token.filter else ""
    values = (value for value in _values(connection, token, typed) if not value.endswith(":"))
    first = next(values, "").removeprefix(typed)
    example = f"{name}:{quoted(first)}" if first else ""
    return remarks.no_value(f"{name}:", example, is_unfinished=token.end == len(text))


def _of_value(
    connection: sqlite3.Connection, condition: Condition, token: Token, text: str
) -> QueryRemark:
    """A value that names nothing, or may name any of several records."""
    written = WrittenFilter("", text[token.start : token.end], token.start, token.end)
    keys = condition.choices
    is_unfinished = token.end == len(text) and not written.text.endswith('"')
    if parts := _never_together(connection, token):
        corrections = tuple(_correction(text, written, part, "") for part in parts)
        return remarks.not_together(written.text, corrections, is_unfinished=is_unfinished)
    wrong = wrong_value(token.filter, connection, token.text) if token.filter else token.text
    meant = keys or _near(connection, token._replace(text=wrong))
    corrections = tuple(
        _correction(text, written, whole, value if keys else "")
        for value, whole in _mended(connection, token, wrong, meant)
    )
    name = written.text.partition(":")[0]
    told = written.text if wrong == token.text else f"{name}:{quoted(wrong)}"
    said = remarks.several_values if keys else remarks.no_such_value
    return said(told, corrections, is_unfinished=is_unfinished)


def _mended(
    connection: sqlite3.Connection, token: Token, wrong: str, meant: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Each value that may be meant, and the whole that can be asked with it.

    What else is wrong among several values becomes what it is likest to, or is left out; what
    asks for records and for sources becomes either.
    """
    parts = values_in(token.text)
    likest = {part: _likest(connection, token, part) for part in parts if part != wrong}
    asked: set[str] = set()
    for value in meant:
        mended = [value if part == wrong else likest[part] for part in parts]
        whole = joined(list(dict.fromkeys(filter(None, mended)))) if len(parts) > 1 else value
        for each in _never_together(connection, token._replace(text=whole)) or [whole]:
            if each not in asked:
                asked.add(each)
                yield value, each


def _likest(connection: sqlite3.Connection, token: Token, value: str) -> str:
    """A value as it is where it can be asked, else the likest one, empty where none is like it."""
    if token.filter is None:
        return value
    condition = token.filter.condition(connection, value)
    if condition.sql != NEVER.sql:
        return value
    near = condition.choices or _near(connection, token._replace(text=value))
    return next(iter(near), "")


def _never_together(connection: sqlite3.Connection, token: Token) -> list[str]:
    """The two questions in one for records and for sources; none where something is wrong."""
    kinds = values_in(token.text)
    if token.filter is not KIND or any(KIND.condition(connection, kind) == NEVER for kind in kinds):
        return []
    sources = [kind for kind in kinds if means_sources(kind)]
    records = [kind for kind in kinds if not means_sources(kind)]
    return [joined(records), sources[0]] if records and sources else []


def _correction(text: str, written: WrittenFilter, value: str, key: str) -> Correction:
    name = written.text.partition(":")[0]
    value = value.removeprefix(f"{name.casefold()}:")
    query = with_value(text, written, value)
    return Correction(f"{name}:{quoted(value)}", query, key)


def _near(connection: sqlite3.Connection, token: Token) -> list[str]:
    """The values most like the written one; where none is like it, all if they are few."""
    from difflib import get_close_matches  # only a wrong value needs it

    known = {fold(value): value for value in _values(connection, token, token.text)}
    near = [known[each] for each in get_close_matches(fold(token.text), known, _MOST_NEAR)]
    if near or len(known) > _MANY:
        return _different(connection, token, near)
    others = _different(connection, token, known.values())
    return others if len(others) <= _FEW else []


def _different(connection: sqlite3.Connection, token: Token, values: Iterable[str]) -> list[str]:
    """Of values that ask the same, such as a word and its plural, the first."""
    if token.filter is None:
        return []
    asked: dict[Condition, str] = {}
    for value in values:
        asked.setdefault(token.filter.condition(connection, value), value)
    return list(asked.values())


def _values(connection: sqlite3.Connection, token: Token, typed: str) -> Iterator[str]:
    language: Language = "ar" if is_arabic(typed) else "en"
    if token.filter is None:
        return iter(())
    return islice(token.filter.values(connection, typed, language), _MOST_VALUES)
