"""Whether the explorer is plain, decided once at its start."""

from __future__ import annotations

from tui.bidi.settings import display_settings
from tui.messages import spoken

_is_plain = False


def use_plain(wanted: bool) -> None:
    """Be plain from now on, or no more; call it before anything is drawn."""
    global _is_plain  # noqa: PLW0603 - one terminal, one setting, read by every drawn line
    _is_plain = wanted


def is_plain() -> bool:
    """Whether states are told in words, one pane stands alone, and nothing is framed."""
    return _is_plain


def is_mirrored() -> bool:
    """Whether lines begin at the right, as they are read in Arabic.

    In the plain mode they do only where they are put in visual order: whoever listens hears the
    cells of a line from left to right.
    """
    return spoken() == "ar" and (display_settings().reorders or not _is_plain)
