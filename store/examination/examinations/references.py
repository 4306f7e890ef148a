"""Does every row refer to one that is there?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.errors import Sentence
from store.examination.examination import Damage, Examination

_DETAILS = {
    "zone": "zones",
    "agreement": "agreements",
    "actor": "actors",
    "consequence": "consequences",
}


def _damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    for table, row, parent, _ in copy.execute("PRAGMA foreign_key_check").fetchall():
        sentence = "row {row} of {table} refers to a row of {parent} that is not there"
        yield Damage(
            Sentence(sentence, row="?" if row is None else row, table=table, parent=parent)
        )
    for kind, table in _DETAILS.items():
        for (key,) in copy.execute(
            f"SELECT key FROM records WHERE kind = ? AND id NOT IN (SELECT record FROM {table})",
            (kind,),
        ):
            yield Damage(Sentence("{key} has no row in {table}", key=key, table=table))


REFERENCES = Examination(Sentence("references"), 30, _damages)
