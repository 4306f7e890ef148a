"""An agreement is agreed before it is in force, carried out, broken and finished."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from store.checking.rules.complaint import Complaint
from store.errors import Sentence
from store.model import dates
from store.model.records import Record

RULE: Final = "dates-in-order"
# What is announced may be agreed before or after, and what is broken may be carried out later.
_ORDERS: Final = (
    ("date", "in-force", "broken"),
    ("date", "carried-out", "finished"),
    ("announced", "carried-out"),
)


def stages_in_order(record: Record) -> Iterator[Complaint]:
    """Find stages whose preferred date lies wholly before that of a stage they must follow."""
    if record.kind != "agreement":
        return
    preferred = {fact.property: str(fact.value) for fact in reversed(record.facts)}
    pairs = dict.fromkeys(pair for order in _ORDERS for pair in combinations(order, 2))
    for earlier, later in pairs:
        if earlier in preferred and later in preferred:
            first, then = preferred[earlier], preferred[later]
            if dates.is_before(then, first):
                yield Complaint(
                    (later, 0),
                    Sentence(
                        "{later} ({then}) lies before {earlier} ({first})",
                        later=later, then=then, earlier=earlier, first=first,
                    ),
                    Sentence("Correct one of the two, or put the better supported value first"),
                    rule=RULE,
                )  # fmt: skip
