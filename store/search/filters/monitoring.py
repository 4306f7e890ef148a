"""`monitoring:guarantors`."""

from __future__ import annotations

from store.search.filters.coded import coded

MONITORING = coded(
    "monitoring",
    place=210,
    arabic_names=("رقابة",),
    takes="who watches that it is kept: none, parties, local-committee, joint-committee, "
    "guarantors, states, united-nations, red-crescent, or a label",
    examples=("monitoring:guarantors", 'رقابة:"من الضامنين"'),
)
