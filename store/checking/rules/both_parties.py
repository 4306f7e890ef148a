"""An agreement has at least two sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.model.records import Record

_OF_PARTIES: Final = ("ceasefire", "evacuation", "reconciliation", "memorandum")
_AGREED: Final = ("date", "in-force", "carried-out")
"""Stages that nobody reaches alone, as one may announce something."""
_TWO: Final = 2
_MAKING: Final = ("has-party", "signed-by", "guaranteed-by", "negotiated-by")


class BothParties(Rule):
    """Nobody makes a truce alone."""

    name = "both-parties"
    place = 68
    asks = (
        "a ceasefire, evacuation, reconciliation or memorandum that was agreed names two sides: as"
        " relations, or in words where a side has no record"
    )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find agreements between one side and nobody."""
        is_agreed = any(fact.property in _AGREED for fact in record.facts)
        if record.type not in _OF_PARTIES or not is_agreed or record.facts_of("parties"):
            return
        sides = {each.object for each in record.relations if each.predicate in _MAKING}
        if len(sides) < _TWO:
            yield Problem(
                ("parties",),
                Sentence("only one of its parties is named")
                if sides
                else Sentence("none of its parties is named"),
                Sentence("Add who else made it: has-party, or parties in words"),
            )
