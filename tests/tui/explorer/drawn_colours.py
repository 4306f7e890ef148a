"""What letters and frames a screen shows in which colours, as common terminals would draw them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from rich.color import Color, ColorSystem, ColorType
from rich.segment import Segment
from rich.style import Style

from tui.explorer.colours.contrast import Rgb, ratio

# The sixteen colours where they are left as they come.
VGA: Final = (
    "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
)
XTERM: Final = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
WINDOWS: Final = (
    "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc "
    "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2"
)
PALETTES: Final = tuple(
    tuple((int(c[:2], 16), int(c[2:4], 16), int(c[4:], 16)) for c in palette.split())
    for palette in (VGA, XTERM, WINDOWS)
)
_FRAMES: Final = re.compile("[─-▟]+")


class Drawn(NamedTuple):
    """Cells of one style."""

    text: str
    ink: tuple[Rgb, ...]
    """In each palette."""
    ground: tuple[Rgb, ...]

    @property
    def is_frame(self) -> bool:
        return _FRAMES.fullmatch(self.text.replace(" ", "")) is not None

    @property
    def contrast(self) -> float:
        """Where it is least."""
        return min(map(ratio, self.ink, self.ground))


def drawn(
    strips: Iterable[Iterable[Segment]], *, dark: bool, depth: ColorSystem = ColorSystem.TRUECOLOR
) -> Iterator[Drawn]:
    """What is seen on a screen, each text as its terminal shows it.

    Args:
        strips: the screen's lines.
        dark: whether the terminal's own ground is; it is white else.
        depth: to which colours the terminal takes others.
    """
    for strip in strips:
        for segment in strip:
            if segment.text.strip():
                style = segment.style or Style.null()
                ink = _seen(style.color, depth, (7, 0)[not dark])
                ground = _seen(style.bgcolor, depth, (0, 15)[not dark])
                if _is_own(style.color) and not _is_own(style.bgcolor):
                    # Nobody knows which colour of letters the terminal's own is on our ground.
                    ink = _seen(style.color, depth, 7) + _seen(style.color, depth, 0)
                    ground *= 2
                if style.reverse:
                    ink, ground = ground, ink
                if style.dim:
                    ink = tuple(map(_between, ink, ground))
                yield Drawn(segment.text.strip(), ink, ground)


def _is_own(colour: Color | None) -> bool:
    return colour is None or colour.type is ColorType.DEFAULT


def _seen(colour: Color | None, depth: ColorSystem, default: int) -> tuple[Rgb, ...]:
    if colour is None or _is_own(colour):
        return tuple(palette[default] for palette in PALETTES)
    colour = colour.downgrade(depth)
    number = colour.number
    if number is not None and number < 16:
        return tuple(palette[number] for palette in PALETTES)
    return (tuple(colour.get_truecolor()),) * len(PALETTES)  # type: ignore[return-value]


def _between(one: Rgb, other: Rgb) -> Rgb:
    return (one[0] + other[0]) // 2, (one[1] + other[1]) // 2, (one[2] + other[2]) // 2
