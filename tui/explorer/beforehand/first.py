"""Where the list stands at a start of which no frame was kept, and how it looks in usual colours.

It follows from the size of the terminal alone as long as nobody has chosen otherwise: the list
beside the overview. A test holds both to what Textual makes of them.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from tui import curtain
from tui.explorer.beforehand.outline import Box, Outline
from tui.explorer.drawing.painting import Ink

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.model.vocabulary import Language
    from tui.config import Config
    from tui.state import State

DEFAULT_THEME: Final = "textual-dark"
_LEAST_COLUMNS: Final = 60
"""Of two panes; with fewer the overview stands alone."""
_WIDE: Final = 100
"""Columns from which the list has less than half of them: six parts of sixteen."""
_ABOVE: Final = 3
"""Lines above the list: search box, tabs, a border; below it are another and the footer."""
_BESIDE: Final = 3
"""Columns of a pane beside its lines: two borders, a scroll bar."""
_AROUND: Final = 5
_COLOURS: Final = {
    "full": (
        ("38;2;224;224;224", "3;38;2;133;166;190", "38;2;163;163;163", "1;4;38;2;255;196;115"),
        ("138;212;161", "100;172;228", "255;196;115", "216;146;163", "133;166;190"),
        ("38;2;", "48;2;18;18;18", "48;2;46;46;46"),
    ),
    "palette": (
        ("38;5;253", "3;38;5;109", "38;5;247", "1;4;38;5;222"),
        ("115", "74", "222", "174", "109"),
        ("38;5;", "48;5;233", "48;5;236"),
    ),
}
"""Of text, headings, asides and highlights; of each kind; then what begins a colour, the ground,
and that under the cursor."""
_KINDS: Final = ("zone", "agreement", "actor", "consequence", "source")


def outline_at_first(config: Config, state: State, language: Language) -> Outline | None:
    """The outline of a screen that nobody has drawn yet.

    Args:
        config: what the user chose.
        state: where they left off.
        language: of the interface.

    Returns:
        None where something was chosen, or left off, that makes it another screen.
    """
    is_usual = not (config.theme or config.plain == "true" or config.curtain == "false")
    is_default = state.theme in ("", DEFAULT_THEME) and not state.widths
    is_at_start = not (state.record or state.query or state.kind)
    inks = _inks(os.environ)
    if not (is_usual and is_default and is_at_start and inks):
        return None
    lines = lines_at_first(*curtain.size(), language)
    return Outline("app", False, lines, *inks) if lines else None


def lines_at_first(columns: int, lines: int, language: Language) -> Box | None:
    """Where the list's lines stand on a terminal of that size; None where there is no list."""
    height = lines - _AROUND
    if columns < _LEAST_COLUMNS or height < 1:
        return None
    of_list, of_all = (1, 2) if columns < _WIDE else (6, 16)
    if language == "ar":  # at the right, where what is left over of a column goes
        width = columns - columns * (of_all - of_list) // of_all
        return Box(columns - width + 2, _ABOVE, width - _BESIDE, height)
    return Box(1, _ABOVE, columns * of_list // of_all - _BESIDE, height)


def _inks(environment: Mapping[str, str]) -> tuple[Ink, Ink] | None:
    """Of lines, and of that under the cursor; None where colours are few or chosen otherwise."""
    kind = environment.get("TERM", "")
    others = ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME", "TEXTUAL_FILTERS")
    if kind == "linux" or any(name in environment for name in others):
        return None
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return _inks_of("full")
    is_palette = kind.rpartition("-")[2] == "256color"
    return _inks_of("palette") if is_palette and not environment.get("COLORTERM") else None


def _inks_of(depth: str) -> tuple[Ink, Ink]:
    texts, kinds, (begin, *grounds) = _COLOURS[depth]
    plain, cursor = (_ink(texts, [begin + each for each in kinds], ground) for ground in grounds)
    return plain, cursor


def _ink(texts: tuple[str, ...], kinds: list[str], ground: str) -> Ink:
    base, heading, aside, highlight = (f"{text};{ground}" for text in texts)
    bold = dict(zip(_KINDS, (f"1;{kind};{ground}" for kind in kinds), strict=True))
    warning = bold["actor"]
    cited = warning.removeprefix("1;")
    return Ink(base, heading, aside, highlight, bold, warning, cited)  # type: ignore[arg-type]
