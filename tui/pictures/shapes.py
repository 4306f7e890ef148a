"""Signs of a picture as shapes of an SVG, so that they meet whatever font a browser has."""

from __future__ import annotations

from typing import Final, Literal

CELL: Final = 12
"""Width of a cell in units of an SVG."""
LINE: Final = 24
"""Height of a line: twice as high as wide, so that dots of braille are square."""

Layer = Literal["fill", "light", "medium", "line", "heavy", "dot"]
"""How a shape is drawn: filled (wholly or in part), as a line, or as dots."""

_BRAILLE: Final = 0x2800
_DOTS: Final = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
"""Column and line of each dot, by its bit."""

_HALVES: Final = {"l": (0.0, 0.5), "r": (1.0, 0.5), "u": (0.5, 0.0), "d": (0.5, 1.0)}
"""Where a line from the middle of a cell ends: left, right, up, down."""
_LINES: Final = {
    "─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "rud", "┤": "lud",
    "┬": "lrd", "┴": "lru", "┼": "lrud", "╭": "rd", "╮": "ld", "╰": "ru", "╯": "lu",
    "╴": "l", "╶": "r", "╵": "u", "╷": "d",
}  # fmt: skip
_HEAVY: Final = {"━": "lr", "┃": "ud", "╸": "l", "╺": "r"}
_DASHED: Final = {"╌": 2, "┄": 3, "┈": 4}
"""How many dashes a cell has."""
_DASHED_DOWN: Final = {"╎": 2, "┆": 3, "┊": 4}
_SHADES: Final[dict[str, Layer]] = {"░": "light", "▒": "medium", "▓": "fill"}

_MIDDLE: Final = (CELL / 2, LINE / 2)
_SIZE: Final = CELL * 0.42
"""From the middle of a mark to its edge."""
_POLYGONS: Final = {
    "◆": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "■": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "▲": ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
    "▼": ((0, 1.1), (1.1, -0.9), (-1.1, -0.9)),
    "▶": ((1.1, 0), (-0.9, 1.1), (-0.9, -1.1)),
    "◀": ((-1.1, 0), (0.9, 1.1), (0.9, -1.1)),
}
_OUTLINES: Final = {"◇": "◆", "□": "■", "△": "▲", "▽": "▼", "▷": "▶", "◁": "◀"}
_ARROWS: Final = {
    "→": (1, 0), "←": (-1, 0), "↑": (0, -1), "↓": (0, 1),
    "↗": (0.7, -0.7), "↘": (0.7, 0.7), "↖": (-0.7, -0.7), "↙": (-0.7, 0.7),
}  # fmt: skip


def shape(sign: str, x: float, y: float) -> tuple[Layer, str] | None:
    """The shape of a sign as a path.

    Args:
        sign: one character.
        x: left edge of its cell.
        y: upper edge.

    Returns:
        How it is drawn, and the data of its path; None for what is no sign that has a shape.
    """
    code = ord(sign)
    if _BRAILLE <= code <= _BRAILLE + 0xFF:
        return "dot", _dots(code - _BRAILLE, x, y)
    if 0x2580 <= code <= 0x2590:
        return "fill", _block(code, x, y)
    if sign in _SHADES:
        return _SHADES[sign], _box(x, y, CELL, LINE)
    if sign in _LINES:
        return "line", _halves(_LINES[sign], x, y)
    if sign in _HEAVY:
        return "heavy", _halves(_HEAVY[sign], x, y)
    if sign in _DASHED or sign in _DASHED_DOWN:
        return "line", _dashes(sign, x, y)
    return _mark(sign, x + _MIDDLE[0], y + _MIDDLE[1])


def _mark(sign: str, x: float, y: float) -> tuple[Layer, str] | None:
    if sign in ("●", "○"):
        r = _SIZE
        across = f"a{_n(r)} {_n(r)} 0 1 0 {_n(2 * r)} 0a{_n(r)} {_n(r)} 0 1 0 {_n(-2 * r)} 0z"
        return "fill" if sign == "●" else "line", f"M{_n(x - r)} {_n(y)}{across}"
    if sign in _POLYGONS:
        return "fill", _polygon(sign, x, y)
    if sign in _OUTLINES:
        return "line", _polygon(_OUTLINES[sign], x, y)
    return ("line", _arrow(*_ARROWS[sign], x, y)) if sign in _ARROWS else None


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _box(x: float, y: float, width: float, height: float) -> str:
    return f"M{_n(x)} {_n(y)}h{_n(width)}v{_n(height)}h{_n(-width)}z"


def _block(code: int, x: float, y: float) -> str:
    """From U+2580: the upper half, eighths from below, eighths from the left, the right half."""
    if code == 0x2580:
        return _box(x, y, CELL, LINE / 2)
    if code <= 0x2588:
        height = LINE * (code - 0x2580) / 8
        return _box(x, y + LINE - height, CELL, height)
    if code < 0x2590:
        return _box(x, y, CELL * (0x2590 - code) / 8, LINE)
    return _box(x + CELL / 2, y, CELL / 2, LINE)


def _dots(bits: int, x: float, y: float) -> str:
    """Lines of no length, whose round ends are the dots."""
    return "".join(
        f"M{_n(x + CELL * (column + 0.5) / 2)} {_n(y + LINE * (line + 0.5) / 4)}h0"
        for bit, (column, line) in enumerate(_DOTS)
        if bits >> bit & 1
    )


def _halves(ends: str, x: float, y: float) -> str:
    return "".join(
        f"M{_n(x + _MIDDLE[0])} {_n(y + _MIDDLE[1])}"
        f"L{_n(x + CELL * _HALVES[end][0])} {_n(y + LINE * _HALVES[end][1])}"
        for end in ends
    )


def _dashes(sign: str, x: float, y: float) -> str:
    count = _DASHED.get(sign) or _DASHED_DOWN[sign]
    is_down = sign in _DASHED_DOWN
    step = (LINE if is_down else CELL) / count
    starts = [step * (number + 0.2) for number in range(count)]
    if is_down:
        return "".join(f"M{_n(x + _MIDDLE[0])} {_n(y + at)}v{_n(step * 0.6)}" for at in starts)
    return "".join(f"M{_n(x + at)} {_n(y + _MIDDLE[1])}h{_n(step * 0.6)}" for at in starts)


def _polygon(sign: str, x: float, y: float) -> str:
    corners = [f"{_n(x + _SIZE * dx)} {_n(y + _SIZE * dy)}" for dx, dy in _POLYGONS[sign]]
    return f"M{'L'.join(corners)}z"


def _arrow(across: float, down: float, x: float, y: float) -> str:
    """A shaft through the middle, and two strokes back from its point."""
    reach = CELL * 0.46
    end = (x + across * reach, y + down * reach)
    barbs = "".join(
        f"M{_n(end[0])} {_n(end[1])}l{_n(-0.35 * CELL * (across - turn * down))} "
        f"{_n(-0.35 * CELL * (down + turn * across))}"
        for turn in (1, -1)
    )
    return f"M{_n(x - across * reach)} {_n(y - down * reach)}L{_n(end[0])} {_n(end[1])}{barbs}"
