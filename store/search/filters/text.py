"""`text:published`."""

from __future__ import annotations

from store.search.filters.coded import coded

TEXT = coded(
    "text",
    place=290,
    arabic_names=("نص",),
    takes="whether its text is known: published, leaked, oral, not-found, or a label",
    examples=("text:published", "نص:منشور"),
)
