"""`scope:national`."""

from __future__ import annotations

from store.search.filters.coded import coded

SCOPE = coded(
    "scope",
    place=250,
    arabic_names=("نطاق",),
    takes="how far it reaches: local, regional, national, or a label",
    examples=("scope:national", "نطاق:إقليم"),
)
