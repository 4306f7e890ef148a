"""Are the marks and other notes of the program as it writes them?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.errors import Sentence
from store.examination.examination import Damage, Examination
from store.tables.marks import marked_keys


def _damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    try:
        marked_keys(copy)
    except ValueError:
        yield Damage(Sentence("the list of marked records cannot be read"))


SETTINGS = Examination(Sentence("the marks"), 80, _damages)
