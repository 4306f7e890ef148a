"""Many ids in one statement, and many records in batches, so that memory stays bounded."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import islice

from store.typed import Any, Final, TypeVar

T = TypeVar("T")
Listed = TypeVar("Listed", int, str)

BATCH: Final = 500
"""Records read at once: an export of any size holds no more of them in memory."""

_UNDECODABLE: Final = "Could not decode to UTF-8"
"""How the message of `sqlite3` begins, which has no code for it."""

LISTED: Final = "(:listed)"
"""In SQL: the ids or keys that `select` is given, wherever they stand."""


def listed(values: Iterable[Listed]) -> str:
    """Ids or words as the JSON that SQLite's `json_each` reads.

    `json` compiles six expressions when it is imported, so that only words which need it ask it.
    """
    values = list(values)
    if all(isinstance(value, int) for value in values):
        return f"[{','.join(map(str, values))}]"
    words = "".join(map(str, values))
    if words.isprintable() and '"' not in words and "\\" not in words:
        return '["' + '","'.join(map(str, values)) + '"]'
    import json

    return json.dumps(values)


def select(
    connection: sqlite3.Connection, statement: str, values: Collection[int] | Collection[str]
) -> list[tuple[Any, ...]]:
    """Run a statement in which `LISTED` stands for some ids or keys, and fetch what it finds.

    Args:
        connection: of an open store.
        statement: with no other parameter.
        values: at most a batch of them.
    """
    return fetch(connection, statement.replace(LISTED, _placeholders(len(values))), tuple(values))


def fetch(
    connection: sqlite3.Connection, statement: str, values: Collection[object] = ()
) -> list[tuple[Any, ...]]:
    """Fetch all that a statement finds, whether or not it is all UTF-8.

    Bytes that are no text are kept as lone surrogates, by which `soundness` knows them.
    """
    try:
        return connection.execute(statement, tuple(values)).fetchall()
    except sqlite3.OperationalError as error:
        if not str(error).startswith(_UNDECODABLE):
            raise
    connection.text_factory = _decode_anything
    try:
        return connection.execute(statement, tuple(values)).fetchall()
    finally:
        connection.text_factory = str


def _decode_anything(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")


@cache
def _placeholders(count: int) -> str:
    # Numbered, as a list that stands in a statement several times is bound once.
    return f"({', '.join(f'?{number}' for number in range(1, count + 1))})"


def in_batches(values: Iterable[T]) -> Iterator[list[T]]:
    """Cut into lists of at most a batch, in order."""
    remaining = iter(values)
    while batch := list(islice(remaining, BATCH)):
        yield batch
