"""`outcome:carried-out`."""

from __future__ import annotations

from store.search.filters.coded import coded

OUTCOME = coded(
    "outcome",
    place=200,
    arabic_names=("مآل",),
    takes="what became of an agreement: carried-out, in-part, collapsed, superseded, "
    "never-begun, unknown, or a label",
    examples=("outcome:carried-out", "مآل:نفذ"),
)
