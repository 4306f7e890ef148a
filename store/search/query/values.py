"""Several values of one filter, with commas between: `type:ceasefire,evacuation`."""

from __future__ import annotations

from store.expressions import expression
from store.typed import Final

_COMMA: Final = expression(r"[,،](?!\s|\d{3}(?!\d))")
"""Not that of a name, which has a blank behind it, nor that of a large number."""
_MOST: Final = 20
"""A filter of more is a mistake, or meant to tire the store."""


def values_in(value: str) -> list[str]:
    """The values with commas between; the whole where it is not a list of a few."""
    parts = [part.strip() for part in _COMMA.split(value, _MOST)]
    return parts if all(parts) and len(parts) <= _MOST else [value]


def joined(values: list[str]) -> str:
    """Several values as a filter has them."""
    return ",".join(values)
