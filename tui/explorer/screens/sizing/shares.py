"""The shares of the width: what panes have by themselves, and what a person gave or took."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from tui.explorer.panes.pane import Pane

_FINENESS: Final = 2
"""Steps in a unit of what panes have by themselves."""
_MOST: Final = 60
"""Steps that a pane can be given or lose."""
_LEAST_CELLS: Final = 24
"""Of a pane that says nothing else."""
_LONGEST: Final = 400
"""Characters of what is kept between starts."""


class Shares:
    """By how many steps each pane is wider or narrower than by itself."""

    def __init__(self, kept: str = "") -> None:
        """Begin with what was kept, see `kept`; what is no share is passed over."""
        self._steps: dict[str, int] = {}
        for word in kept[:_LONGEST].split():
            name, _, steps = word.partition(":")
            if steps.removeprefix("-").isdecimal() and steps.isascii():
                self._steps[name] = max(-_MOST, min(int(steps), _MOST))

    @property
    def kept(self) -> str:
        """What is kept until the next start: `list:3 detail:-1`."""
        return " ".join(f"{name}:{steps}" for name, steps in self._steps.items() if steps)

    def weights(self, own: Mapping[Pane, int], width: int) -> dict[Pane, int]:
        """What each pane weighs in a row of so many cells.

        Args:
            own: what the panes of the row weigh by themselves.
            width: cells of the row; where one pane would have too few, all are as by themselves.
        """
        plain = {pane: weight * _FINENESS for pane, weight in own.items()}
        weights = {
            pane: weight + self._steps.get(pane.pane_id, 0) for pane, weight in plain.items()
        }
        return weights if _have_room(weights, width) else plain

    def changed(self, pane: Pane, step: int, own: Mapping[Pane, int], width: int) -> Shares | None:
        """The shares once a pane has a step more, or less if `step` is -1.

        Args:
            pane: one of the row.
            step: 1 or -1.
            own: as for `weights`, from which it goes on: what is kept may not be what is seen.
            width: as well.

        Returns:
            None where it, or one beside it, would have too few cells.
        """
        weights = self.weights(own, width)
        weights[pane] += step
        if not _have_room(weights, width):
            return None
        shares = Shares(self.kept)
        for each, weight in weights.items():
            shares._steps[each.pane_id] = weight - own[each] * _FINENESS
        within = abs(shares._steps[pane.pane_id]) <= _MOST
        return shares if within else None


def _have_room(weights: Mapping[Pane, int], width: int) -> bool:
    total = sum(weights.values())
    least: Sequence[int] = [pane.least_width or _LEAST_CELLS for pane in weights]
    return min(weights.values()) > 0 and all(
        width * weight >= cells * total
        for weight, cells in zip(weights.values(), least, strict=True)
    )
