"""The beginning of a SQLite file: https://www.sqlite.org/fileformat.html#the_database_header."""

from __future__ import annotations

import struct

from store.tuples import NamedTuple
from store.typed import Final

_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = struct.Struct(">16s H BB x 3s 4x I 12x I 8x I i 4x I 28x x 2x H")
"""The header, and of the page of the schema that follows it how many entries it has."""
_WAL: Final = 2
_PAGE_SIZES: Final = frozenset(2**exponent for exponent in range(9, 17))
_WAYS_TO_WRITE: Final = (1, _WAL)
_FRACTIONS: Final = bytes([64, 32, 32])
_LAST_FORMAT: Final = 4
_LAST_ENCODING: Final = 3


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
    is_usable: bool
    """Whether its fixed fields are as SQLite writes them, so that it can be opened to write."""


LENGTH: Final = _HEADER.size


def read_header(content: bytes) -> FileHeader | None:
    """Read the header from the first `LENGTH` bytes of a file; None where it is no SQLite file."""
    if len(content) < LENGTH or not content.startswith(_MAGIC):
        return None
    _, page_size, writes, reads, fractions, pages, *rest = _HEADER.unpack_from(content)
    schema_format, encoding, user_version, application_id, entries = rest
    page_size = 65536 if page_size == 1 else page_size
    is_usable = (
        page_size in _PAGE_SIZES
        and writes in _WAYS_TO_WRITE
        and reads in _WAYS_TO_WRITE
        and fractions == _FRACTIONS
        and schema_format <= _LAST_FORMAT
        and encoding <= _LAST_ENCODING
    )
    return FileHeader(
        page_size * pages,
        page_size,
        writes == _WAL,
        user_version,
        application_id,
        entries > 0,
        is_usable,
    )
