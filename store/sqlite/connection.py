"""A connection to a store: whether it may write, and how long it waits for others that do."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from store.errors import Sentence
from store.sqlite.locked_files import note_closed, note_opened
from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import Any

MILLISECONDS_A_TRY: Final = 100
_SECONDS_FOR_READING: Final = 5.0
"""How long a reader waits, which it need only where another program recovers what a third left."""


def _tell_nobody() -> None:
    pass


class Patience(NamedTuple):
    """How long a writer waits for another one, and whom it tells."""

    tries: int = 300
    """Of a tenth of a second each; between them Ctrl+C is heard."""
    tell: Callable[[], None] = _tell_nobody
    """Called once where the first try was not enough."""


class StoreConnection(sqlite3.Connection):
    """A connection in autocommit mode, usable from any one thread at a time."""

    patience: Patience = Patience()
    read_only: Sentence | None = None
    """Why nothing can be written, for the user; None where it can."""
    notice: Sentence | None = None
    """What the user should know of the file, though it could be opened."""
    damage: Sentence | None = None
    """What was lost of the file before it was opened, as its journals tell."""
    refusal: str = "SQLITE_READONLY"
    """What SQLite would call that: one of `explanations.EXPLANATIONS`."""

    def __init__(self, database: str, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
        """Take what `sqlite3.connect` takes."""
        super().__init__(database, *arguments, **options)
        note_opened(id(self), database)

    def close(self) -> None:
        """Close it; again does nothing."""
        super().close()
        note_closed(id(self))

    def only_read(self, why: Sentence, refusal: str = "SQLITE_READONLY") -> None:
        """Note that nothing is to be written."""
        self.read_only, self.refusal = why, refusal


def open_connection(database: str, *, is_uri: bool = False) -> StoreConnection:
    """Open a database.

    Args:
        database: a whole path, `:memory:`, an empty text for one that ends with the connection,
            or a URI.
        is_uri: whether it is one. A whole path is never taken for one, as it begins with a slash.
    """
    return sqlite3.connect(
        database,
        timeout=_SECONDS_FOR_READING,
        isolation_level=None,
        check_same_thread=False,
        factory=StoreConnection,
        uri=is_uri,
    )


def execute_when_free(
    connection: sqlite3.Connection, statement: str, patience: Patience | None = None
) -> None:
    """Run a statement that needs the lock of writers, as soon as no other program has it.

    Args:
        connection: of the store.
        statement: what to run.
        patience: how long to wait, the connection's own when None.

    Raises:
        sqlite3.OperationalError: another program had it all the time.
    """
    if patience is None:
        patience = connection.patience if isinstance(connection, StoreConnection) else Patience()
    (usual,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute(f"PRAGMA busy_timeout = {MILLISECONDS_A_TRY}")
    try:
        for attempt in range(patience.tries - 1):
            try:
                connection.execute(statement)
            except sqlite3.OperationalError as error:
                if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                    raise
                if attempt == 0:
                    patience.tell()
            else:
                return
        connection.execute(statement)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {usual}")
