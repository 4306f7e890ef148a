"""Which moments of a lane may be in sight, without asking all of thirty thousand in every frame."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from store.timelines.dated import Moment
from store.timelines.spans import Span
from tui.pictures.timeline.scale import Scale

_SHORT: Final = 31
"""Days; what is longer is asked one by one."""

_Ids = set[int]
"""Of spans, by the identities of what is held."""


class _Begun:
    """Some moments of a lane by when they begin."""

    __slots__ = ("_firsts", "_lasting", "_moments", "_numbers")

    def __init__(
        self, moments: Sequence[Moment], numbers: Sequence[int], spans: Sequence[Span], longs: _Ids
    ) -> None:
        """Of some moments.

        Args:
            moments: of the lane.
            numbers: of some of them.
            spans: of these.
            longs: which spans are long.
        """
        self._moments, self._numbers = moments, numbers
        self._firsts = [span.first for span in spans]
        self._lasting = [at for at, span in enumerate(spans) if id(span) in longs] if longs else []

    def in_sight(self, start: float, end: float) -> Iterator[int]:
        """The numbers of those of which a part lies between two moments, in order."""
        begin = bisect_left(self._firsts, start - _SHORT - 1)
        stop = bisect_left(self._firsts, end)
        before = self._lasting[: bisect_left(self._lasting, begin)]
        moments, numbers = self._moments, self._numbers
        return (
            number
            for number in map(numbers.__getitem__, chain(before, range(begin, stop)))
            if moments[number].span.last + 1 > start
        )


class Index:
    """The moments of a lane by when they begin; days that are known, which are most, by cells."""

    __slots__ = ("_all", "_days", "_middles", "_others", "whole")

    def __init__(self, moments: Sequence[Moment]) -> None:
        """Of moments in order of time."""
        spans = [span for _, _, span in moments]
        # Thousands share a few hundred dates, of which each is read once and kept.
        distinct = {id(span): span for span in spans}
        longs = {at for at, span in distinct.items() if span.last - span.first > _SHORT}
        known = {at for at, span in distinct.items() if span.is_day}
        days = [number for number, span in enumerate(spans) if id(span) in known]
        others = [number for number, span in enumerate(spans) if id(span) not in known]
        first = spans[0].first if spans else 0
        last = max((span.last for span in distinct.values()), default=first)
        self.whole: Final = Span(first, last, first, last)
        """From the first day of any to the last one."""
        self._days: Sequence[int] = days
        self._middles = [spans[number].first + 0.5 for number in days]
        self._all = _Begun(moments, range(len(moments)), spans, longs)
        self._others = _Begun(moments, others, [spans[number] for number in others], longs)

    def in_sight(self, start: float, end: float) -> Iterator[int]:
        """The numbers of those of which a part lies between two moments, in order."""
        return self._all.in_sight(start, end)

    def others_in_sight(self, start: float, end: float) -> Iterator[int]:
        """The same without days that are known."""
        return self._others.in_sight(start, end)

    def days_by_cell(self, scale: Scale) -> Iterator[tuple[int, Sequence[int]]]:
        """The cells in which days stand that are known, each with their numbers, in order."""
        begin = bisect_right(self._middles, scale.start - 0.5)
        end = bisect_left(self._middles, scale.end + 0.5)
        if begin == end:
            return
        if end - begin < scale.cells:
            yield from self._each_by_cell(scale, begin, end)
            return
        first, last = (scale.cell_of_day(self._middles[at]) for at in (begin, end - 1))
        edges = (scale.start + cell * scale.days for cell in range(first + 1, last + 1))
        inner = (bisect_left(self._middles, edge, begin, end) for edge in edges)
        for cell, (start, stop) in enumerate(pairwise([begin, *inner, end]), first):
            if start < stop:
                yield cell, self._days[start:stop]

    def _each_by_cell(
        self, scale: Scale, begin: int, end: int
    ) -> Iterator[tuple[int, Sequence[int]]]:
        """The same day by day: of these there are fewer than cells."""
        before = scale.cell_of_day(self._middles[begin])
        first = begin
        for at in range(begin + 1, end):
            cell = scale.cell_of_day(self._middles[at])
            if cell != before:
                yield before, self._days[first:at]
                before, first = cell, at
        yield before, self._days[first:end]
