"""The filters of the query language: a module an entry, or a close family of them.

To add one, write its module, with its names in both languages: it is found by being here. A
predicate of the vocabulary has its filters, from both sides, without one.
"""

from __future__ import annotations

from store.entries import entries
from store.search.filters.filter import Filter
from store.search.filters.role import roles
from store.text import folding
from store.typed import Final

FILTERS: Final = entries(__name__, __path__, Filter)
"""In the order in which completion, the dialog and the docs have them."""


def _comparable(name: str) -> str:
    """A name however it is written: `Signed_by`, `signedby` and `signed-by` are one."""
    return folding.fold(name).replace("-", "").replace("_", "")


_ALIKE: Final = 0.8
"""Likeness, of 1, from which a name is probably a slip in another."""
ROLES: Final = roles({folding.fold(name) for item in FILTERS for name in item.names})
"""What predicates say from either side, in the vocabulary's order."""
_BY_NAME: Final = {_comparable(name): item for item in (*FILTERS, *ROLES) for name in item.names}


def filter_named(name: str) -> Filter | None:
    """The filter that a name means, however its letters are written; None where there is none."""
    return _BY_NAME.get(_comparable(name))


def nearest_name(name: str) -> str:
    """The name of a filter that was probably meant by one that is none; empty where none is."""
    from difflib import get_close_matches  # only a wrong name needs it

    (near,) = get_close_matches(_comparable(name), _BY_NAME, 1, _ALIKE) or [""]
    names = _BY_NAME[near].names if near else ()
    return next((each for each in names if _comparable(each) == near), "")
