"""Has every record and source as many parts in other tables as it was written with?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.errors import Sentence
from store.examination.examination import Damage, Examination

_OF_RECORDS = """
    SELECT key, parts, coalesce(there, 0) FROM records LEFT JOIN (
        SELECT owner, count(*) AS there FROM (
            SELECT record AS owner FROM names WHERE role = 'alias'
            UNION ALL SELECT record FROM external_ids
            UNION ALL SELECT record FROM facts
            UNION ALL SELECT facts.record FROM fact_places JOIN facts ON facts.id = fact
            UNION ALL SELECT subject FROM relations
            UNION ALL SELECT coalesce(citations.record, facts.record, subject) FROM citations
                LEFT JOIN facts ON facts.id = fact LEFT JOIN relations ON relations.id = relation
        ) GROUP BY owner
    ) ON owner = id WHERE parts <> coalesce(there, 0) ORDER BY key
"""
_OF_SOURCES = """
    SELECT key, parts, coalesce(there, 0) FROM sources LEFT JOIN (
        SELECT source, count(*) AS there FROM sentences GROUP BY source
    ) ON source = id WHERE parts <> coalesce(there, 0) ORDER BY key
"""


def _damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    sentence = (
        "{key} was written with {written:,} parts (facts, places, relations, citations, "
        "identifiers, other names), and has {there:,}"
    )
    for key, written, there in copy.execute(_OF_RECORDS).fetchall():
        yield Damage(Sentence(sentence, key=key, written=written, there=there))
    sentence = "{key} was written with {written:,} sentences, and has {there:,}"
    for key, written, there in copy.execute(_OF_SOURCES).fetchall():
        yield Damage(Sentence(sentence, key=key, written=written, there=there))


PARTS = Examination(Sentence("the parts of records"), 45, _damages)
