"""How the terminal is to be fed, decided once at start."""

from __future__ import annotations

from enum import StrEnum

from store.tuples import NamedTuple
from tui.bidi.algorithm.direction import Direction


class DisplayMode(StrEnum):
    """Who puts Arabic in order and joins its letters."""

    APP = "app"
    """We do both: the terminal draws cells as they come (xterm, alacritty, VTE after `CSI 8 l`)."""
    WORDS = "words"
    """We order words, the terminal the letters in each (kitty)."""
    TERMINAL = "terminal"
    """The terminal does both (mlterm); we only align."""
    OFF = "off"
    """Nobody: logical order from left to right."""


class DisplaySettings(NamedTuple):
    """What `set_display_mode` was told."""

    mode: DisplayMode = DisplayMode.APP
    guard: bool = False
    """Put a left-to-right mark after every Arabic cell, so that a terminal which reorders on its
    own (Konsole, tmux inside VTE) finds single letters, in the order we gave."""
    default_direction: Direction = Direction.LEFT_TO_RIGHT
    """Direction of a paragraph without a letter: that of the interface."""

    @property
    def reorders(self) -> bool:
        """Whether lines leave us in visual order."""
        return self.mode in {DisplayMode.APP, DisplayMode.WORDS}


_settings = DisplaySettings()


def set_display_mode(
    mode: DisplayMode | str,
    *,
    guard: bool = False,
    default_direction: Direction = Direction.LEFT_TO_RIGHT,
) -> None:
    """Choose how text is displayed from now on.

    Call it before the app draws; a later call (the interface changes its language) needs a refresh
    of every widget.

    Args:
        mode: A mode or its name.
        guard: Protect order from a terminal that reorders as well.
        default_direction: Direction of paragraphs that have none of their own.

    Raises:
        ValueError: The name is none of a mode; the sentence lists them.
    """
    global _settings  # noqa: PLW0603 - one terminal, one setting, read by every drawn line
    try:
        chosen = DisplayMode(mode)
    except ValueError:
        names = ", ".join(DisplayMode)
        raise ValueError(f"unknown bidi mode {mode!r}: choose one of {names}") from None
    _settings = DisplaySettings(chosen, guard, default_direction)


def display_settings() -> DisplaySettings:
    """The settings in force."""
    return _settings
