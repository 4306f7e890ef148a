"""A number of people who left says whence they left, and whether they did."""

from __future__ import annotations

from collections.abc import Iterator

from store.checking.rule import Rule
from store.checking.texts import facts_of
from store.errors import Problem, Sentence
from store.model.records import Record


class WholeMovements(Rule):
    """Of an evacuation that was planned one cannot count who left."""

    name = "whole-movements"
    place = 48
    asks = "a number of people who left says from where, and whether it was planned or happened"

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find numbers of evacuees that are about nowhere, or in no state."""
        for path, fact in facts_of(record):
            if fact.property != "evacuees":
                continue
            for name, given in (("from", fact.about.origins), ("state", fact.about.state)):
                if not given:
                    yield Problem(
                        (*path, name),
                        Sentence("it does not say {qualifier}", qualifier=name),
                        Sentence("Add it, as its source has it"),
                    )
