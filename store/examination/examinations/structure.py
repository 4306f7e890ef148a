"""Does SQLite find every page of the file and every index in order?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from store.errors import Sentence
from store.examination.examination import Damage, Examination
from store.expressions import expression

_OF_INDEX: Final = expression(
    r"row \d+ missing from index|wrong # of entries in index|non-unique entry in index"
    r"|malformed inverted index|fts5"
)
"""What `PRAGMA integrity_check` says where only an index is wrong."""
_MOST: Final = 1_000


def _damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    for (said,) in copy.execute(f"PRAGMA integrity_check({_MOST})"):
        for line in str(said).splitlines():
            if line != "ok" and not line.startswith("***"):
                yield Damage(
                    Sentence("SQLite finds: {what}", what=line), bool(_OF_INDEX.search(line))
                )


STRUCTURE = Examination(Sentence("the file"), 10, _damages)
