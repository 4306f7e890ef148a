"""Taking as little as possible out of a mapping that the model refuses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from store.errors import FieldPath
from store.expressions import expression
from store.model.reading.plain_values import name_shown

_Holder = dict[Any, Any] | list[Any]

_WHAT_IT_SAYS: Final = frozenset({"value", "predicate", "object"})
"""Fields without which a fact or a relation says nothing."""
_NO_CHARACTER: Final = expression(r"[\0\ud800-\udfff]")


def lessen(mapping: dict[str, Any], paths: Iterable[FieldPath]) -> bool:
    """Take out what is wrong: characters of a text, a locator, a field or a whole fact.

    Returns whether there was anything to take out: if not, the model will refuse it again.

    Args:
        mapping: of a record or source; changed in place.
        paths: to what the model refuses in it.
    """
    # From the last item of a list to the first, so that the numbers of those before hold.
    kept = {_part(_kept(mapping, path)) for path in paths if path}
    has_less = False
    for path in sorted(kept, key=_place, reverse=True):
        owner = _owner(mapping, path)
        step: Any = path[-1]
        if owner is None:
            has_less |= path[0] in mapping
            mapping.pop(str(path[0]), None)
            continue
        has_less = True
        if (less := _less(owner[step], is_reference="cite" in path)) is not None:
            owner[step] = less
        else:
            del owner[step]
    return has_less


def _part(path: FieldPath) -> FieldPath:
    """The way to what goes: all of a fact or relation of which one of its own words is wrong."""
    for length, step in enumerate(path, start=1):
        if isinstance(step, int) and length < len(path) and path[length] in _WHAT_IT_SAYS:
            return path[:length]
    return path


def _kept(mapping: dict[str, Any], path: FieldPath) -> FieldPath:
    """The path with the names as they are, not as a message shows them."""
    owner: Any = mapping
    steps: list[str | int] = []
    for shown in path:
        step: Any = shown
        if isinstance(owner, dict) and shown not in owner:
            step = next((name for name in owner if name_shown(name) == shown), shown)
        steps.append(step)
        try:
            owner = owner[step]
        except (LookupError, TypeError):
            owner = None
    return tuple(steps)


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
