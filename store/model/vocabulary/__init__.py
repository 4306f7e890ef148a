"""The vocabularies of the model, each word with its label in English and Arabic.

To add a word, add its line: a type in `kinds.py`, a property in `properties.py`, what may be its
value in `codings.py`, a predicate in `predicates.py`, a type of source in `evidence.py`. The store
holds the same words as rows, which records refer to: `store/upkeep/vocabulary_rows.py` writes them
into a store that lacks some when it is opened.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from itertools import chain

from store.model.vocabulary.evidence import COLLECTIONS, CONFIDENCES, READINGS, SOURCE_TYPES
from store.model.vocabulary.kinds import (
    ACTOR_TYPES,
    AGREEMENT_TYPES,
    CONSEQUENCE_TYPES,
    KIND_PLURALS,
    KINDS,
    SOURCE,
    SOURCES,
    STANDINGS,
    TYPES,
    ZONE_TYPES,
    Kind,
)
from store.model.vocabulary.labels import Label, Language
from store.model.vocabulary.predicates import FORMER_PREDICATES, PREDICATES, Predicate
from store.model.vocabulary.properties import (
    FORMER_PROPERTIES,
    PROPERTIES,
    STAGES,
    STATES,
    SUBJECTS,
    Property,
    Qualifier,
    State,
    ValueType,
)

__all__ = [
    "ACTOR_TYPES",
    "AGREEMENT_TYPES",
    "COLLECTIONS",
    "CONFIDENCES",
    "CONSEQUENCE_TYPES",
    "FORMER_PREDICATES",
    "FORMER_PROPERTIES",
    "KINDS",
    "KIND_PLURALS",
    "PREDICATES",
    "PROPERTIES",
    "READINGS",
    "SOURCE",
    "SOURCES",
    "SOURCE_TYPES",
    "STAGES",
    "STANDINGS",
    "STATES",
    "SUBJECTS",
    "TYPES",
    "ZONE_TYPES",
    "Kind",
    "Label",
    "Language",
    "Predicate",
    "Property",
    "Qualifier",
    "State",
    "ValueType",
    "stamp",
]


def stamp() -> str:
    """A short text that changes when any word or label does; every start works it out."""
    vocabularies: list[Iterable[tuple[str, tuple[object, ...]]]] = [
        KINDS.items(), KIND_PLURALS.items(), *(words.items() for words in TYPES.values()),
        STANDINGS.items(), SOURCE_TYPES.items(), READINGS.items(), CONFIDENCES.items(),
        COLLECTIONS.items(), SUBJECTS.items(), STATES.items(), PROPERTIES.items(), STAGES.items(),
        PREDICATES.items(),
    ]  # fmt: skip
    lines = (
        " ".join(map(str, chain.from_iterable((key, *word) for key, word in words)))
        for words in vocabularies
    )
    return format(zlib.crc32("\n".join(lines).encode()), "08x")
