"""Cells of a picture: what is put where, and what goes when it is covered or does not fit."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.pictures.cells import STYLES, Canvas, Picture, Run
from tui.terminal.widths import cell_width

TEXTS = st.text("abc ▁█⣿●─حلب\u064b字\x1b\u202e", max_size=12)
PUTS = st.lists(
    st.tuples(st.integers(-15, 25), st.integers(-1, 4), TEXTS, st.sampled_from(STYLES)),
    max_size=30,
)


def texts(picture: Picture, line: int = 0) -> list[tuple[int, str]]:
    return [(run.column, run.text) for run in picture.lines[line]]


def test_signs_of_one_record_are_one_run_and_text_is_its_own() -> None:
    canvas = Canvas(20, 1)
    canvas.put(0, 0, "●", "certain", "a")
    canvas.put(1, 0, "━", "certain", "a")
    canvas.put(2, 0, "━", "certain", "b")
    canvas.put(4, 0, "حلب", "zone", "aleppo")

    assert canvas.picture().lines == (
        (
            Run(0, "●━", "certain", "a", 2),
            Run(2, "━", "certain", "b", 1),
            Run(4, "حلب", "zone", "aleppo", 3),
        ),
    )


def test_what_is_covered_goes_text_wholly_and_signs_one_by_one() -> None:
    canvas = Canvas(10, 1)
    canvas.put(0, 0, "─────────")
    canvas.put(2, 0, "Homs")
    assert texts(canvas.picture()) == [(0, "──"), (2, "Homs"), (6, "───")]
    canvas.put(4, 0, "●")
    assert texts(canvas.picture()) == [(0, "──"), (4, "●"), (6, "───")]


def test_what_does_not_fit_is_cut_at_its_end() -> None:
    canvas = Canvas(6, 1)
    canvas.put(2, 0, "Damascus")
    assert texts(canvas.picture()) == [(2, "Dam…")]
    canvas.put(-4, 0, "⣿⣿⣿⣿⣿⣿")
    assert texts(canvas.picture()) == [(0, "⣿⣿"), (2, "Dam…")]


def test_a_cell_knows_its_record() -> None:
    canvas = Canvas(8, 2)
    canvas.put(3, 1, "Homs", "zone", "homs")
    picture = canvas.picture()
    assert [picture.key_at(x, 1) for x in (2, 3, 6, 7)] == ["", "homs", "homs", ""]
    assert picture.key_at(3, 5) == picture.key_at(3, -1) == ""


def test_where_nothing_stands_is_free() -> None:
    canvas = Canvas(8, 1)
    canvas.put(3, 0, "ab")
    assert canvas.is_free(0, 0, 3)
    assert not canvas.is_free(2, 0, 2)
    assert not canvas.is_free(6, 0, 3)
    assert not canvas.is_free(0, 1, 1)


@given(PUTS)
def test_runs_never_overlap_nor_leave_the_picture(
    puts: list[tuple[int, int, str, str]],
) -> None:
    canvas = Canvas(20, 4)
    for column, line, text, style in puts:
        canvas.put(column, line, text, style)  # type: ignore[arg-type]
    for runs in canvas.picture().lines:
        for run in runs:
            assert 0 <= run.column <= run.column + run.width <= 20
            assert cell_width(run.text) == run.width > 0
        assert all(one.column + one.width <= other.column for one, other in pairwise(runs))


def test_a_picture_without_room_has_no_cells() -> None:
    canvas = Canvas(0, 0)
    canvas.put(0, 0, "a")
    assert canvas.picture().lines == ()
    assert Canvas(-3, -1).picture().width == 0
