"""`issue:detainees`."""

from __future__ import annotations

from store.search.filters.coded import coded

ISSUE = coded(
    "issue",
    place=260,
    arabic_names=("مسألة",),
    takes="what it settles: siege-and-aid, conscription-and-status, weapons, detainees, "
    "return, property, policing, services, or a label",
    examples=("issue:detainees", "مسألة:السلاح"),
)
