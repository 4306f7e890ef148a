"""`collection:article`."""

from __future__ import annotations

import sqlite3

from store.model.vocabulary import COLLECTIONS, Language
from store.search.filters.filter import NEVER, Condition, Filter, one_of
from store.search.filters.tallies import ASKED, of_words
from store.search.filters.vocabularies import words_meant
from store.tables.batches import fetch
from store.typed import Final

_MOST_READ: Final = 2_000


def _condition(connection: sqlite3.Connection, value: str) -> Condition:
    words = list(words_meant(value, COLLECTIONS))
    meant = one_of("records.collection", words or [value])
    known = f"SELECT 1 FROM records WHERE {meant.sql} LIMIT 1"
    is_there = words or connection.execute(known, meant.values).fetchone()
    return meant if is_there else NEVER


def _values(connection: sqlite3.Connection, typed: str, language: Language) -> list[str]:
    """The store's collections, those of most records first."""
    rows = fetch(
        connection,
        "SELECT collection FROM (SELECT collection FROM records LIMIT ?)"
        " GROUP BY collection ORDER BY count(*) DESC, collection",
        (_MOST_READ,),
    )
    words = [collection for (collection,) in rows]
    labels = [COLLECTIONS[word].in_(language) for word in words if word in COLLECTIONS]
    return [*labels, *words] if language == "ar" else [*words, *labels]


COLLECTION = Filter(
    name="collection",
    place=150,
    arabic_names=("مجموعة",),
    takes="where the record belongs: `article` and `local-agreements` for those shipped, `user`"
    " for your own",
    examples=("collection:article", "مجموعة:المقال"),
    condition=_condition,
    values=_values,
    tally=of_words(
        "collection",
        f"SELECT collection, count(*) FROM records WHERE id IN {ASKED} GROUP BY 1",
        COLLECTIONS,
    ),
)
