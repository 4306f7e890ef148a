"""A screen as an SVG picture in which a browser shows each cell where the terminal has it.

Rich's own export (14.x) lays a run of text out by its number of characters, so that a mark above a
letter pushes what follows by a cell; and browsers put right-to-left runs in order once more. Here
what is Arabic stands in elements of one cell each, which nothing can reorder or shift.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import SVG_EXPORT_THEME

from store.tuples import NamedTuple

CELL: Final = 12
"""Width of a cell in the picture's units."""
LINE: Final = 23
"""Height of a line: that of the frames' own glyphs, so that they meet."""
_SIZE: Final = 20
_BASELINE: Final = 18
_MARGIN: Final = 16
_TITLE: Final = 40

_GROUND: Final = "#121212"
"""The window's colour, that of the dark theme."""
_FONTS: Final = "'DejaVu Sans Mono', Menlo, Consolas, 'Cascadia Mono', monospace"


class Piece(NamedTuple):
    """Cells in one style that are drawn as one element."""

    x: int
    text: str
    cells: int
    style: Style
    is_joined: bool
    """The glyph fills its cell, so that it meets its neighbours: an Arabic one."""


def svg(lines: Sequence[Iterable[Segment]], columns: int, title: str) -> str:
    """Draw a screen.

    Args:
        lines: what stands in its cells, from left to right.
        columns: how many cells a line has.
        title: stands in the window's frame.
    """
    styles: dict[str, str] = {}
    body: list[str] = []
    for y, line in enumerate(lines):
        drawn = list(pieces(line))
        body += _grounds(drawn, y * LINE)
        for piece in drawn:
            if piece.text.strip(" "):
                look = _look(piece.style)
                name = styles.setdefault(look, f"s{len(styles)}")
                body.append(_text(piece, name, y * LINE + _BASELINE))
    return _page(styles, body, (columns * CELL, len(lines) * LINE), title)


def pieces(line: Iterable[Segment]) -> Iterator[Piece]:
    """The elements of a line: Arabic cell by cell, all else in runs of one style."""
    x = 0
    for segment in line:
        style = segment.style or Style.null()
        run, start = "", x
        for cluster in _clusters(segment.text):
            cells = cell_len(cluster)
            if cells == 1 and cluster < "\u0300":
                run += cluster
            else:
                if run:
                    yield Piece(start, run, x - start, style, is_joined=False)
                joined = "\u0590" <= cluster[0] <= "\u08ff" or "\ufb1d" <= cluster[0] <= "\ufefe"
                yield Piece(x, cluster, cells, style, joined)
                run, start = "", x + cells
            x += cells
        if run:
            yield Piece(start, run, x - start, style, is_joined=False)


def _clusters(text: str) -> Iterator[str]:
    """What stands in each cell; a mark stays with its letter, what is not drawn is left out."""
    cluster = ""
    for character in text:
        if cell_len(character):
            if cluster:
                yield cluster
            cluster = character
        elif cluster and character not in "\u200e\u200f":
            cluster += character
    if cluster:
        yield cluster


def _grounds(line: list[Piece], y: int) -> Iterator[str]:
    """What is behind the letters, where it is not the window's own ground."""
    for ground, group in groupby(line, key=lambda piece: _colours(piece.style)[1]):
        run = list(group)
        if ground != _GROUND:
            width = (run[-1].x + run[-1].cells - run[0].x) * CELL
            place = f'x="{run[0].x * CELL}" y="{y}" width="{width}" height="{LINE}"'
            yield f'<rect {place} fill="{ground}"/>'


def _text(piece: Piece, name: str, y: int) -> str:
    text = escape(piece.text, quote=False).replace(" ", "\u00a0")
    filled = ' lengthAdjust="spacingAndGlyphs"' if piece.is_joined else ""
    length = f'textLength="{piece.cells * CELL}"{filled}'
    return f'<text class="{name}" x="{piece.x * CELL}" y="{y}" {length}>{text}</text>'


def _colours(style: Style) -> tuple[str, str]:
    """Ink and ground."""
    ink = _hex(style.color, SVG_EXPORT_THEME.foreground_color.hex)
    ground = _hex(style.bgcolor, _GROUND)
    return (ground, ink) if style.reverse else (ink, ground)


def _hex(colour: Color | None, default: str) -> str:
    if colour is None or colour.is_default:
        return default
    return colour.get_truecolor(SVG_EXPORT_THEME).hex


def _look(style: Style) -> str:
    lines = ["underline"] * bool(style.underline) + ["line-through"] * bool(style.strike)
    rules = [
        f"fill:{_colours(style)[0]}",
        "font-weight:bold" if style.bold else "",
        "font-style:italic" if style.italic else "",
        f"text-decoration:{' '.join(lines)}" if lines else "",
        "opacity:.6" if style.dim else "",
    ]
    return ";".join(rule for rule in rules if rule)


def _page(styles: dict[str, str], body: list[str], size: tuple[int, int], title: str) -> str:
    """The picture: a window around the cells."""
    width, height = size[0] + 2 * _MARGIN, size[1] + _TITLE + _MARGIN
    around = f'width="{width - 2}" height="{height - 2}" rx="8" fill="{_GROUND}"'
    centre = f'x="{width / 2}" y="27" text-anchor="middle" fill="#c5c8c6"'
    looks = "\n".join(f".{name}{{{look}}}" for look, name in styles.items())
    dots = "".join(
        f'<circle cx="{24 + 22 * i}" cy="20" r="7" fill="{fill}"/>'
        for i, fill in enumerate(("#ff5f57", "#febc2e", "#28c840"))
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
            "<style>",
            f"text{{font:{_SIZE}px {_FONTS};unicode-bidi:bidi-override;direction:ltr}}",
            "rect{shape-rendering:crispEdges}",
            looks,
            "</style>",
            f'<rect x="1" y="1" {around}/>',
            dots,
            f"<text {centre}>{escape(title)}</text>",
            f'<g transform="translate({_MARGIN} {_TITLE})">',
            *body,
            "</g>",
            "</svg>",
            "",
        ]
    )
