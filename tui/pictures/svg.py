"""Any picture as an SVG that stands for itself: right in a browser in both scripts, with sources.

Text is text, each run laid into its cells (`textLength`) in its own direction; lines, blocks and
braille are shapes, which no font can part. Light or dark is as the reader's system has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from html import escape
from itertools import chain
from typing import Final

from store.expressions import expression
from store.text.printable import printable
from tui.pictures.cells import Picture, Run, Style, is_signs
from tui.pictures.shapes import CELL, LINE, Layer, shape
from tui.terminal.widths import cell_width

_MARGIN: Final = CELL * 2
_FONTS: Final = (
    "'DejaVu Sans Mono','Noto Sans Mono',Menlo,Consolas,'Kawkab Mono','Noto Sans Arabic',"
    "'Geeza Pro',Tahoma,monospace"
)
_FONT_SIZE: Final = 19
_BASELINE: Final = 17.5
"""From the upper edge of a line."""
_RIGHT_TO_LEFT: Final = expression("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_LETTER: Final = expression(r"[^\W\d_]")
_NUMBER: Final = expression(r"\[\w+\] ")
"""Of a source, which stands where its line begins in either direction."""
_JOINT: Final = " · "
_ISOLATE, _ISOLATE_END = "\u2068", "\u2069"

_INKS: Final[dict[Style, tuple[str, str]]] = {
    "": ("#1f2328", "#e6e6e6"),
    "heading": ("#0b4f9c", "#8ec7ff"),
    "dim": ("#5c6570", "#a3abb5"),
    "outline": ("#7b8794", "#7f8a96"),
    "axis": ("#5c6570", "#a3abb5"),
    "certain": ("#1f2328", "#f2f2f2"),
    "uncertain": ("#5c6570", "#b3bac3"),
    "planned": ("#0b4f9c", "#8ec7ff"),
    "arrow": ("#a3290f", "#ff9c85"),
    "zone": ("#136c2e", "#7fd991"),
    "agreement": ("#0b4f9c", "#8ec7ff"),
    "actor": ("#7a2f8f", "#dca6ee"),
    "consequence": ("#8a4b00", "#f2b35e"),
    "cursor": ("#a3290f", "#ffb000"),
}
"""Of each style, on light and on dark; every one has at least 4.5 : 1 but the outline (3 : 1)."""
_GROUNDS: Final = ("#ffffff", "#16181c")
_LAYERS: Final[dict[Layer, str]] = {
    "fill": "fill:currentColor",
    "light": "fill:currentColor;fill-opacity:.25",
    "medium": "fill:currentColor;fill-opacity:.5",
    "line": "fill:none;stroke:currentColor;stroke-width:1.6",
    "heavy": "fill:none;stroke:currentColor;stroke-width:4",
    "dot": "fill:none;stroke:currentColor;stroke-width:3.4;stroke-linecap:round",
}


def svg(picture: Picture) -> str:
    """Draw a picture.

    Returns:
        A whole SVG 1.1 document, its title above and its notes and sources below.
    """
    above = wrapped((picture.title,), picture.width) if picture.title else []
    below = wrapped(picture.notes, picture.width)
    if picture.sources:
        heading = (picture.sources_heading,) if picture.sources_heading else ()
        below += ["", *wrapped((*heading, *picture.sources), picture.width)]
    first = len(above) + bool(above)
    last = first + picture.height + bool(below)
    body = [
        *_paragraphs(above, 0, picture, "heading"),
        *_cells(picture, first),
        *_paragraphs(below, last, picture, "dim"),
    ]
    size = (picture.width * CELL, (last + len(below)) * LINE)
    return _page(body, (size[0] + 2 * _MARGIN, size[1] + 2 * _MARGIN), picture.title)


def _cells(picture: Picture, first: int) -> Iterator[str]:
    shapes: defaultdict[tuple[Style, Layer], list[str]] = defaultdict(list)
    texts: list[str] = []
    for line, runs in enumerate(picture.lines, first):
        for run in runs:
            if not is_signs(run.text):
                texts.append(_text(run, line))
                continue
            for column, sign in enumerate(run.text, run.column):
                if drawn := shape(sign, column * CELL, line * LINE):
                    layer, data = drawn
                    shapes[run.style, layer].append(data)
                else:
                    texts.append(_text(run._replace(column=column, text=sign, width=1), line))
    for (style, layer), data_of in shapes.items():
        yield f'<path class="{_class(style)} {layer}" d="{"".join(data_of)}"/>'
    yield from texts


def _text(run: Run, line: int) -> str:
    """Text in its cells; what is read from the right begins at its right edge."""
    from_right = is_right_to_left(run.text)
    x = (run.column + run.width if from_right else run.column) * CELL
    direction = "rtl" if from_right else "ltr"
    place = f'x="{x}" y="{line * LINE + _BASELINE}" direction="{direction}"'
    length = f'textLength="{run.width * CELL}" lengthAdjust="spacingAndGlyphs"'
    return f'<text class="{_class(run.style)}" {place} {length}>{_escaped(run.text)}</text>'


def _paragraphs(lines: list[str], first: int, picture: Picture, style: Style) -> Iterator[str]:
    """Lines of words, all in the direction of the picture, whatever a name in them begins with."""
    direction, x = ("rtl", picture.width * CELL) if picture.from_right else ("ltr", 0)
    for line, text in enumerate(lines, first):
        if text:
            place = f'x="{x}" y="{line * LINE + _BASELINE}" direction="{direction}"'
            yield f'<text class="{_class(style)}" {place}>{_in_parts(text)}</text>'


def _in_parts(text: str) -> str:
    """A line of which each part reads in its own direction, and no sign between them is drawn in.

    https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
    """
    parts = text.split(_JOINT)
    if len(parts) == 1 and (" " in text or (text[:1].isalnum() and text[-1:].isalnum())):
        return _escaped(text)  # words have the direction of the picture; an address has its own
    number = _NUMBER.match(text)
    before = number[0] if number else ""
    parts[0] = parts[0].removeprefix(before)
    isolated = (f"{_ISOLATE}{_escaped(part)}{_ISOLATE_END}" for part in parts)
    return _escaped(before) + _escaped(_JOINT).join(isolated)


def is_right_to_left(text: str) -> bool:
    """Whether a text is read from the right: its first letter says it."""
    first = _LETTER.search(text)
    return first is not None and _RIGHT_TO_LEFT.match(first[0]) is not None


def wrapped(texts: tuple[str, ...], width: int) -> list[str]:
    """Lines of words of at most so many cells; a word that is longer, as addresses are, is cut."""
    lines: list[str] = []
    for text in texts:
        line = ""
        for word in chain.from_iterable(
            _pieces(word, width) for word in printable(text).split(" ")
        ):
            longer = f"{line} {word}" if line else word
            if line and cell_width(longer) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word in pieces of at most so many cells, which mostly is one."""
    begin = taken = 0
    for end, letter in enumerate(word if len(word) > width else ""):
        cells = cell_width(letter)
        if end > begin and taken + cells > width:
            yield word[begin:end]
            begin, taken = end, 0
        taken += cells
    yield word[begin:]


def _escaped(text: str) -> str:
    return escape(printable(text), quote=False).replace(" ", "\u00a0")


def _class(style: Style) -> str:
    return style or "text"


def _page(body: list[str], size: tuple[int, int], title: str) -> str:
    looks = [f".{layer}{{{look}}}" for layer, look in _LAYERS.items()]
    width, height = size
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
            f' width="{width}" height="{height}" role="img">',
            f"<title>{escape(printable(title), quote=False)}</title>",
            "<style>",
            f"text{{font:{_FONT_SIZE}px {_FONTS};fill:currentColor;unicode-bidi:isolate}}",
            *looks,
            *_inks(0),
            "@media (prefers-color-scheme:dark){",
            *_inks(1),
            "}",
            "</style>",
            '<rect class="ground" width="100%" height="100%"/>',
            f'<g transform="translate({_MARGIN} {_MARGIN})">',
            *body,
            "</g>",
            "</svg>",
            "",
        ]
    )


def _inks(scheme: int) -> Iterator[str]:
    yield f".ground{{fill:{_GROUNDS[scheme]}}}"
    for style, inks in _INKS.items():
        yield f".{_class(style)}{{color:{inks[scheme]}}}"
