"""A drawn strip as cells of the terminal: what is in each, and how it looks."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rich.cells import cell_len, get_character_cell_size
from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

from store.tuples import NamedTuple
from tui.terminal.columns import is_unsure
from tui.terminal.widths import is_narrow

_CONTINUED: Final = ""
"""What a cell holds over which the letter before it goes on."""


class Look(NamedTuple):
    """Colours and attributes as a terminal takes them, and where a link leads."""

    codes: str = ""
    link: str = ""

    def turned_on(self) -> str:
        """The sequence after which what is written looks so, whatever came before."""
        link = f"\x1b]8;id={_name_of(self.link)};{self.link}\x1b\\" if self.link else ""
        return f"{link}\x1b[0;{self.codes}m" if self.codes else f"{link}\x1b[0m"


PLAIN: Final = Look()

Cell = tuple[str, Look]
"""The text of a cell, empty where the one before goes on over it; and its look."""


def cells_of(
    strip: Strip, colours: ColorSystem | None, *, are_joined: bool, has_links: bool = True
) -> list[Cell]:
    """The cells that a strip takes.

    Args:
        strip: drawn.
        colours: that the terminal has.
        has_links: whether links are written.
        are_joined: the terminal joins Arabic letters by itself, so that words are written whole.
    """
    found: list[Cell] = []
    known = _KNOWN.setdefault((colours, has_links), {})
    for text, style, _ in strip:
        # To ask a style how it looks compares it with others, which takes longer than all the rest.
        kept = known.get(id(style))
        if kept is None:
            look = look_of(style, colours, has_links) if style is not None else PLAIN
            if len(known) >= _MOST_KNOWN:
                known.clear()
            kept = known[id(style)] = style, _Cells(look)
        is_plain = text.isascii() or (not are_joined and is_narrow(text))
        parts = text if is_plain else _parts(text, are_joined)
        found += map(kept[1].__getitem__, parts)
    return found


class _Cells(dict[str, Cell]):
    """The cells of one look, one for each letter: a frame has thousands, of a few dozen letters."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, text: str) -> Cell:
        cell = text, self._look
        if len(text) <= 1 and len(self) < _MOST_KNOWN:
            self[text] = cell
        return cell


_MOST_KNOWN: Final = 512
_KNOWN: Final[dict[tuple[ColorSystem | None, bool], dict[int, tuple[Style | None, _Cells]]]] = {}
"""By what a terminal has and by identity, styles and cells that look so."""


@lru_cache(2048)
def _parts(text: str, are_joined: bool) -> tuple[str, ...]:
    """A text divided among its cells; whole in the first where nobody knows what is in which."""
    parts: list[str] = []
    head = ""
    for letter in text:
        width = get_character_cell_size(letter)
        if width:
            parts += [head + letter, *[_CONTINUED] * (width - 1)]
            head = ""
        elif not parts:
            head += letter
        else:
            at = next(i for i in range(len(parts) - 1, -1, -1) if parts[i])
            parts[at] += letter
    length = cell_len(text)
    if head or len(parts) != length or is_unsure(text) or (are_joined and not text.isascii()):
        return (text, *[_CONTINUED] * (length - 1)) if length else ()
    return tuple(parts)


def look_of(style: Style, colours: ColorSystem | None, has_links: bool) -> Look:
    """How a style looks on a terminal that has some colours."""
    if colours is None:
        return PLAIN
    codes = style._ansi if style._ansi is not None else Strip.render_ansi(style, colours)
    return _look(codes, (has_links and style._link) or "")


@lru_cache(4096)
def _look(codes: str, link: str) -> Look:
    """One object a look, so that most comparisons end at once."""
    return Look(codes, link)


def _name_of(link: str) -> str:
    """A name by which a terminal knows pieces of one link as such."""
    from zlib import crc32

    return f"{crc32(link.encode('utf-8', 'replace')):x}"
