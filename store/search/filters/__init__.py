"""The filters of the query language: a module an entry, or a close family of them.

To add one, write its module, with its names in both languages: it is found by being here.
"""

from __future__ import annotations

from typing import Final

from store.entries import entries
from store.search.filters.filter import Filter
from store.text import folding

FILTERS: Final = entries(__name__, __path__, Filter)
"""In the order in which completion, the dialog and the docs have them."""

_BY_FOLDED_NAME: Final = {folding.fold(name): item for item in FILTERS for name in item.names}


def filter_named(name: str) -> Filter | None:
    """The filter that a name means, however its letters are written; None where there is none."""
    return _BY_FOLDED_NAME.get(folding.fold(name))
