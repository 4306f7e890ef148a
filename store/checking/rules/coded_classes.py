"""A ceasefire's class is the coding of a data set, not a word that a report used of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.checking.collection import Collection
from store.checking.rule import Rule
from store.checking.texts import facts_of
from store.errors import Problem, Sentence
from store.model.records import Record

_CODED: Final = frozenset({"ceasefire"})
"""Properties whose words have a meaning of their own in the data sets that coined them."""


class CodedClasses(Rule):
    """A speaker's *preliminary agreement* is not the class that data sets call preliminary."""

    name = "coded-classes"
    place = 49
    asks = "a ceasefire's class is cited to a row of a data set, which codes it"

    def __init__(self, collection: Collection) -> None:
        self._source = collection.references.source

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find classes that rest on reports alone."""
        for path, fact in facts_of(record):
            if fact.property not in _CODED:
                continue
            sources = [self._source(citation.source) for citation in fact.citations]
            if any(sources) and not any(source and source.type == "dataset" for source in sources):
                yield Problem(
                    (*path, "value"),
                    Sentence("no data set is cited for this class"),
                    Sentence("Cite the row that codes it, or leave it out"),
                )
