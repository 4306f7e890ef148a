"""Where the list stands on the screen and how it looks, kept with the frame of the next start."""

from __future__ import annotations

import json

from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING, Final
from tui.explorer.drawing.painting import Ink

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style

_CODES: Final = frozenset("0123456789;")


class Box(NamedTuple):
    """Some cells of the screen, and the codes of what is written there."""

    x: int
    y: int
    width: int
    height: int
    codes: str = ""


class Outline(NamedTuple):
    """Where the list and the search box stand on the screen, and how they look.

    Of an ink the styles are codes of colours and attributes, as a terminal takes them: for
    `painting`, which hands a style on as it is, they are as good as any.
    """

    mode: str
    guard: bool
    """How the terminal is fed, see `tui.bidi.settings`."""
    lines: Box
    """Of the list, without its scroll bar."""
    plain: Ink
    cursor: Ink
    """Of the line under the cursor."""
    searching: str = ""
    """What changes on the screen when the search box is opened; empty where that is not known."""
    resting: Ink | None = None
    """Of the line under the cursor while the box has the focus."""
    field: Box = Box(0, 0, 0, 0)
    """Where is typed."""
    found: Box = Box(0, 0, 0, 0)
    """Where it is said how much was found."""


def written(outline: Outline) -> str:
    """An outline in one line."""
    boxes = {name: tuple(getattr(outline, name)) for name in _BOXES}
    inks = {name: ink and ink._asdict() for name in _INKS if (ink := getattr(outline, name))}
    return json.dumps(outline._asdict() | dict.fromkeys(_INKS) | boxes | inks)


def outline_of(text: str) -> Outline | None:
    """The outline that was written; None where that is none, or has more in it than it may."""
    try:
        fields = json.loads(text)
        boxes = {name: _box(*fields[name]) for name in _BOXES}
        inks = {name: _ink(fields[name]) for name in _INKS if fields[name]}
        mode, guard, searching = str(fields["mode"]), bool(fields["guard"]), fields["searching"]
        return Outline(mode, guard, searching=str(searching), **boxes, **inks)  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None


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


_INKS: Final = ("plain", "cursor", "resting")
_BOXES: Final = ("lines", "field", "found")


def _box(x: int, y: int, width: int, height: int, codes: str) -> Box:
    return Box(int(x), int(y), int(width), int(height), _harmless(codes))


def _harmless(codes: object) -> str:
    if not isinstance(codes, str) or not set(codes) <= _CODES:
        raise ValueError(codes)
    return codes


def _ink(fields: dict[str, object]) -> Ink:
    kinds = fields["kinds"]
    if not isinstance(kinds, dict):
        raise TypeError
    of_kinds = {kind: _harmless(code) for kind, code in kinds.items()}
    codes = {name: _harmless(code) for name, code in fields.items() if name != "kinds"}
    return Ink(**codes, kinds=of_kinds)  # type: ignore[arg-type]
