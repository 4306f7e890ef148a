"""Honest timing on a noisy machine: two things in turn, in one run, told as a ratio."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Comparison(NamedTuple):
    """Figures of ours beside those of a peer, taken in turn."""

    what: str
    ours: Sequence[float]
    peer: Sequence[float]
    unit: str
    aim: float
    """The ratio not to be exceeded."""

    @property
    def ratio(self) -> float:
        """Median of the ratios pair by pair, so that drift of the machine cancels out."""
        return statistics.median(a / b for a, b in zip(self.ours, self.peer, strict=True))

    def row(self) -> str:
        """The figures as a row of a Markdown table."""
        met = "yes" if self.ratio <= self.aim else "**no**"
        return (
            f"| {self.what} | {_spread(self.ours)} {self.unit} | {_spread(self.peer)} {self.unit} "
            f"| {self.ratio:.2f} | {self.aim:g} | {met} |"
        )


class Latency(NamedTuple):
    """Times from a key to what it changes, in milliseconds."""

    what: str
    times: Sequence[float]
    aim: float

    def row(self) -> str:
        """The figures as a row of a Markdown table."""
        p95 = percentile(self.times, 95)
        met = "yes" if p95 <= self.aim else "**no**"
        median = statistics.median(self.times)
        return f"| {self.what} | {median:.0f} ms | {p95:.0f} ms | {self.aim:g} ms | {met} |"


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that `percent` of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def in_turn(
    ours: Callable[[], float], peer: Callable[[], float], runs: int
) -> tuple[list[float], list[float]]:
    """Measure both once to warm up, then in turn, `runs` times each."""
    ours()
    peer()
    pairs = [(ours(), peer()) for _ in range(runs)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def _spread(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.3g} ({min(values):.3g}–{max(values):.3g})"
