"""The beginning of a SQLite file: https://www.sqlite.org/fileformat.html#the_database_header."""

from __future__ import annotations

import struct
from typing import Final

from store.tuples import NamedTuple

_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = struct.Struct(">16s H BB 4x 4x I 28x i 4x I 28x x 2x H")
"""The header, and of the page of the schema that follows it how many entries it has."""
_WAL: Final = 2


class FileHeader(NamedTuple):
    """What a SQLite file says of itself in its first bytes; its journal may know better."""

    size: int
    """How many bytes the file should have; 0 where it does not say."""
    page_size: int
    uses_wal: bool
    """Whether changes go into a write-ahead log beside it."""
    user_version: int
    application_id: int
    has_tables: bool


LENGTH: Final = _HEADER.size


def read_header(content: bytes) -> FileHeader | None:
    """Read the header from the first `LENGTH` bytes of a file; None where it is no SQLite file."""
    if len(content) < LENGTH or not content.startswith(_MAGIC):
        return None
    _, page_size, writes, _, pages, user_version, application_id, entries = _HEADER.unpack_from(
        content
    )
    page_size = 65536 if page_size == 1 else page_size
    return FileHeader(
        page_size * pages, page_size, writes == _WAL, user_version, application_id, entries > 0
    )
