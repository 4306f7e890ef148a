"""Taking as little as possible out of a mapping that the model refuses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from store.errors import FieldPath
from store.expressions import expression

_Holder = dict[Any, Any] | list[Any]

_WHAT_IT_SAYS: Final = frozenset({"value", "predicate", "object"})
"""Fields without which a fact or a relation says nothing."""
_NO_CHARACTER: Final = expression(r"[\0\ud800-\udfff]")


def lessen(mapping: dict[str, Any], paths: Iterable[FieldPath]) -> None:
    """Take out what is wrong: characters of a text, a locator, a field or a whole fact.

    Args:
        mapping: of a record or source; changed in place.
        paths: to what the model refuses in it.
    """
    # From the last item of a list to the first, so that the numbers of those before hold.
    for path in sorted({_part(path) for path in paths if path}, key=_place, reverse=True):
        owner = _owner(mapping, path)
        step: Any = path[-1]
        if owner is None:
            mapping.pop(str(path[0]), None)
        elif (less := _less(owner[step], is_reference="cite" in path)) is not None:
            owner[step] = less
        else:
            del owner[step]


def _part(path: FieldPath) -> FieldPath:
    """The way to what goes: all of a fact or relation of which one of its own words is wrong."""
    for length, step in enumerate(path, start=1):
        if isinstance(step, int) and length < len(path) and path[length] in _WHAT_IT_SAYS:
            return path[:length]
    return path


def _owner(mapping: dict[str, Any], path: FieldPath) -> _Holder | None:
    """The list or mapping that holds what a path leads to; None where it leads nowhere."""
    owner: Any = mapping
    try:
        for step in path[:-1]:
            owner = owner[step]
        owner[path[-1]]
    except (LookupError, TypeError):
        return None
    holder: _Holder = owner
    return holder


def _less(value: object, *, is_reference: bool) -> str | None:
    """A text without the characters or the locator that cannot stand; None where nothing helps."""
    if not isinstance(value, str):
        return None
    less = value.partition("#")[0] if is_reference else _NO_CHARACTER.sub("\ufffd", value)
    return less if less != value else None


def _place(path: FieldPath) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (0, step) for step in path]
