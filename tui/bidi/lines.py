"""Lines as they are drawn: clusters from left to right, each with its place in the logical text."""

from __future__ import annotations

import re
import sys
from functools import lru_cache

from store.expressions import expression
from store.tuples import NamedTuple
from store.typed import Final
from tui.bidi.algorithm.direction import Direction
from tui.bidi.algorithm.isolation import resolve_isolated
from tui.bidi.algorithm.levels import Paragraph
from tui.bidi.algorithm.reordering import line_levels, visual_runs
from tui.bidi.algorithm.shaping import ZWJ, ZWNJ, shape
from tui.bidi.algorithm.tables import MIRRORED
from tui.bidi.emoji import WIDTHLESS
from tui.bidi.sanitising import needs_work, sanitise
from tui.bidi.settings import DisplayMode, DisplaySettings, display_settings

GUARD: Final = "\u200e"

_UNDRAWN_BESIDE_JOINERS: Final = frozenset(
    {"\u200e", "\u200f", "\u061c", "\u2066", "\u2067", "\u2068", "\u2069", WIDTHLESS}
)
_UNDRAWN: Final = _UNDRAWN_BESIDE_JOINERS | {ZWJ, ZWNJ}
"""What survives sanitising and takes no cell; joiners are kept for a terminal that joins."""
_LETTER: Final = expression(r"[^\W\d_]")
_FIGURE: Final = expression(r"\d")


class Cluster(NamedTuple):
    """What stands in one cell (two for a wide character): a base with its marks, or a ligature."""

    glyph: str
    """What is drawn; marks follow their base (L3)."""
    start: int
    """Logical index of its first character in the paragraph."""
    end: int
    """One past the last."""
    rightward: bool
    """Whether reading goes on at its right (an even level)."""


class VisualLine:
    """A line in the order in which a terminal draws it."""

    __slots__ = ("base", "clusters", "widths")

    def __init__(self, base: Direction, clusters: tuple[Cluster, ...]) -> None:
        """A line of clusters from left to right."""
        self.base: Final = base
        self.clusters: Final = clusters
        self.widths: tuple[int, ...] | None = None
        """Cells that each cluster takes, once they were measured (`tui.bidi.drawing`)."""

    @property
    def text(self) -> str:
        """What is drawn, without styles."""
        return "".join([cluster.glyph for cluster in self.clusters])


_KEPT: Final = 1 << 13
"""Characters of the lines that are kept of about one length (within a power of two), more than are
on a screen: a character laid out takes some hundred bytes, and each key in a field makes another
line."""
_SIZES: Final = range(_KEPT.bit_length())
"""Numbers of bits in a length; longer lines are kept with the last."""


def _kept(size: int) -> int:
    """How many lines of a size are kept: few may be needed at once, but never none."""
    return max(8, min(2048, _KEPT >> size))


def _size(length: int) -> int:
    return min(length.bit_length(), _SIZES[-1])


_paragraphs = [lru_cache(_kept(size))(resolve_isolated) for size in _SIZES]


def _paragraph(text: str, base: Direction | None, default: Direction) -> Paragraph:
    return _paragraphs[_size(len(text))](text, base, default)


def _laid_out(
    paragraph: str, start: int, end: int, base: Direction | None, settings: DisplaySettings
) -> VisualLine:
    resolved = _paragraph(paragraph, base, settings.default_direction)
    text, classes = paragraph[start:end], resolved.classes[start:end]
    joins = settings.mode is DisplayMode.APP
    hidden = _UNDRAWN if joins else _UNDRAWN_BESIDE_JOINERS
    drawn = ["" if glyph in hidden else glyph for glyph in (shape(text) if joins else text)]
    clusters: list[Cluster] = []
    if not settings.reorders:
        clusters += _clusters(drawn, classes, (0, len(text), 0))
    else:
        for run in visual_runs(line_levels(resolved, start, end)):
            clusters += _clusters(drawn, classes, run)
        if not joins:
            clusters = _words_logical(clusters, classes)
        elif settings.guard:
            clusters = [
                cluster._replace(glyph=cluster.glyph + GUARD)
                if classes[cluster.start] in "RA"
                else cluster
                for cluster in clusters
            ]
    shifted = [c._replace(start=c.start + start, end=c.end + start) for c in clusters]
    return VisualLine(resolved.base, tuple(shifted if start else clusters))


_lines = [lru_cache(_kept(size))(_laid_out) for size in _SIZES]


def visual_line(
    paragraph: str, start: int = 0, end: int | None = None, base: Direction | None = None
) -> VisualLine:
    """A line of a paragraph as it is drawn under the settings in force.

    Args:
        paragraph: The whole paragraph, logical, sanitised: directions depend on all of it.
        start: Where the line begins in it.
        end: One past the line's last character.
        base: The paragraph's direction; by its first strong character when None.
    """
    stop = len(paragraph) if end is None else min(end, len(paragraph))
    return _lines[_size(stop - start)](paragraph, start, stop, base, display_settings())


def visual(text: str, base: Direction | None = None) -> str:
    """A one-line label, logical, as a terminal must get it: for border titles and the like.

    Never apply it twice, nor to text that a widget draws: both would turn it round again.

    Args:
        text: Any text; what must not reach a terminal becomes visible placeholders.
        base: The label's direction; by its first strong character when None.
    """
    if base is not Direction.RIGHT_TO_LEFT and not (needs_work(text) or is_of_numbers(text)):
        return sanitise(text, one_line=True)
    return visual_line(sanitise(text, one_line=True), base=base).text


def is_of_numbers(text: str) -> bool:
    """Whether a text has figures and no letter, in an interface that reads from right to left.

    Such a text has no direction of its own: it stands where lines of the interface begin, while a
    range in it reads from left to right as it does within a sentence.
    """
    return (
        display_settings().default_direction is Direction.RIGHT_TO_LEFT
        and _LETTER.search(text) is None
        and _FIGURE.search(text) is not None
    )


def direction_of(text: str) -> Direction:
    """Base direction of a paragraph: its first strong character's, or the interface's."""
    return _paragraph(text, None, display_settings().default_direction).base


def _clusters(drawn: list[str], classes: str, run: tuple[int, int, int]) -> list[Cluster]:
    """The clusters of one level run, from left to right."""
    start, end, level = run
    leftward = bool(level & 1)
    starts: list[int] = []
    glyphs: list[list[str]] = []
    for i in range(start, end):
        glyph = drawn[i]
        if glyph and classes[i] != "m":
            starts.append(i)
            glyphs.append([MIRRORED.get(glyph, glyph) if leftward else glyph])
        elif glyphs:
            glyphs[-1].append(glyph)
    # A letter is the same in all lines that hold it: by itself it takes as much as its cluster.
    clusters = [
        Cluster(sys.intern("".join(parts)), first, after, not leftward)
        for parts, first, after in zip(glyphs, starts, [*starts[1:], end], strict=False)
    ]
    if leftward:
        clusters.reverse()
    return clusters


def _words_logical(clusters: list[Cluster], classes: str) -> list[Cluster]:
    """Letters of each word back in logical order, for a terminal that turns words itself."""
    kinds = "".join("w" if classes[c.start] in "RA" else "-" for c in clusters)
    for match in re.finditer("w+", kinds):
        first, last = match.span()
        clusters[first:last] = clusters[first:last][::-1]
    return clusters
