"""The filters of the query language: a module an entry, or a close family of them, listed here.

To add one: write its module, with its names in both languages, and name it in `FILTERS`.
"""

from __future__ import annotations

from typing import Final

from store.search.filters.collection import COLLECTION
from store.search.filters.confidence import CONFIDENCE
from store.search.filters.dates import AFTER, BEFORE, YEAR
from store.search.filters.filter import Filter
from store.search.filters.kind import KIND
from store.search.filters.related import ACTOR, AGREEMENT, CONSEQUENCE, ZONE
from store.search.filters.source import SOURCE
from store.search.filters.stage import STAGE
from store.search.filters.standing import STANDING
from store.search.filters.track import TRACK
from store.search.filters.type_ import TYPE
from store.search.filters.yes_or_no import DISPUTED, MARKED
from store.text import folding

FILTERS: Final[tuple[Filter, ...]] = (
    KIND, TYPE, YEAR, BEFORE, AFTER, ACTOR, ZONE, AGREEMENT, CONSEQUENCE, SOURCE, TRACK, MARKED,
    STANDING, DISPUTED, COLLECTION, CONFIDENCE, STAGE,
)  # fmt: skip
"""In the order in which completion, the dialog and the docs have them."""

_BY_FOLDED_NAME: Final = {folding.fold(name): item for item in FILTERS for name in item.names}


def filter_named(name: str) -> Filter | None:
    """The filter that a name means, however its letters are written; None where there is none."""
    return _BY_FOLDED_NAME.get(folding.fold(name))
