"""A predicate joins kinds of records for which it reads: actors sign agreements, places do not."""

from __future__ import annotations

from collections.abc import Iterator

from store.checking.collection import Collection
from store.checking.rule import Rule
from store.errors import Listed, Problem, Sentence
from store.model.records import Record
from store.model.vocabulary import PREDICATES


class FittingKinds(Rule):
    """A relation reads as a sentence from both of its ends."""

    name = "fitting-kinds"
    place = 76
    asks = (
        "a relation joins kinds of records of which its predicate can be said: an agreement is"
        " signed by an actor, and a claim is described by who makes it and initiated by nobody"
    )

    def __init__(self, collection: Collection) -> None:
        self._kinds = {record.key: record.kind for record in collection.records}

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find relations whose predicate cannot be said of one of its ends."""
        for index, relation in enumerate(record.relations):
            predicate = PREDICATES.get(relation.predicate)
            if not predicate:
                continue
            if record.kind not in predicate.subjects:
                what = Sentence(
                    "{predicate} cannot be said of {key}, which is of kind {kind}",
                    predicate=relation.predicate,
                    key=record.key,
                    kind=record.kind,
                )
                todo = Sentence("It is said of {kinds}", kinds=Listed(predicate.subjects))
                yield Problem(("relations", index, "predicate"), what, todo)
            kind = self._kinds.get(relation.object)
            if kind and kind not in predicate.objects:
                what = Sentence(
                    "{predicate} cannot lead to {key}, which is of kind {kind}",
                    predicate=relation.predicate,
                    key=relation.object,
                    kind=kind,
                )
                todo = Sentence("It leads to {kinds}", kinds=Listed(predicate.objects))
                yield Problem(("relations", index, "object"), what, todo)
