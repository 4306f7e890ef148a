"""What a store's file begins with, given anew where it is lost: all stores of a model begin alike.

The first page holds the header of a SQLite file, and the way to the definitions of its tables.
Those lie on pages of their own, with where each table is: they are the same in a new store.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Final

from store.sqlite.connection import open_connection
from store.sqlite.file_header import read_header
from store.tuples import NamedTuple
from store.upkeep import seeding
from store.upkeep.database import MEMORY, MODEL_VERSION, connect

_PAGE_SIZE: Final = 4096
_HEADER: Final = slice(0, 100)
_WAY_TO_DEFINITIONS: Final = slice(100, _PAGE_SIZE)
_IS_WAY: Final = 5
"""With which a page begins that leads to others."""
_PAGE_COUNT: Final = slice(28, 32)
_ITS_OWN: Final = (slice(24, 28), slice(32, 44), slice(48, 56), slice(60, 72))
"""Where a header says what differs from store to store, down to the model's number."""
_MAGIC: Final = b"SQLite format 3\0"
_USUAL: Final = _PAGE_SIZE.to_bytes(2, "big") + bytes([1, 1, 0, 64, 32, 32])
"""What SQLite writes behind the magic bytes, with the page size that stores have."""


def give_first_page(file: str) -> None:
    """Let a file be read as SQLite's, and its tables be found, as far as what tells that is lost.

    Args:
        file: a copy of a store; changed in place.
    """
    with open(file, "rb") as opened:
        content = opened.read(_PAGE_SIZE)
    header = read_header(content)
    if header is None or not header.is_usable:
        _give_header(file, content)
    elif not (found := _definitions_found(file)).to_the_end:
        _give_header(
            file, content
        )  # a size of pages or an encoding that SQLite allows, and not its own
        if _definitions_found(file) <= found:
            _write(file, 0, content[_HEADER])
    if not _definitions_found(file).to_the_end:
        _give_definitions(file)


def _give_header(file: str, content: bytes) -> None:
    """Give a file the header of a new store, as far as what it has is not plainly its own."""
    header = bytearray(next(_new_stores())[_HEADER])
    if content[len(_MAGIC) :].startswith(_USUAL) or read_header(content):
        for own in _ITS_OWN:
            header[own] = content[own]
    header[_PAGE_COUNT] = (os.path.getsize(file) // _PAGE_SIZE).to_bytes(4, "big")
    _write(file, 0, header)


def _give_definitions(file: str) -> None:
    header = read_header(_page(file, 0))
    if not header or (header.page_size, header.user_version) != (_PAGE_SIZE, MODEL_VERSION):
        return
    found: dict[_Found, dict[int, bytes]] = {}
    for new in _new_stores():
        pages = _pages_of_definitions(new)
        before = {number: _page(file, number) for number in pages}
        for number, page in pages.items():
            _give_if_better(file, number, page)
        # Of two that serve equally well the latter, as nearly all stores have words.
        found[_definitions_found(file)] = {number: _page(file, number) for number in pages}
        _write_pages(file, before)
    _write_pages(file, found[max(found)])


def _give_if_better(file: str, number: int, page: bytes) -> None:
    """Put a page into a file that has one there, where more definitions are found with it."""
    before, found = _page(file, number), _definitions_found(file)
    if before:
        given = page if number else before[_HEADER] + page[_WAY_TO_DEFINITIONS]
        _write_pages(file, {number: given})
        if _definitions_found(file) <= found:
            _write_pages(file, {number: before})


def _write_pages(file: str, pages: Mapping[int, bytes]) -> None:
    for number, page in pages.items():
        _write(file, number * _PAGE_SIZE, page)


def _new_stores() -> Iterator[bytes]:
    """A store as `schema.sql` makes it, and one that has the words of today."""
    with closing(connect(MEMORY)) as new:
        yield new.serialize()
        seeding.refresh(new, None)
        yield new.serialize()


def _pages_of_definitions(store: bytes) -> dict[int, bytes]:
    """The pages of a sound store that hold definitions, and the way to them, by their numbers.

    They form a tree: https://www.sqlite.org/fileformat.html#b_tree_pages.
    """
    found: dict[int, bytes] = {}
    ahead = [0]
    while ahead:
        number = ahead.pop()
        page = found[number] = store[number * _PAGE_SIZE : (number + 1) * _PAGE_SIZE]
        head = 0 if number else _WAY_TO_DEFINITIONS.start
        if page[head] == _IS_WAY:
            cells = range(head + 12, head + 12 + 2 * _number(page, head + 3, 2), 2)
            places = [_number(page, cell, 2) for cell in cells]
            ahead += [_number(page, place, 4) - 1 for place in (*places, head + 8)]
    return dict(sorted(found.items()))


def _number(page: bytes, place: int, size: int) -> int:
    return int.from_bytes(page[place : place + size], "big")


class _Found(NamedTuple):
    """What could be read of a file's definitions; the greater, the better."""

    to_the_end: bool
    definitions: int
    """Of tables, indexes and views."""


def _definitions_found(file: str) -> _Found:
    """How far the definitions in a file can be read."""
    count = 0
    with closing(open_connection(file)) as connection:
        try:
            connection.execute("PRAGMA writable_schema = ON")
            for _ in connection.execute("SELECT 1 FROM sqlite_schema WHERE sql LIKE 'CREATE %'"):
                count += 1
        except (sqlite3.Error, UnicodeDecodeError):
            return _Found(False, count)
    return _Found(count > 0, count)


def _page(file: str, number: int) -> bytes:
    with open(file, "rb") as opened:
        opened.seek(number * _PAGE_SIZE)
        return opened.read(_PAGE_SIZE)


def _write(file: str, place: int, content: bytes | bytearray) -> None:
    with open(file, "r+b") as opened:
        opened.seek(place)
        opened.write(content)
