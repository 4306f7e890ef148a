"""Code in a store that would run unasked: triggers, and views that stand in the place of tables.

masarat makes none. What a store from somebody else brings might never end, or write what nobody
asked for, so that such a store is not used before it is mended. Views and triggers of other tables
are the user's own: nothing here runs them.
"""

from __future__ import annotations

import sqlite3

from store.errors import Sentence, StoreError
from store.expressions import expression
from store.paths import SCHEMA_FILE
from store.sqlite.explanations import DAMAGED
from store.typed import Final

SUSPECT: Final = (
    "(type = 'trigger' OR (type = 'view' AND name NOT IN ('readable_relations', 'movements')))"
)
"""What is looked at, in SQL: a usual store has the two views of `schema.sql`, and no triggers."""
_LOOKED_AT: Final = (
    "SELECT type, CAST(name AS BLOB), CAST(lower(tbl_name) AS BLOB) FROM sqlite_schema"
    f" WHERE {SUSPECT}"
)
_TABLE: Final = expression(r"(?m)^CREATE (VIRTUAL )?TABLE (\w+)")
_PARTS: Final = ("", "_data", "_idx", "_content", "_docsize", "_config")
"""With which FTS5 calls the tables of an index."""


def foreign_code(connection: sqlite3.Connection) -> list[Sentence]:
    """What there is of such code, each in a few words.

    Args:
        connection: of a store.
    """
    return [_told(kind, name.decode("utf-8", "replace")) for kind, name in _found(connection)]


def _told(kind: str, name: str) -> Sentence:
    if kind == "trigger":
        return Sentence("trigger {name} is none of masarat's", name=name)
    return Sentence("view {name} stands in the place of a table", name=name)


def refuse_foreign_code(connection: sqlite3.Connection, path: str) -> None:
    """See that a store has none.

    Args:
        connection: of the store.
        path: the store as the user named it.

    Raises:
        StoreError: it has some.
    """
    for what in foreign_code(connection):
        raise StoreError(Sentence(DAMAGED, path=path, error=what))


def remove_foreign_code(copy: sqlite3.Connection) -> None:
    """Take it out of a copy, without running any of it and whatever it is called.

    Args:
        copy: of a store.
    """
    copy.execute("PRAGMA writable_schema = ON")
    for kind, name in _found(copy):
        copy.execute(
            "DELETE FROM sqlite_schema WHERE type = ? AND CAST(name AS BLOB) = ?", (kind, name)
        )
    copy.execute("PRAGMA writable_schema = RESET")


def _found(connection: sqlite3.Connection) -> list[tuple[str, bytes]]:
    """Triggers of our tables, and views that are called as these are."""
    rows = connection.execute(_LOOKED_AT).fetchall()
    tables = _tables() if rows else frozenset()
    return [(kind, name) for kind, name, table in rows if table in tables]


def _tables() -> frozenset[bytes]:
    with open(SCHEMA_FILE, encoding="utf-8") as file:
        tables = _TABLE.findall(file.read())
    parts = ((name, _PARTS if is_index else _PARTS[:1]) for is_index, name in tables)
    return frozenset(f"{name}{part}".encode() for name, own in parts for part in own)
