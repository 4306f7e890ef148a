"""Of many of a kind a few run always, the others with `pytest --thorough` (`make thorough`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

import pytest

_T = TypeVar("_T")


def thorough_but(quick: Collection[_T], values: Iterable[_T]) -> list[object]:
    """Values for `parametrize`, in their order, of which these few run always."""
    return [
        pytest.param(value, marks=() if value in quick else pytest.mark.thorough)
        for value in values
    ]


def in_turns(row: int, column: int, of: int = 4) -> tuple[pytest.MarkDecorator, ...]:
    """Marks for a table in which each row and each column has one test of so many run always."""
    return () if (row + column) % of == 0 else (pytest.mark.thorough,)


def in_turns_of(rows: Iterable[object], columns: Iterable[object], *, of: int = 4) -> list[object]:
    """Pairs for `parametrize`, each row with each column, marked in turns."""
    across = [*columns]
    return [
        pytest.param(row, column, marks=in_turns(at, beside, of))
        for at, row in enumerate(rows)
        for beside, column in enumerate(across)
    ]
