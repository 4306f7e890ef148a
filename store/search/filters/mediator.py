"""`mediator:state`."""

from __future__ import annotations

from store.search.filters.coded import coded

MEDIATOR = coded(
    "mediator",
    place=270,
    arabic_names=("وسيط",),
    takes="what kind of mediator it had: state, united-nations, red-crescent, "
    "non-governmental, notables, religious, armed-group, or a label",
    examples=("mediator:state", "وسيط:دولة"),
)
