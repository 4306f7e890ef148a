"""The direction of a paragraph."""

from __future__ import annotations

from enum import IntEnum


class Direction(IntEnum):
    """Direction of a paragraph; its value is the paragraph's embedding level (UAX #9, BD2)."""

    LEFT_TO_RIGHT = 0
    RIGHT_TO_LEFT = 1
