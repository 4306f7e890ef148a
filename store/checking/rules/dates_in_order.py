"""An agreement is agreed before it is in force, carried out, broken and finished."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.model import dates
from store.model.records import Record
from store.model.statements import is_reached

# What is announced may be agreed before or after, and what is broken may be carried out later.
_ORDERS: Final = (
    ("date", "in-force", "broken"),
    ("date", "carried-out", "finished"),
    ("announced", "carried-out"),
)
_PAIRS: Final = tuple(dict.fromkeys(pair for order in _ORDERS for pair in combinations(order, 2)))
"""Two stages each, of which the first must not lie wholly behind the second."""


class DatesInOrder(Rule):
    """An agreement's stages follow each other."""

    name = "dates-in-order"
    place = 60
    asks = (
        "an agreement's preferred dates do not contradict each other: agreed before in force,"
        " carried out, broken and finished"
    )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find stages whose preferred date lies wholly before that of a stage they must follow."""
        if record.kind != "agreement":
            return
        # The first value of a property is the preferred one.
        facts = filter(is_reached, reversed(record.facts))
        preferred = {fact.property: str(fact.value) for fact in facts}
        for earlier, later in _PAIRS:
            if earlier in preferred and later in preferred:
                first, then = preferred[earlier], preferred[later]
                if dates.is_before(then, first):
                    yield Problem(
                        (later, 0),
                        Sentence(
                            "{later} ({then}) lies before {earlier} ({first})",
                            later=later, then=then, earlier=earlier, first=first,
                        ),
                        Sentence("Correct one of the two, or put the better supported value first"),
                    )  # fmt: skip
