"""Numbers of new rows, in stores whose numbers are not what they should be."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from store.tables.connection import LAST_NUMBER, last_number


@pytest.mark.parametrize(
    ("referring", "last"),
    [
        ([3, 9], 9),
        (["text", 9], 9),
        ([b"bytes", None, 2.5], 7),
        ([2**63 - 1], 7),
        (["text", 2**63 - 1, LAST_NUMBER], LAST_NUMBER),
    ],
)
def test_the_last_number_is_told_beside_what_is_none(referring: list[object], last: int) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE own (id INTEGER PRIMARY KEY)")
        connection.execute("CREATE TABLE other (own)")
        connection.executemany("INSERT INTO own VALUES (?)", [(-4,), (7,)])
        connection.executemany("INSERT INTO other VALUES (?)", [(value,) for value in referring])

        assert last_number(connection, "own", referring=[("other", "own")]) == last
