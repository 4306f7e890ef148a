"""Which moments of a lane may be in sight, without asking all of thirty thousand in every frame."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from store.timelines.dated import Moment

_SHORT: Final = 31
"""Days; what is longer is asked one by one."""


class Index:
    """The moments of a lane by when they begin."""

    __slots__ = ("_firsts", "_lasting", "_moments")

    def __init__(self, moments: Sequence[Moment]) -> None:
        """Of moments in order of time."""
        self._moments = moments
        self._firsts = [moment.span.first for moment in moments]
        self._lasting = [
            number
            for number, moment in enumerate(moments)
            if moment.span.last - moment.span.first > _SHORT
        ]

    def in_sight(self, start: float, end: float) -> Iterator[int]:
        """The numbers of those of which a part lies between two moments, in order."""
        begin = bisect_left(self._firsts, start - _SHORT - 1)
        stop = bisect_left(self._firsts, end)
        before = self._lasting[: bisect_left(self._lasting, begin)]
        moments = self._moments
        return (
            number
            for number in chain(before, range(begin, stop))
            if moments[number].span.last + 1 > start
        )
