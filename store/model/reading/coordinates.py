"""Coordinates as a mapping gives them: latitude before longitude, in decimal degrees."""

from __future__ import annotations

from store.errors import Sentence
from store.expressions import expression
from store.model.reading.plain_values import in_western_digits
from store.model.records import Coordinates
from store.typed import Final

_DEGREES: Final = expression(r"[+-]?\d{1,3}(?:\.\d{0,30})?(?:[eE][+-]?\d{1,3})?")
_ARABIC_POINT: Final = "٫"
_NEEDED: Final = Sentence("[latitude, longitude] in decimal degrees is needed")
_SWAPPED: Final = "a latitude is at most 90; did you mean [{latitude}, {longitude}]?"


def read_coordinates(value: object) -> Coordinates:
    """Read coordinates, their digits in any script.

    Args:
        value: as a mapping holds it.

    Raises:
        ValueError: with a `Sentence`, it is no place on earth.
    """
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise ValueError(_NEEDED)
    first, second = map(_degrees, value)
    if abs(first) <= 90 and abs(second) <= 180:
        return first, second
    if abs(second) <= 90 and abs(first) <= 180:
        raise ValueError(Sentence(_SWAPPED, latitude=second, longitude=first))
    raise ValueError(_NEEDED)


def _degrees(value: object) -> float:
    if isinstance(value, float):
        return value
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    text = in_western_digits(text.strip()[:60]).replace(_ARABIC_POINT, ".")
    if not _DEGREES.fullmatch(text):
        raise ValueError(_NEEDED)
    return float(text)
