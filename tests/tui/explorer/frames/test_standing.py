"""What is written for a frame: a terminal shows the same as if all of it had been written."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as some
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.explorer.drawing.frames.cells import cells_of
from tui.explorer.drawing.frames.standing import Standing

WIDTH = 12
STYLES = [Style(), Style(color="#ff0000"), Style(bgcolor="#0000ff", bold=True)]
PIECES = some.tuples(
    some.text(some.sampled_from("ab ب─中é"), min_size=1, max_size=5), some.sampled_from(STYLES)
)
ROWS = some.lists(some.lists(PIECES, max_size=4), min_size=3, max_size=3)


def strip(pieces: list[tuple[str, Style]]) -> Strip:
    drawn = Strip([Segment(text, style) for text, style in pieces])
    return drawn.adjust_cell_length(WIDTH, STYLES[0])


def layout(rows: list[list[tuple[str, Style]]]) -> LayoutUpdate:
    return LayoutUpdate([[strip(row)] for row in rows], Region(0, 0, WIDTH, len(rows)))


def written(standing: Standing, update: LayoutUpdate | ChopsUpdate) -> str:
    standing.changed_by(update, (WIDTH, 3))
    return standing.written(update, ColorSystem.TRUECOLOR)


@given(some.lists(ROWS, min_size=2, max_size=4))
def test_frames_after_each_other_look_like_the_last_one_alone(
    frames: list[list[list[tuple[str, Style]]]],
) -> None:
    standing = Standing()
    ours, whole = pyte.Screen(WIDTH, 3), pyte.Screen(WIDTH, 3)
    stream = pyte.Stream(ours)
    for frame in frames:
        stream.feed(written(standing, layout(frame)))

    pyte.Stream(whole).feed(written(Standing(), layout(frames[-1])))

    assert ours.display == whole.display
    assert [[ours.buffer[y][x] for x in range(WIDTH)] for y in range(3)] == [
        [whole.buffer[y][x] for x in range(WIDTH)] for y in range(3)
    ]


@given(some.integers(1, 30), some.integers(1, 5), some.integers(1, 30), some.integers(-3, 30))
def test_a_frame_drawn_for_another_size_stays_within_the_present_one(
    columns: int, lines: int, length: int, x: int
) -> None:
    standing = Standing()
    standing.changed_by(layout([[], [], []]), (columns, lines))
    rows = [[Strip([Segment("م" * length)]), strip([("truce", STYLES[1])])] for _ in range(3)]
    late = LayoutUpdate(rows, Region(x, 0, length + WIDTH, 3))

    terminal = pyte.Screen(columns, lines)
    for update in (late, layout([[("abc", STYLES[2])], [], []])):
        pyte.Stream(terminal).feed(standing.written(update, ColorSystem.TRUECOLOR))

    assert [len(row) for row in standing._rows] == [columns] * lines
    assert terminal.display[0].startswith("abc"[:columns])


def test_a_frame_that_stands_is_not_written_again() -> None:
    standing = Standing()
    frame = layout([[("truce", STYLES[1])], [], []])
    written(standing, frame)

    assert not written(standing, layout([[("truce", STYLES[1])], [], []]))
    standing.forget()
    assert "truce" in written(standing, frame)


def test_of_a_line_only_what_differs_is_written() -> None:
    standing = Standing()
    written(standing, layout([[("abcdefghijkl", STYLES[1])], [], []]))

    drawn = written(standing, layout([[("abcdefghijkX", STYLES[1])], [], []]))

    assert drawn.startswith("\x1b[1;12H")
    assert "k" not in drawn


def test_a_partial_update_writes_its_spans_and_no_more() -> None:
    standing = Standing()
    written(standing, layout([[], [], []]))
    left, right = Strip([Segment("left  ")]), Strip([Segment("right ")])
    chops = [{0: left, 6: right}, {0: None, 6: None}, {0: None, 6: None}]

    drawn = written(standing, ChopsUpdate(chops, [(0, 0, 6)], [[6, 12]] * 3))

    assert "left" in drawn
    assert "right" not in drawn


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("ab", ["a", "b"]),
        ("中a", ["中", "", "a"]),
        ("e\u0301a", ["e\u0301", "a"]),
        (
            "नमस्ते",
            ["नमस्ते", "", "", "", "", ""],
        ),  # letters merge
    ],
)
def test_letters_have_cells_of_their_own_where_all_terminals_agree(
    text: str, cells: list[str]
) -> None:
    found = [each for each, _ in cells_of(Strip([Segment(text)]), None, are_joined=False)]
    assert found[: len(cells)] == cells[: len(found)]


def test_words_are_whole_where_the_terminal_joins_letters() -> None:
    drawn = Strip([Segment("سلام")])
    assert [text for text, _ in cells_of(drawn, None, are_joined=True)] == ["سلام", "", "", ""]
    assert len([text for text, _ in cells_of(drawn, None, are_joined=False) if text]) == 4


def test_a_link_is_opened_once_and_closed() -> None:
    linked = Style(link="https://example.org/")
    drawn = written(Standing(), layout([[("here", linked)], [], []]))
    assert drawn.count("https://example.org/") == 1
    assert drawn.count("\x1b]8;;\x1b\\") == 1
