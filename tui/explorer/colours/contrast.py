"""How well one colour can be told from another: the contrast ratio of WCAG 2.2."""

from __future__ import annotations

from typing import Final

LETTERS: Final = 4.5
"""Ratio that letters to be read have against their ground (WCAG 2.2, 1.4.3, level AA)."""
DECORATION: Final = 3.0
"""Ratio of frames, bars and whatever else is seen and not read (WCAG 2.2, 1.4.11)."""

Rgb = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""


def luminance(colour: Rgb) -> float:
    """How bright a colour is, from 0 for black to 1 for white."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Rgb, other: Rgb) -> float:
    """The contrast of two colours, from 1 where they are as bright to 21 for black on white."""
    darker, brighter = sorted((luminance(one), luminance(other)))
    return (brighter + 0.05) / (darker + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
