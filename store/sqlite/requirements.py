"""What the SQLite that Python was built with must be able to do."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from store.errors import Listed, Sentence, StoreError
from store.typed import Final

OLDEST: Final = (3, 37, 0)
"""The first version with STRICT tables."""
_MODULES: Final = frozenset({"fts5", "json_each"})


def require_sqlite() -> None:
    """See that this SQLite can hold a store, before any file is touched.

    Raises:
        StoreError: it is too old, or built without what a store needs.
    """
    if sqlite3.sqlite_version_info < OLDEST:
        sentence = (
            "This Python has SQLite {version}, and masarat needs {oldest} or newer; use a newer "
            "Python, or one built with a newer SQLite."
        )
        oldest = ".".join(map(str, OLDEST))
        raise StoreError(Sentence(sentence, version=sqlite3.sqlite_version, oldest=oldest))
    with closing(sqlite3.connect(":memory:")) as connection:
        present = {name for (name,) in connection.execute("PRAGMA module_list")}
    missing = _MODULES - present
    if present and missing:  # a build may not tell what it has
        sentence = (
            "SQLite {version} of this Python was built without {missing}, which masarat needs to "
            "search; use another build of Python."
        )
        named = Listed(sorted(name.upper() for name in missing))
        raise StoreError(Sentence(sentence, version=sqlite3.sqlite_version, missing=named))
