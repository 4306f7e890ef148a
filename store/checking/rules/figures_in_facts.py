"""A figure in a summary is one of the record's facts, so that it can be found and compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from store.checking.collection import Collection
from store.checking.figures import numbers, numbers_told
from store.checking.rule import Rule
from store.errors import Listed, Problem, Sentence
from store.expressions import expression
from store.model.records import Record

_YEAR: Final = expression(r"(?<![\d,.])(?:19|20)\d\d(?![\d,.]\d)", re.ASCII)


class FiguresInFacts(Rule):
    """A summary tells what the facts say, and gives no figure or day that they do not have."""

    name = "figures-in-facts"
    place = 92
    asks = (
        "a number or day that a summary gives stands in a fact or a relation of the record, of one"
        " that it is related to, or in a note to one"
    )

    def __init__(self, collection: Collection) -> None:
        self._source = collection.references.source
        self._numbers = collection.numbers
        self._naming: dict[str, list[str]] = defaultdict(list)
        for record in collection.records:
            for relation in record.relations:
                self._naming[relation.object].append(record.key)

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find numbers of a summary that no fact has; years alone place a text in time."""
        related = [relation.object for relation in record.relations]
        if not all(key in self._numbers for key in related):
            return  # what stands elsewhere cannot be compared
        for language, text in record.summary._asdict().items():
            untold = set(numbers(text) - set(_YEAR.findall(text)))
            for told in self._told(record, related):
                if not untold:
                    break
                untold -= told
            if untold:
                missing = sorted(untold)
                yield Problem(
                    ("summary", language),
                    Sentence("no fact has {given}", given=Listed(missing)),
                    Sentence("Give it as a value or in a note, with its source"),
                    missing[0],
                )
                return  # same-figures sees to it that both languages give the same

    def _told(self, record: Record, related: list[str]) -> Iterator[frozenset[str]]:
        """What the record's facts have, its sources' names, and the facts of its neighbours."""
        yield numbers_told(record)
        for citation in record.every_citation():
            if source := self._source(citation.source):
                yield numbers(" ".join((source.publisher, *source.title)))
        for key in (*related, *self._naming[record.key]):
            yield self._numbers[key]
