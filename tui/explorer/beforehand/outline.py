"""Where the list stands on the screen and how it looks, kept with the frame of the next start."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from store.tuples import NamedTuple
from tui.explorer.drawing.painting import Ink

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style

_CODES: Final = frozenset("0123456789;")


class Outline(NamedTuple):
    """The list's lines on the screen, and how they look.

    Of an ink the styles are codes of colours and attributes, as a terminal takes them: for
    `painting`, which hands a style on as it is, they are as good as any.
    """

    x: int
    y: int
    width: int
    height: int
    """Cells of its lines, and how many are seen."""
    plain: Ink
    cursor: Ink
    """Of the line under the cursor."""
    mode: str
    guard: bool
    """How the terminal is fed, see `tui.bidi.settings`."""


def written(outline: Outline) -> str:
    """An outline in one line."""
    return json.dumps(outline._asdict() | {name: _flat(outline, name) for name in _INKS})


def outline_of(text: str) -> Outline | None:
    """The outline that was written; None where that is none, or has more in it than it may."""
    try:
        fields = json.loads(text)
        plain, cursor = (_ink(fields[name]) for name in _INKS)
        x, y, width, height = (int(fields[name]) for name in _PLACES)
        mode, guard = str(fields["mode"]), bool(fields["guard"])
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None
    return Outline(x, y, width, height, plain, cursor, mode, guard)


def coded(ink: Ink, code: Callable[[Style], str]) -> Ink:
    """An ink whose styles are codes.

    Args:
        ink: of the list.
        code: the codes of a style.
    """
    flat = {name: style for name, style in ink._asdict().items() if name != "kinds"}
    codes = {name: code(style) for name, style in flat.items()}
    kinds = {kind: code(style) for kind, style in ink.kinds.items()}
    return Ink(**codes, kinds=kinds)  # type: ignore[arg-type]


_INKS: Final = ("plain", "cursor")
_PLACES: Final = ("x", "y", "width", "height")


def _flat(outline: Outline, name: str) -> object:
    ink: Ink = getattr(outline, name)
    return ink._asdict()


def _ink(fields: dict[str, object]) -> Ink:
    kinds = fields["kinds"]
    codes = {name: code for name, code in fields.items() if name != "kinds"}
    if not isinstance(kinds, dict):
        raise TypeError
    for code in (*codes.values(), *kinds.values()):
        if not isinstance(code, str) or not set(code) <= _CODES:
            raise ValueError(code)
    return Ink(**codes, kinds=kinds)  # type: ignore[arg-type]
