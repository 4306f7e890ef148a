"""A theme in the sixteen named colours, which each terminal shows in its own way.

Used are those alone that can be read in the common palettes: of xterm, of the VGA console, of
Windows. Where a variable is a ground, it is the one ground that there is; what would stand out by
its ground is reversed or underlined instead (see `:ansi` in the style sheets).
"""

from __future__ import annotations

from typing import Final

_DARK: Final = {
    "foreground": "ansi_white",
    "primary": "ansi_bright_cyan",
    "secondary": "ansi_cyan",
    "accent": "ansi_bright_green",
    "success": "ansi_bright_green",
    "warning": "ansi_bright_yellow",
    "error": "ansi_bright_red",
    "frame": "ansi_white",
}
# On a ground as bright as this, blue is the one hue that can be read in every palette.
_LIGHT: Final = {
    "foreground": "ansi_black",
    "primary": "ansi_blue",
    "secondary": "ansi_blue",
    "accent": "ansi_blue",
    "success": "ansi_black",
    "warning": "ansi_black",
    "error": "ansi_black",
    "frame": "ansi_black",
}
_ON_PAPER: Final = {
    "accent": "ansi_magenta",
    "warning": "ansi_red",
    "error": "ansi_red",
    "frame": "ansi_bright_black",
}
"""What more can be read where the terminal's own ground is as white as paper."""
_OWN: Final = "ansi_default"
_PLAIN: Final = ("ansi_white", "ansi_black")
"""What stands for the terminal's own colour of letters."""

_SELECTION: Final = "ansi_cyan", "ansi_black"
"""Ground and letters of what is selected: of all pairs this one can be read everywhere."""


def named_colours(names: tuple[str, ...], *, dark: bool, own_ground: bool) -> dict[str, str]:
    """What the variables of a theme stand for where there are sixteen colours.

    Args:
        names: of the variables that are grounds.
        dark: whether the ground is.
        own_ground: the ground is the terminal's own, whatever that is, and so are its letters.

    Returns:
        Values of the variables, by name.
    """
    colours = dict(_DARK if dark else _LIGHT)
    ground = "ansi_black" if dark else "ansi_white"
    if own_ground:
        colours = {n: c if c not in _PLAIN else _OWN for n, c in colours.items()}
        colours |= {} if dark else _ON_PAPER
        ground = _OWN
    foreground = colours["foreground"]
    hues = {f"text-{name}": colour for name, colour in colours.items() if name != "frame"}
    quiet = ("text", "text-muted", "text-disabled", "foreground-muted", "foreground-disabled")
    cursor = {"input-cursor-background": ground, "input-cursor-foreground": foreground}
    selection = {
        f"{of}-selection-{name}": colour
        for of in ("input", "screen")
        for name, colour in zip(("background", "foreground"), _SELECTION, strict=True)
    }
    return {
        **dict.fromkeys(names, ground),
        **colours,
        **hues,
        **dict.fromkeys(quiet, foreground),
        **cursor,
        **selection,
        "input-cursor-text-style": "reverse",
        "ansi-background": ground,
        "ansi-foreground": foreground,
        "link-color": foreground,
    }
