"""Are the marks and other notes of the program as it writes them?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.errors import Sentence
from store.examination.examination import Damage, Examination
from store.model.reading.plain_values import shown
from store.tables.marks import marked_keys


def _damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    # As bytes: a start reads settings before anything else, and fails on one that is no text.
    for *row, types in copy.execute(
        "SELECT CAST(name AS BLOB), CAST(value AS BLOB), typeof(name) || typeof(value)"
        " FROM settings"
    ):
        if types != "texttext" or not all(map(_is_text, row)):
            yield Damage(
                Sentence(
                    "the setting {name} is no text", name=shown(row[0].decode(errors="replace"))
                )
            )
            return
    try:
        marked_keys(copy)
    except ValueError:
        yield Damage(Sentence("the list of marked records cannot be read"))


def _is_text(value: bytes) -> bool:
    try:
        value.decode()
    except UnicodeDecodeError:
        return False
    return True


SETTINGS = Examination(Sentence("the settings"), 80, _damages)
