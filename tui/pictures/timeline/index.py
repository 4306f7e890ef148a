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


class _Begun:
    """Some moments of a lane by when they begin."""

    __slots__ = ("_firsts", "_lasting", "_moments", "_numbers")

    def __init__(self, moments: Sequence[Moment], numbers: Sequence[int]) -> None:
        self._moments, self._numbers = moments, numbers
        spans = [moments[number].span for number in numbers]
        self._firsts = [span.first for span in spans]
        self._lasting = [at for at, (first, last, *_) in enumerate(spans) if last - first > _SHORT]

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
        days: list[int] = []
        others: list[int] = []
        for number, (_, _, span) in enumerate(moments):
            (days if span.is_day else others).append(number)
        first = moments[0].span.first if moments else 0
        last = max((moment.span.last for moment in moments), default=first)
        self.whole: Final = Span(first, last, first, last)
        """From the first day of any to the last one."""
        self._days: Sequence[int] = days
        self._middles = [moments[number].span.first + 0.5 for number in days]
        self._all = _Begun(moments, range(len(moments)))
        self._others = _Begun(moments, others)

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
        first, last = (scale.cell_of_day(self._middles[at]) for at in (begin, end - 1))
        edges = (scale.start + cell * scale.days for cell in range(first + 1, last + 1))
        inner = (bisect_left(self._middles, edge, begin, end) for edge in edges)
        for cell, (start, stop) in enumerate(pairwise([begin, *inner, end]), first):
            if start < stop:
                yield cell, self._days[start:stop]
