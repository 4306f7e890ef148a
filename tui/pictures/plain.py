"""Any picture as lines for a pipe, or for a terminal that is no screen of ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.messages.direction import has_right_to_left
from tui.pictures.cells import Picture, Run, is_signs

_LEFT_TO_RIGHT_MARK: Final = "\u200e"
_IN_ASCII: Final = str.maketrans(
    {
        **dict.fromkeys("▁▂▃", "."),
        **dict.fromkeys("▄▅▌▐▒▏▎▍", ":"),
        **dict.fromkeys("▆▇█▓▀▊▉", "#"),
        **dict.fromkeys("─━═╌┄┈╴╶╸╺╍┅", "-"),
        **dict.fromkeys("│┃║╎┆┊╵╷", "|"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╞╡┝┥", "+"),
        **dict.fromkeys("●★", "*"),
        "◉": "@",
        "◆": "#",
        "■": "%",
        "○": "o",
        "◇": "?",
        "≠": "x",
        "↔": "=",
        "□": "!",
        **dict.fromkeys("▲△↑", "^"),
        **dict.fromkeys("▼▽↓", "v"),
        **dict.fromkeys("▶▷→", ">"),
        **dict.fromkeys("◀◁←", "<"),
        **dict.fromkeys("↗↙", "/"),
        **dict.fromkeys("↖↘", "\\"),
        "░": "~",
        "…": "~",
        "⠀": " ",
    }
)
_OTHER: Final = "."
_WORDS_IN_ASCII: Final = str.maketrans("…·–—‘’“”«»\u00a0≠★", '.---\'\'"""" x*')
"""What stands between and around words; letters are as they are."""


def plain_lines(picture: Picture, *, only_ascii: bool = False) -> Iterator[str]:
    """Write a picture as lines of text, in logical order.

    Marks keep every run in its cells where a terminal orders the line itself.

    Args:
        picture: to be written.
        only_ascii: draw lines and signs in ASCII; letters are as they are.
    """
    for runs in picture.lines:
        yield _line(runs, only_ascii=only_ascii)


def lines_below(picture: Picture) -> Iterator[str]:
    """What belongs below a picture: its notes, and the sources on which it rests."""
    yield from picture.notes
    if picture.sources:
        yield picture.sources_heading
        yield from (f"  {source}" for source in picture.sources)


def _line(runs: tuple[Run, ...], *, only_ascii: bool) -> str:
    parts: list[str] = []
    column = 0
    for run in runs:
        text = in_ascii(run.text) if only_ascii else run.text
        around = _LEFT_TO_RIGHT_MARK if has_right_to_left(text) else ""
        parts += [" " * (run.column - column), around, text, around]
        column = run.column + run.width
    return "".join(parts).rstrip()


def in_ascii(text: str) -> str:
    """Signs of a picture, and those between words, as the ASCII ones that are most like them."""
    if not is_signs(text):
        return text.translate(_WORDS_IN_ASCII)
    drawn = text.translate(_IN_ASCII)
    return drawn if drawn.isascii() else "".join(c if c.isascii() else _OTHER for c in drawn)
