"""The shipped collection answers from what its map is drawn from."""

from __future__ import annotations

from store.model.statements import is_reached
from store.store import Store

TO_IDLIB = set(
    "daraya moadamiya qudsaya al-hameh khan-al-shih al-tall wadi-barada barzeh qaboun".split()
)


def test_who_was_emptied_to_where_in_2016_and_2017(shipped_to_read: Store) -> None:
    shown = shipped_to_read.mapped(shipped_to_read.every_key("agreement"))
    of_the_years = [
        each
        for each in shown.movements
        if each.when[:4] in {"2016", "2017"} and is_reached(each.fact)  # not only planned
    ]
    ways = {
        (origin, destination)
        for each in of_the_years
        for origin in each.fact.about.origins or ("",)
        for destination in each.fact.about.destinations or ("",)
    }

    to_idlib = {origin for origin, destination in ways if destination == "idlib-governorate"}
    assert to_idlib >= TO_IDLIB
    assert ("eastern-aleppo", "aleppo-governorate") in ways
    assert all(each.fact.citations for each in of_the_years)
    known = {mark.key for mark in shown.marks} | {row.key for row in shown.unplaced}
    assert {key for way in ways for key in way if key} <= known  # none is dropped
