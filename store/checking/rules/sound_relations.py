"""Relations lead to other records, stand once, and end after they begin."""

from __future__ import annotations

from collections.abc import Iterator

from store.checking.collection import Collection
from store.checking.rule import Rule
from store.errors import FieldPath, Problem, Sentence
from store.model.dates import years
from store.model.records import Record, Relation
from store.model.vocabulary import PREDICATES


class SoundRelations(Rule):
    """What a relation says can be true."""

    name = "sound-relations"
    place = 40
    asks = (
        "a relation leads to another record that is there, is written at one end alone where it"
        " reads the same from both, and does not end before it begins"
    )
    is_named = False

    def __init__(self, collection: Collection) -> None:
        self._is_record = collection.references.is_record
        self._symmetric: set[tuple[str, str, str]] = set()

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find relations that cannot be."""
        for index, relation in enumerate(record.relations):
            path: FieldPath = ("relations", index)
            if not self._is_record(relation.object):
                what = Sentence("there is no record {key}", key=repr(relation.object))
                todo = Sentence("Correct the key, or add that record")
                yield Problem((*path, "object"), what, todo)
            if relation.object == record.key:
                what = Sentence("the record stands in relation to itself")
                yield Problem(path, what, Sentence("Correct the object, or remove the relation"))
            if self._stands_at_the_other_end(record.key, relation):
                what = Sentence(
                    "{predicate} stands at {key} already",
                    predicate=relation.predicate,
                    key=relation.object,
                )
                yield Problem(path, what, Sentence("Keep one of the two: it reads both ways"))
            if _ends_before_it_begins(relation):
                what = Sentence("it ends before it begins")
                yield Problem(path, what, Sentence("Correct since, or until or as-of"))

    def _stands_at_the_other_end(self, subject: str, relation: Relation) -> bool:
        """Whether an earlier record has the same symmetric relation; this one is remembered."""
        predicate = PREDICATES.get(relation.predicate)
        if predicate is None or not predicate.symmetric:
            return False
        stands = (relation.object, relation.predicate, subject) in self._symmetric
        self._symmetric.add((subject, relation.predicate, relation.object))
        return stands


def _ends_before_it_begins(relation: Relation) -> bool:
    end = relation.until or relation.as_of
    return bool(relation.since and end) and years(end)[1] < years(relation.since)[0]
