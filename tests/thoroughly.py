"""Of many of a kind a few run always, the others with `pytest --thorough` (`make thorough`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

import pytest

_T = TypeVar("_T")
_Marked = type(pytest.param())


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


def without_thorough_values(mark: pytest.Mark) -> pytest.Mark:
    """A mark of `parametrize` without the values that are tried by `make thorough` alone.

    One of them stays where there is no other, as pytest would make a skipped test of nothing.
    """
    if mark.name != "parametrize" or len(mark.args) != 2:
        return mark
    names, values = mark.args[0], [*mark.args[1]]
    kept = [at for at, value in enumerate(values) if not _is_thorough(value)] or [0]
    told, ids = dict(mark.kwargs), mark.kwargs.get("ids")
    if ids is not None and not callable(ids):
        told["ids"] = [each for at, each in enumerate(ids) if at in kept]
    return pytest.mark.parametrize(names, [values[at] for at in kept if values], **told).mark


def _is_thorough(value: object) -> bool:
    marks = value.marks if isinstance(value, _Marked) else ()
    return any(mark.name == "thorough" for mark in marks)
