"""The first page of a store's file, given anew where it is lost: all stores of a model begin alike.

It holds the header of a SQLite file, and the way to the definitions of its tables. Those lie on
pages of their own, with where each table is, so that the way to them is all that has to be known.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Final

from store.sqlite.connection import open_connection
from store.sqlite.file_header import read_header
from store.upkeep import seeding
from store.upkeep.database import MEMORY, MODEL_VERSION, connect

_PAGE_SIZE: Final = 4096
_HEADER: Final = slice(0, 100)
_WAY_TO_DEFINITIONS: Final = slice(100, _PAGE_SIZE)
_PAGE_COUNT: Final = slice(28, 32)
_MAGIC: Final = b"SQLite format 3\0"
_USUAL: Final = _PAGE_SIZE.to_bytes(2, "big") + bytes([1, 1, 0, 64, 32, 32])
"""What SQLite writes behind the magic bytes, with the page size that stores have."""


def give_first_page(file: str) -> None:
    """Let a file be read as SQLite's, and its tables be found, as far as its first page is lost."""
    with open(file, "rb") as opened:
        content = opened.read(_PAGE_SIZE)
    if read_header(content) is None:
        _give_header(file, content)
    if not _definitions_found(file):
        _give_definitions(file)


def _give_header(file: str, content: bytes) -> None:
    if content[len(_MAGIC) :].startswith(_USUAL):
        _write(file, 0, _MAGIC)
        return
    header = bytearray(next(_first_pages())[_HEADER])
    header[_PAGE_COUNT] = (os.path.getsize(file) // _PAGE_SIZE).to_bytes(4, "big")
    _write(file, 0, header)


def _give_definitions(file: str) -> None:
    with open(file, "rb") as opened:
        content = opened.read(_PAGE_SIZE)
    header = read_header(content)
    if not header or (header.page_size, header.user_version) != (_PAGE_SIZE, MODEL_VERSION):
        return
    found = {0: content}
    for page in _first_pages():
        _write(file, _WAY_TO_DEFINITIONS.start, page[_WAY_TO_DEFINITIONS])
        found.setdefault(_definitions_found(file), page)
    _write(file, _WAY_TO_DEFINITIONS.start, found[max(found)][_WAY_TO_DEFINITIONS])


def _first_pages() -> Iterator[bytes]:
    """Those of a store as `schema.sql` makes it, and of one that has the words of today."""
    with closing(connect(MEMORY)) as new:
        yield new.serialize()[:_PAGE_SIZE]
        seeding.refresh(new, None)
        yield new.serialize()[:_PAGE_SIZE]


def _definitions_found(file: str) -> int:
    """How many definitions of tables, indexes and views are found by a file's first page."""
    count = 0
    with closing(open_connection(file)) as connection:
        try:
            connection.execute("PRAGMA writable_schema = ON")
            for _ in connection.execute("SELECT 1 FROM sqlite_schema WHERE sql LIKE 'CREATE %'"):
                count += 1
        except (sqlite3.Error, UnicodeDecodeError):
            pass
    return count


def _write(file: str, place: int, content: bytes | bytearray) -> None:
    with open(file, "r+b") as opened:
        opened.seek(place)
        opened.write(content)
