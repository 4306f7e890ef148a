"""Are all tables, indexes and views there, and as `schema.sql` defines them?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from store.errors import Sentence
from store.examination.examination import Damage, Examination
from store.examination.new_store import definitions, new_store, normalised

DERIVED = frozenset({"full_text", "name_text", "words", "name_words", "sentence_text"})
"""Tables that are made of others."""


def _damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    with closing(new_store()) as new:
        expected = definitions(new)
    there = definitions(copy)
    for name, definition in expected.items():
        can_be_made = definition.type != "table" or name in DERIVED
        if name not in there:
            what = Sentence("{type} {name} is missing", type=definition.type, name=name)
            yield Damage(what, can_be_made)
        elif normalised(there[name].sql) != normalised(definition.sql):
            what = Sentence("{type} {name} was changed", type=definition.type, name=name)
            yield Damage(what, can_be_made)
    for name, definition in there.items():
        if definition.type == "trigger" and name not in expected:
            yield Damage(Sentence("trigger {name} is none of masarat's", name=name), True)


SCHEMA = Examination(Sentence("the tables"), 20, _damages)
