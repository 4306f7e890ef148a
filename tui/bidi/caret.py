"""Where a text field's cursor stands among the cells of a line in visual order."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from tui.bidi.algorithm.direction import Direction
from tui.bidi.drawing import cluster_widths
from tui.bidi.lines import VisualLine


class Place(NamedTuple):
    """A cluster, or the cursor behind the last character, in its cells."""

    x: int
    width: int
    start: int
    """Logical index of its first character."""
    end: int
    """One past its last."""
    glyph: str


class CaretLine(NamedTuple):
    """A drawn line and the logical positions at which a cursor can stand in it.

    A cursor stands on the character before which it inserts; behind the last character it stands at
    that character's side, where the next letter of the same script will appear. A ligature, or a
    letter with its marks, is one stop.
    """

    line: VisualLine
    length: int
    """Characters of the logical text."""
    at_right: bool = False
    """Whether it ends at the right edge of its room, whatever its own direction."""

    @property
    def cells(self) -> int:
        """Cells that the text takes, without a cursor behind it."""
        return sum(cluster_widths(self.line))

    def places(self, room: int, *, behind: bool) -> list[Place]:
        """What stands where, from left to right.

        Args:
            room: Cells of the line, of which a text at the right has the last ones.
            behind: Whether the cursor stands behind the last character, in a cell of its own.
        """
        items = [
            (width, cluster.start, cluster.end, cluster.glyph)
            for cluster, width in zip(self.line.clusters, cluster_widths(self.line), strict=True)
        ]
        if behind:
            items.insert(self._slot_behind(), (1, self.length, self.length + 1, " "))
        leftward = self.line.base is Direction.RIGHT_TO_LEFT
        # A left-to-right text keeps the cell for the cursor behind it free, so as not to move.
        own = behind if leftward else 1
        x = max(0, room - self.cells - own) if self.at_right or leftward else 0
        places = []
        for width, start, end, glyph in items:
            places.append(Place(x, width, start, end, glyph))
            x += width
        return places

    def cell_of(self, position: int, room: int) -> int:
        """Leftmost cell of the cursor at a logical position."""
        places = self.places(room, behind=position >= self.length)
        return next((p.x for p in places if p.start <= position < p.end), 0)

    def position_at(self, x: int, room: int, *, behind: bool) -> int:
        """Logical position under a cell; beyond the text, the end that lies there."""
        places = self.places(room, behind=behind)
        for place in places:
            if place.x <= x < place.x + place.width:
                return place.start
        before_text = not places or x < places[0].x
        leftward = self.line.base is Direction.RIGHT_TO_LEFT
        return self.length if before_text is leftward else 0

    def step(self, position: int, by: int) -> int:
        """The position `by` stops to the right (left when negative), or where it cannot go on."""
        stops = [cluster.start for cluster in self.line.clusters]
        stops.insert(self._slot_behind(), self.length)
        ordered = sorted(stops)
        on = ordered[max(0, bisect_right(ordered, position) - 1)]
        return stops[min(max(stops.index(on) + by, 0), len(stops) - 1)]

    def _slot_behind(self) -> int:
        """Where in visual order the position behind the last character comes."""
        clusters = self.line.clusters
        if not clusters:
            return 0
        last = max(range(len(clusters)), key=lambda i: clusters[i].start)
        return last + 1 if clusters[last].rightward else last
