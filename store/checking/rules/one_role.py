"""Who made an agreement is not told, from the same source, to have watched it or been there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.model.records import Record, Relation

_MAKING: Final = ("mediated-by", "has-party", "signed-by", "negotiated-by", "guaranteed-by")
_WATCHING: Final = ("monitored-by", "attended-by")


class OneRole(Rule):
    """A mediator is no mere observer, whichever word a source has for both."""

    name = "one-role"
    place = 78
    asks = (
        "no source is cited both for an actor's part in making an agreement (as mediator, party or"
        " guarantor) and for its having monitored or attended it: where it says mediator, it is"
        " mediation"
    )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find who monitors or attends what the same source says that it makes."""
        making: dict[str, list[Relation]] = {}
        for each in record.relations:
            if each.predicate in _MAKING:
                making.setdefault(each.object, []).append(each)
        for index, relation in enumerate(record.relations):
            if relation.predicate in _WATCHING:
                for other in making.get(relation.object, ()):
                    if not set(other.citations).isdisjoint(relation.citations):
                        yield _two_roles(index, relation, other)


def _two_roles(index: int, watching: Relation, making: Relation) -> Problem:
    return Problem(
        ("relations", index),
        Sentence(
            "{predicate} {key} rests on the same source as {other} {key}",
            predicate=watching.predicate,
            other=making.predicate,
            key=watching.object,
        ),
        Sentence("Keep the one that the source says"),
    )
