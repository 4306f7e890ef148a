"""What several values of one filter ask for: that one of them be met."""

from __future__ import annotations

import sqlite3

from store.search.filters.filter import NEVER, Ask, Condition, Filter
from store.search.query.values import values_in


def condition_of(ask: Ask, connection: sqlite3.Connection, value: str) -> Condition:
    """What a value, or several with commas between, asks of a record or a source.

    Where one of several names nothing, neither do all: no part of a question is left out in
    silence.

    Args:
        ask: what one value asks, of a filter.
        connection: of an open store.
        value: as typed.
    """
    conditions = [ask(connection, each) for each in values_in(value)]
    if len(conditions) == 1:
        return conditions[0]
    wrong = next((each for each in conditions if each.sql == NEVER.sql), None)
    return wrong or Condition(
        f"({' OR '.join(each.sql for each in conditions)})",
        tuple(value for each in conditions for value in each.values),
        needs_id_alone=all(each.needs_id_alone for each in conditions),
    )


def wrong_value(item: Filter, connection: sqlite3.Connection, value: str) -> str:
    """The first of several values that names nothing, or any of several records."""
    for part in values_in(value):
        if item.condition(connection, part).sql == NEVER.sql:
            return part
    return value
