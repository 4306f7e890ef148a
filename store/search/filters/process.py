"""`process:astana`."""

from __future__ import annotations

from store.search.filters.coded import coded

PROCESS = coded(
    "process",
    place=300,
    arabic_names=("عملية",),
    takes="the national process that it belongs to: geneva, vienna, astana, none, or a label",
    examples=("process:astana", "عملية:أستانا"),
)
