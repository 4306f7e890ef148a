"""The words of the vocabulary as rows, which records refer to.

Words that the store has and this program does not know stay: a newer program wrote them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from store.model.vocabulary import (
    COLLECTIONS,
    CONFIDENCES,
    KIND_PLURALS,
    KINDS,
    PREDICATES,
    PROPERTIES,
    READINGS,
    SOURCE_TYPES,
    STAGES,
    STANDINGS,
    STATES,
    SUBJECTS,
    TYPES,
    Label,
    Property,
    State,
)

_Row = dict[str, Any]
_Rows = tuple[str, tuple[str, ...], list[_Row]]
"""A table, its primary key, and its rows in order."""


def write_words(connection: sqlite3.Connection) -> None:
    """Write all words with their labels and order, inside the caller's transaction."""
    db = Database(connection)
    for table, primary_key, rows in _vocabularies():
        db.table(table, pk=primary_key).upsert_all(
            {**row, "position": position} for position, row in enumerate(rows)
        )


def _vocabularies() -> Iterator[_Rows]:
    """The vocabularies, those first that others refer to."""
    yield (
        "kinds",
        ("key",),
        [
            {"key": key, **_labels(label), "plural_en": plural.en, "plural_ar": plural.ar}
            for (key, label), plural in zip(KINDS.items(), KIND_PLURALS.values(), strict=True)
        ],
    )
    yield (
        "types",
        ("kind", "key"),
        [
            {"kind": kind, "key": key, **_labels(label)}
            for kind, types in TYPES.items()
            for key, label in types.items()
        ],
    )
    for table, words in (
        ("collections", COLLECTIONS),
        ("confidences", CONFIDENCES),
        ("standings", STANDINGS),
        ("subjects", SUBJECTS),
        ("source_types", SOURCE_TYPES),
        ("readings", READINGS),
    ):
        yield table, ("key",), [{"key": key, **_labels(label)} for key, label in words.items()]
    yield (
        "properties",
        ("key",),
        [
            {"key": key, **_labels(word), "value_type": word.value_type}
            for key, word in PROPERTIES.items()
        ],
    )
    yield (
        "property_words",
        ("property", "key"),
        [
            {"property": property_, "key": key, **_labels(label)}
            for property_, word in PROPERTIES.items()
            for key, label in word.words.items()
        ],
    )
    yield (
        "stages",
        ("property",),
        [{"property": key, **_labels(label)} for key, label in STAGES.items()],
    )
    yield (
        "states",
        ("key",),
        [
            {
                "key": key,
                **_labels(state),
                "standing": state.standing or None,
                "stage": state.stage or None,
            }
            for key, state in STATES.items()
        ],
    )
    yield (
        "predicates",
        ("key",),
        [
            {
                "key": key,
                **_labels(predicate.label),
                "inverse_en": predicate.inverse_en,
                "inverse_ar": predicate.inverse_ar,
                "symmetric": int(predicate.symmetric),
                "lasts": int(predicate.lasts),
            }
            for key, predicate in PREDICATES.items()
        ],
    )


def _labels(word: Label | Property | State) -> _Row:
    return {"label_en": word.en, "label_ar": word.ar}
