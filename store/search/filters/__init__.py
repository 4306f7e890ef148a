"""The filters of the query language: a module an entry, or a close family of them.

To add one, write its module, with its names in both languages: it is found by being here. A
predicate of the vocabulary has its filters, from both sides, without one.
"""

from __future__ import annotations

from functools import cache

from store.entries import entries
from store.text import folding
from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.search.filters.filter import Filter

    FILTERS: tuple[Filter, ...]
    """In the order in which completion, the dialog and the docs have them."""
    ROLES: tuple[Filter, ...]
    """What predicates say from either side, in the vocabulary's order."""

_ALIKE: Final = 0.8
"""Likeness, of 1, from which a name is probably a slip in another."""


def __getattr__(name: str) -> tuple[Filter, ...]:
    """All filters, once somebody asks: most queries have none, and load the module of none."""
    if name == "FILTERS":
        return _filters()
    if name == "ROLES":
        return _roles()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@cache
def _filters() -> tuple[Filter, ...]:
    from store.search.filters.filter import Filter

    return entries(__name__, __path__, Filter)


@cache
def _roles() -> tuple[Filter, ...]:
    from store.search.filters.role import roles

    return roles({folding.fold(name) for item in _filters() for name in item.names})


@cache
def _by_name() -> Mapping[str, Filter]:
    every = (*_filters(), *_roles())
    return {_comparable(name): item for item in every for name in item.names}


def filter_named(name: str) -> Filter | None:
    """The filter that a name means, however its letters are written; None where there is none."""
    return _by_name().get(_comparable(name))


def nearest_name(name: str) -> str:
    """The name of a filter that was probably meant by one that is none; empty where none is."""
    from difflib import get_close_matches  # only a wrong name needs it

    (near,) = get_close_matches(_comparable(name), _by_name(), 1, _ALIKE) or [""]
    names = _by_name()[near].names if near else ()
    return next((each for each in names if _comparable(each) == near), "")


def _comparable(name: str) -> str:
    """A name however it is written: `Signed_by`, `signedby` and `signed-by` are one."""
    return folding.fold(name).replace("-", "").replace("_", "")
