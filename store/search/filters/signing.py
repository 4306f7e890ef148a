"""`signing:adopted`."""

from __future__ import annotations

from store.search.filters.coded import coded

SIGNING = coded(
    "signing",
    place=280,
    arabic_names=("توقيع",),
    takes="how it was concluded: signed, adopted, announced-by-all, announced-by-one, "
    "announced-by-guarantors, or a label",
    examples=("signing:adopted", "توقيع:موقع"),
)
