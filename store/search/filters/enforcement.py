"""`enforcement:military-police`."""

from __future__ import annotations

from store.search.filters.coded import coded

ENFORCEMENT = coded(
    "enforcement",
    place=220,
    arabic_names=("إنفاذ",),
    takes="what it is enforced by: none, observation-posts, military-police, joint-patrols, "
    "government-forces, local-forces, or a label",
    examples=("enforcement:military-police", 'إنفاذ:"شرطة عسكرية"'),
)
