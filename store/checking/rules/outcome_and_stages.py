"""What is said to have become of an agreement agrees with the stages that it reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.model.records import Record

_EXCLUDED: Final = {
    "never-begun": ("in-force", "carried-out", "finished"),
    "collapsed": ("finished",),
    "unknown": ("broken", "finished"),
}
"""By outcome, the stages that an agreement of that outcome has not reached."""


class OutcomeAndStages(Rule):
    """An agreement that never began has no day on which it was carried out."""

    name = "outcome-and-stages"
    place = 65
    asks = (
        "the outcome of an agreement and its dates do not contradict each other: what never began"
        " was not in force, carried out or finished; what collapsed was not finished; what was"
        " broken or finished has a known outcome"
    )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find outcomes that a stage excludes."""
        stages = {fact.property for fact in record.facts}
        for index, fact in enumerate(record.facts_of("outcome")):
            for stage in _EXCLUDED.get(str(fact.value), ()):
                if stage in stages:
                    yield Problem(
                        ("outcome", index),
                        Sentence(
                            "the outcome is {outcome}, but it has a date for {stage}",
                            outcome=fact.value,
                            stage=stage,
                        ),
                        Sentence("Correct the outcome or the date"),
                    )
