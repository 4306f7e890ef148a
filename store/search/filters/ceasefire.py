"""`ceasefire:cessation`."""

from __future__ import annotations

from store.search.filters.coded import coded

CEASEFIRE = coded(
    "ceasefire",
    place=230,
    arabic_names=("تصنيف",),
    takes="its class of ceasefire: cessation, preliminary, definitive, or a label",
    examples=("ceasefire:cessation", 'تصنيف:"وقف أعمال عدائية"'),
)
