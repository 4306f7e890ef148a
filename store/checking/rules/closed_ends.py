"""A relation that lasts has an end, or says of when it is known."""

from __future__ import annotations

from collections.abc import Iterator

from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.model.records import Record
from store.model.vocabulary import PREDICATES


class ClosedEnds(Rule):
    """A reader of today does not take what a source saw years ago for what is."""

    name = "closed-ends"
    place = 75
    asks = (
        "a relation that lasts (who controls, leads, besieges or supports, and where who is) says"
        " until when it held, or as of when it is known to hold"
    )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find relations that last and have no end."""
        for index, relation in enumerate(record.relations):
            predicate = PREDICATES.get(relation.predicate)
            is_open = not relation.until or relation.until.endswith("/..")
            if predicate and predicate.lasts and is_open and not relation.as_of:
                yield Problem(
                    ("relations", index),
                    Sentence(
                        "{predicate} {key} has no end",
                        predicate=relation.predicate,
                        key=relation.object,
                    ),
                    Sentence("Write until, or as-of with the date of the source"),
                )
