"""Which moments of a lane may be in sight, asked date by date: thousands share a few hundred."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from store.timelines.dated import Moment
from store.timelines.spans import Span
from store.tuples import NamedTuple

_SHORT: Final = 31
"""Days; what is longer is asked one by one."""


class Alike(NamedTuple):
    """Moments of a lane that follow each other and have one date."""

    span: Span
    is_day: bool
    """Whether it is one day, and that is known."""
    numbers: range
    """Of the moments."""


class Index:
    """The dates of a lane by when they begin."""

    __slots__ = ("_dates", "_firsts", "_lasting", "whole")

    def __init__(self, moments: Sequence[Moment]) -> None:
        """Of moments in order of time."""
        self._dates = list(_alike(moment.span for moment in moments))
        self._firsts = [date.span.first for date in self._dates]
        spans = (span for span, _, _ in self._dates)
        self._lasting = [at for at, span in enumerate(spans) if span.last - span.first > _SHORT]
        first = self._firsts[0] if moments else 0
        last = max((date.span.last for date in self._dates), default=first)
        self.whole: Final = Span(first, last, first, last)
        """From the first day of any to the last one."""

    def in_sight(self, start: float, end: float) -> Iterator[Alike]:
        """The dates of which a part lies between two moments, in order."""
        dates = self._dates
        begin = bisect_left(self._firsts, start - _SHORT - 1)
        for at in self._lasting:
            if at >= begin:
                break
            if dates[at].span.last + 1 > start:
                yield dates[at]
        for date in dates[begin : bisect_left(self._firsts, end, begin)]:
            if date.span.last + 1 > start:
                yield date

    def is_in_sight(self, start: float, end: float) -> bool:
        """Whether a part of any lies between two moments."""
        return any(True for _ in self.in_sight(start, end))


def _alike(spans: Iterable[Span]) -> Iterator[Alike]:
    start = 0
    for span, alike in groupby(spans):
        end = start + len(list(alike))
        yield Alike(span, span.is_day, range(start, end))
        start = end
