"""The variables of a theme, changed as little as makes every letter readable on every ground."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from tui.explorer.colours.contrast import DECORATION, LETTERS, Rgb, luminance, ratio
from tui.explorer.colours.depth import Depth
from tui.explorer.colours.named import named_colours

HUES: Final = ("primary", "secondary", "accent", "success", "warning", "error")
"""What frames and bars are drawn in; letters in `text-` and the name."""
_RAISED: Final = "raised"
"""Our own ground, of what is chosen elsewhere than where the user is."""
GROUNDS: Final = (
    "background",
    _RAISED,
    "surface",
    "panel",
    *(f"{name}-lighten-1" for name in ("background", "surface", "panel")),
    *(f"{hue}-muted" for hue in HUES),
    "input-selection-background",
    "screen-selection-background",
)
"""Letters of any colour may stand on any of them."""

_PLAIN: Final = 7.0
"""Ratio of the text itself, so that what is muted can be told from it."""
_GROUND: Final = {True: 11.5, False: 13.0}
"""Ratio that white has on every ground of a dark theme, and black on every one of a light theme:
nearer to the letters a ground would leave no hues."""
_MUTED: Final = 0.4
_DISABLED: Final = 0.6
"""How far from the text towards the ground such letters are, if that can be read."""
_FRAME: Final = 0.75
_RAISING: Final = 0.14
"""How far from the ground towards the text."""
_STEPS: Final = 25
_WHITE: Final = Color(255, 255, 255)
_BLACK: Final = Color(0, 0, 0)

_Shown = Callable[[Color], Rgb]
"""The colour that the terminal shows where this one is asked for."""


def readable_variables(
    theme: Theme, variables: Mapping[str, str], depth: Depth = "full"
) -> dict[str, str]:
    """What the variables of a theme stand for, so that all can be read.

    Letters have at least 4.5 : 1 against each ground, and frames and other decoration 3 : 1.

    Args:
        theme: one of Textual's or like those.
        variables: as Textual makes them of it.
        depth: how many colours the terminal shows.

    Returns:
        All variables, and two more: `frame`, the colour of frames and bars, and `raised`, the
        ground of what is chosen elsewhere than where the user is.
    """
    if theme.ansi or depth in ("none", "sixteen"):
        own_ground = theme.ansi or depth == "none"
        named = named_colours(GROUNDS, dark=theme.dark, own_ground=own_ground)
        return {**variables, **named}
    names = ("foreground", *HUES, *_TEXTS, *GROUNDS)
    wanted = tuple((name, variables[name]) for name in names if name != _RAISED)
    return {**variables, **_worked_out(wanted, is_palette=depth == "palette")}


_TEXTS: Final = tuple(f"text-{hue}" for hue in HUES)


@lru_cache(maxsize=64)  # a theme is asked for again with every dialog that is opened first
def _worked_out(wanted: tuple[tuple[str, str], ...], *, is_palette: bool) -> dict[str, str]:
    shown = _in_palette if is_palette else _as_it_is
    colours = {name: _parsed(value) for name, value in wanted}
    background = colours["background"]
    is_dark = luminance(background.rgb) < luminance(colours["foreground"].rgb)
    colours[_RAISED] = background.blend(colours["foreground"], _RAISING, 1)
    far, near = (_WHITE, _BLACK) if is_dark else (_BLACK, _WHITE)
    found = {
        name: _towards(near, background + colours[name], far.rgb, _GROUND[is_dark], shown)
        for name in GROUNDS
    }
    # What has the contrast to the ground that is nearest to the letters has it to all.
    grounds = [shown(ground) for ground in found.values()]
    worst = (max if is_dark else min)(grounds, key=luminance)

    def ink(colour: Color, least: float) -> Color:
        return _towards(far, background + colour, worst, least, shown)

    text = ink(colours["foreground"], _PLAIN)
    muted = ink(text.blend(background, _MUTED, 1), LETTERS)
    disabled = ink(text.blend(background, _DISABLED, 1), LETTERS)
    found |= {name: ink(colours[name], LETTERS) for name in _TEXTS}
    found |= {hue: ink(colours[hue], DECORATION) for hue in HUES}
    found |= {
        **dict.fromkeys(("foreground", "text", "link-color", "link-color-hover"), text),
        **dict.fromkeys(("input-selection-foreground", "screen-selection-foreground"), text),
        "input-cursor-background": text,
        **dict.fromkeys(("text-muted", "foreground-muted"), muted),
        **dict.fromkeys(("text-disabled", "foreground-disabled"), disabled),
        "frame": ink(text.blend(background, _FRAME, 1), DECORATION),
        "input-cursor-foreground": found["background"],
        "link-background-hover": found["accent-muted"],
    }
    return {name: colour.hex for name, colour in found.items()}


def _parsed(value: str) -> Color:
    """A colour as themes write it, perhaps with its opacity behind it."""
    colour, _, opacity = value.partition(" ")
    parsed = Color.parse(colour)
    return parsed.multiply_alpha(float(opacity.rstrip("%")) / 100) if opacity else parsed


def _towards(goal: Color, start: Color, other: Rgb, least: float, shown: _Shown) -> Color:
    """The first colour on the way to a goal that has the contrast to another."""
    for step in range(_STEPS):
        found = start.blend(goal, step / _STEPS, 1)
        if ratio(shown(found), other) >= least:
            return found
    return goal


def _as_it_is(colour: Color) -> Rgb:
    return colour.rgb


def _in_palette(colour: Color) -> Rgb:
    """The nearest one of the 256, which is what is sent to the terminal."""
    red, green, blue = colour.rich_color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    return red, green, blue
