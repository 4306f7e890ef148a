"""Honest timing on a noisy machine: two things in turn, in one run, told as a ratio."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple, Protocol


class Row(Protocol):
    """One figure of the table of results, with what it is made of."""

    @property
    def what(self) -> str:
        """What was measured."""

    def row(self) -> str:
        """The figure as a row of a Markdown table, under `HEAD`."""

    def raw(self) -> dict[str, Any]:
        """All that was measured for it."""


HEAD: Final = (
    "| what | masarat | peer | ratio | aim | met | runs |\n"
    "| --- | --- | --- | --- | --- | --- | --- |"
)


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
        return _cells(
            self.what,
            f"{_spread(self.ours)} {self.unit}",
            f"{_spread(self.peer)} {self.unit}",
            f"{self.ratio:.2f}",
            f"{self.aim:g}",
            _met(is_met=self.ratio <= self.aim),
            len(self.ours),
        )

    def raw(self) -> dict[str, Any]:
        """All that was measured."""
        return {**self._asdict(), "ratio": self.ratio}


class Tail(NamedTuple):
    """What nineteen of twenty times do not exceed, of ours beside those of a peer."""

    what: str
    ours: Sequence[float]
    peer: Sequence[float]
    unit: str
    aim: float | None
    """The ratio not to be exceeded; None where the peer is told for completeness."""
    most: float
    """What ours is not to exceed whatever the peer takes."""

    def row(self) -> str:
        """The figures as a row of a Markdown table."""
        ours, peer = percentile(self.ours, 95), percentile(self.peer, 95)
        aims = "" if self.aim is None else f"{self.aim:g}, "
        is_near = self.aim is None or ours <= self.aim * peer
        return _cells(
            f"{self.what} (p95)",
            f"{_tail(self.ours)} {self.unit}",
            f"{_tail(self.peer)} {self.unit}",
            f"{ours / peer:.2f}",
            f"{aims}{self.most:g} {self.unit}",
            _met(is_met=is_near and ours <= self.most),
            len(self.ours),
        )

    def raw(self) -> dict[str, Any]:
        """All that was measured."""
        return self._asdict()


class Latency(NamedTuple):
    """Times from a key to what it changes, in milliseconds."""

    what: str
    times: Sequence[float]
    aim: float | None
    """None where the figure is told for completeness."""
    unit: str = "ms"

    def row(self) -> str:
        """The figures as a row of a Markdown table."""
        return _cells(
            f"{self.what} (p95)",
            f"{_tail(self.times)} {self.unit}".rstrip(),
            "",
            "",
            "" if self.aim is None else f"{self.aim:g} {self.unit}".rstrip(),
            "" if self.aim is None else _met(is_met=percentile(self.times, 95) <= self.aim),
            len(self.times),
        )

    def raw(self) -> dict[str, Any]:
        """All that was measured."""
        return self._asdict()


class NotMeasured(NamedTuple):
    """A row whose figures cannot be had here."""

    what: str
    why: str

    def row(self) -> str:
        """What is missing, as a row of a Markdown table."""
        return _cells(self.what, self.why, "", "", "", "", 0)

    def raw(self) -> dict[str, Any]:
        """Why there is nothing."""
        return self._asdict()


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


def _cells(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _met(*, is_met: bool) -> str:
    return "yes" if is_met else "**no**"


def _tail(values: Sequence[float]) -> str:
    """The 95th percentile, and in brackets the median and the greatest."""
    return f"{percentile(values, 95):.3g} ({statistics.median(values):.3g}–{max(values):.3g})"


def _spread(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.3g} ({min(values):.3g}–{max(values):.3g})"
