"""What a home folder holds, in a form that two of them can be compared by."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

_NUMBERS: Final = re.compile(r"\d{4,}")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d-\d{6}(?:-\d+)?")
_DATED_COPY: Final = re.compile(r"(?<=\.)(model-\d+|before-repair|damaged|replaced)[0-9-]*$")
_DATABASE: Final = b"SQLite format 3\0"
_JOURNALS: Final = ("-wal", "-shm", "-journal")
_OWN: Final = re.compile(r"\bsqlite_|_text_(?:data|idx|docsize|config)$")

_OF_DAMAGE: Final = ".before-repair-"
"""In the name of a copy whose indexes are as damaged as those of the store were."""


class Kept(NamedTuple):
    """A file or folder of a home."""

    name: str
    """Its path, with numbers of four digits and more (processes) left out, and dates of copies.

    What was begun twice may so leave the same copy twice, which is no fault.
    """
    content: str
    """A digest of what is in it; of a database, of its rows."""


Picture = frozenset[Kept]


def picture(home: Path) -> Picture:
    """Everything in a home; what journals of databases hold counts as theirs.

    Raises:
        sqlite3.DatabaseError: a database is damaged.
    """
    return frozenset(_kept(home))


def _kept(home: Path) -> Iterator[Kept]:
    for where, folders, files in os.walk(home):
        for name in sorted(folders):
            yield Kept(_named(home, Path(where, name)), "folder")
        for name in sorted(files):
            path = Path(where, name)
            is_journal = (
                name.endswith(_JOURNALS) and path.with_name(name[: name.rindex("-")]).exists()
            )
            if not is_journal:
                yield Kept(_named(home, path), _content(path))


def _named(home: Path, path: Path) -> str:
    name = _DATED_COPY.sub(r"copy \1", path.relative_to(home).as_posix())
    return _NUMBERS.sub("#", _DATE.sub("#", name))


def _content(path: Path) -> str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    data = path.read_bytes()
    if data.startswith(_DATABASE):
        data = "\n".join(rows(path)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()


def rows(path: Path) -> Iterator[str]:
    """All rows of a database, having seen that it is whole.

    Raises:
        sqlite3.DatabaseError: it is not.
    """
    with closing(sqlite3.connect(path)) as connection:
        for check in ("integrity_check", "foreign_key_check"):
            wrong = connection.execute(f"PRAGMA {check}").fetchall()
            if wrong not in ([], [("ok",)]):
                raise sqlite3.DatabaseError(f"{check} of {path.name}: {wrong[0]}")
        tables = connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
        for name, sql in tables:
            if name.startswith("sqlite_stat"):
                continue  # counts for the planner of queries, made anew from time to time
            is_index = "fts5" in (sql or "").lower() and sql.startswith("CREATE VIRTUAL")
            if is_index and _OF_DAMAGE not in path.name:
                # Of an index with content of its own; "rank" asks for the content to be compared.
                connection.execute(
                    f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)"
                )
            yield f"{name}: {sql}"
            if (sql or "").startswith("CREATE TABLE") and not _OWN.search(name):
                yield from sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"')))


def difference(found: Picture, wanted: Picture) -> str:
    """Name what differs, in a few words."""
    here = {kept.name for kept in found - wanted}
    there = {kept.name for kept in wanted - found}
    parts = [
        ("differ: ", here & there), ("left over: ", here - there), ("missing: ", there - here)
    ]  # fmt: skip
    return "; ".join(words + ", ".join(sorted(names)[:4]) for words, names in parts if names)
