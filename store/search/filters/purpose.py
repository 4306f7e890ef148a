"""`purpose:evacuation`."""

from __future__ import annotations

from store.search.filters.coded import coded

PURPOSE = coded(
    "purpose",
    place=240,
    arabic_names=("غرض",),
    takes="what a ceasefire is for: humanitarian, evacuation, exchange, talks, holiday, "
    "settlement, or a label",
    examples=("purpose:evacuation", "غرض:إنساني"),
)
