"""A timeline in cells: what stands where, how signs are told apart, and what is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.records import Bilingual, Row
from store.model.vocabulary import Language
from store.timelines.dated import Dated, Moment
from store.timelines.lanes import Lane
from store.timelines.owners import Owner
from store.timelines.spans import day_number, span_of
from tui.messages import LANGUAGES, say, speak
from tui.pictures.cells import Canvas, Picture
from tui.pictures.plain import plain_lines
from tui.pictures.sentence import put_sentence
from tui.pictures.timeline.content import Timeline, timeline_of
from tui.pictures.timeline.drawing import LEAST_WIDTH, View, draw_timeline, whole_height
from tui.pictures.timeline.scale import Scale

_MARK: Final = "\u200e"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    speak("en")


def row(key: str) -> Row:
    return Row(key, "agreement", "ceasefire", Bilingual(f"The {key}", f"اتفاق {key}"))


def moment(key: str, date: str, state: str = "", name: str = "date") -> Moment:
    owner = Owner(key, "agreement", row(key).name)
    return Moment(owner, span_of(date), name, date, *[""] * 6, state)


def timeline(moments: Sequence[Moment], lanes: int = 1, undated: Sequence[Row] = ()) -> Timeline:
    """A timeline of which each moment stands in one of some lanes."""
    keys: list[set[str]] = [set() for _ in range(lanes)]
    for number, each in enumerate(moments):
        keys[number % lanes].add(each.record.key)
    made = [
        Lane(f"lane-{number}", Bilingual(f"Lane {number}", f"مسرب {number}"), frozenset(of_lane))
        for number, of_lane in enumerate(keys)
    ]
    in_order = sorted(moments, key=lambda each: each.span.first)
    return timeline_of(Dated(tuple(in_order), tuple(undated)), made, "place")


def days(start: str, cells: int, of_cell: float = 1) -> Scale:
    year, month, day = map(int, start.split("-"))
    return Scale(day_number(year, month, day), of_cell, cells)


def lines(picture: Picture, *, only_ascii: bool = False) -> list[str]:
    drawn = plain_lines(picture, only_ascii=only_ascii)
    return [line.replace(_MARK, "") for line in drawn]


def lane(made: Timeline, scale: Scale, **view: int) -> str:
    """The first row of the first lane, from the axis on."""
    width = scale.cells + scale.cells // 3 + 1
    picture = draw_timeline(made, View(width, 6, "en", scale, **view))
    return lines(picture)[3][width // 4 + 1 :]


def test_a_day_is_a_mark_and_what_is_not_known_a_span_with_soft_ends() -> None:
    scale = days("2017-05-01", 60)
    assert lane(timeline([moment("a", "2017-05-03")]), scale).startswith("  ● The a")
    assert lane(timeline([moment("a", "2017-05")]), scale).startswith("░" + "▒" * 29 + "░ The a")
    assert lane(timeline([moment("a", "2017-05-03~")]), scale).startswith("  ▒ The a")
    assert lane(timeline([moment("a", "2017-05-02/2017-05-05")]), scale).startswith(" ━━━━ The a")


def test_a_day_that_is_known_is_one_mark_however_near_one_looks() -> None:
    assert lane(timeline([moment("a", "2017-05-03")]), days("2017-05-01", 60, 0.25)).startswith(
        " " * 10 + "● The a"
    )


def test_a_label_without_room_behind_its_span_stands_on_it() -> None:
    scale = days("2017-05-03", 29)
    drawn = lane(timeline([moment("a", "2017-05")]), scale)
    assert drawn == "░ The a " + "▒" * 20 + "░"


def test_a_label_without_room_behind_its_mark_stands_before_it() -> None:
    drawn = lane(timeline([moment("a", "2017-05-28")]), days("2017-05-01", 30))
    assert drawn == " " * 21 + "The a ●"


def test_what_lasted_is_sure_between_ends_that_are_not() -> None:
    scale = days("2017-01-01", 60, 31)
    assert lane(timeline([moment("a", "2017/2019")]), scale).startswith("░━")


@pytest.mark.parametrize(
    ("state", "sign"), [("planned", "○"), ("demanded", "◇"), ("claimed", "□"), ("happened", "●")]
)
def test_what_was_planned_demanded_or_alleged_has_a_sign_of_its_own(state: str, sign: str) -> None:
    scale = days("2017-05-01", 60)
    assert lane(timeline([moment("a", "2017-05-03", state)]), scale).startswith(f"  {sign} The a")


def test_a_planned_span_is_told_from_one_that_happened() -> None:
    scale = days("2017-05-01", 60)
    planned = lane(timeline([moment("a", "2017-05", "planned")]), scale)
    assert planned.startswith("┈" + "╌" * 29 + "┈")
    lasting = lane(timeline([moment("a", "2017-05-02/2017-05-05", "planned")]), scale)
    assert lasting.startswith(" ────")


def test_many_in_a_cell_are_a_bar_whose_height_counts_them() -> None:
    few = [moment(f"f{n}", "2017-05-03") for n in range(4)]
    many = [moment(f"m{n}", "2017-05-10") for n in range(8)]
    made = timeline([*few, *many])
    picture = draw_timeline(made, View(81, 5, "en", days("2017-05-01", 60)))
    drawn = lines(picture)[3]
    assert (drawn[21 + 2], drawn[21 + 9]) == ("▄", "█")
    assert " 12 " in drawn  # all are counted
    assert picture.key_at(21 + 9, 3) == "m0"


def test_what_each_sign_means_stands_below_if_it_was_used() -> None:
    made = timeline([moment("a", "2017-05-03"), moment("b", "2017-06", "planned")])
    legend = lines(draw_timeline(made, View(100, 10, "en")))[-1]
    assert legend == "● happened  ┈╌┈ planned for some time in"


def test_the_cursor_is_seen_on_its_mark_and_on_a_bar() -> None:
    made = timeline([moment(f"k{n}", "2017-05-03") for n in range(5)])
    for rows, chosen in ((5, 2), (12, 2)):
        view = View(100, rows, "en", None, lane=0, moment=chosen)
        picture = draw_timeline(made, view)
        marked = {run.key for runs in picture.lines[3:-1] for run in runs if run.style == "cursor"}
        assert "k2" in marked


def test_arabic_runs_from_right_to_left() -> None:
    made = timeline([moment("a", "2017-05-03"), moment("b", "2017-05-20")])
    speak("ar")
    picture = draw_timeline(made, View(80, 8, "ar", days("2017-05-01", 59)))
    assert [run.column for run in picture.lines[3] if run.text == "●"][-1] == 80 - 21 - 1 - 2
    (name,) = [run for run in picture.lines[3] if run.text.startswith("مسرب")]
    assert name.column + name.width == 80
    assert picture.lines[1][-1].column > picture.lines[1][0].column
    assert picture.lines[1][-1].text == "1"  # the first of May at the right


def test_what_has_no_date_is_counted_and_named() -> None:
    made = timeline([moment("a", "2017-05-03")], undated=[row("x"), row("y")])
    picture = draw_timeline(made, View(80, 10, "en"))
    assert picture.notes == ("Without a date, 2 agreements: The x, The y",)


def test_lanes_that_find_no_line_are_counted() -> None:
    made = timeline([moment(f"k{n}", "2017-05-03") for n in range(9)], lanes=9)
    assert draw_timeline(made, View(80, 8, "en")).notes == ("5 more lanes are not shown.",)
    assert not draw_timeline(made, View(80, 13, "en")).notes
    lower = draw_timeline(made, View(80, 8, "en", top=20))
    assert lines(lower)[-2].startswith("Lane 8")


@pytest.mark.parametrize(("language", "said"), [("en", "4 of 9 lanes"), ("ar", "4 من 9 مسارب")])
def test_where_not_all_lanes_stand_the_picture_itself_says_how_many_do(
    language: Language, said: str
) -> None:
    speak(language)
    made = timeline([moment(f"k{n}", "2017-05-03") for n in range(9)], lanes=9)
    axis = lines(draw_timeline(made, View(80, 8, language)))[2]
    assert said in axis
    assert axis.startswith(said) or language == "ar"
    assert "9" not in lines(draw_timeline(made, View(80, 13, language)))[2]
    assert said not in "".join(lines(draw_timeline(made, View(LEAST_WIDTH, 8, language))))


def test_one_record_is_seen_and_nothing_is_told() -> None:
    assert any(
        "● The a" in line
        for line in lines(draw_timeline(timeline([moment("a", "2017-05-03")]), View(80, 10, "en")))
    )
    nothing = draw_timeline(timeline([], undated=[row("x")]), View(80, 10, "en"))
    assert lines(nothing)[0] == "Nothing of this has a date."
    assert nothing.notes


def test_a_screen_that_is_too_small_is_told() -> None:
    made = timeline([moment("a", "2017-05-03")])
    small = draw_timeline(made, View(LEAST_WIDTH - 1, 10, "en"))
    assert lines(small)[0].startswith("30 by 5 cells")
    assert lines(draw_timeline(made, View(0, 0, "en"))) == []


@pytest.mark.parametrize("picture", ["timeline", "map", "network", "ways"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_how_large_it_has_to_be_is_said_where_there_is_one_line(
    picture: str, language: Language
) -> None:
    speak(language)
    canvas = Canvas(20, 1)  # as on a terminal of 24 by 6
    put_sentence(canvas, say(f"{picture}.small", columns=30, lines=5), language)
    (line,) = lines(canvas.picture())
    assert "30" in line
    assert "5" in line


def test_in_ascii_happened_and_planned_differ_too() -> None:
    made = timeline([moment("a", "2017-05-03"), moment("b", "2017-06", "planned")])
    drawn = "".join(lines(draw_timeline(made, View(100, 10, "en")), only_ascii=True))
    assert drawn.isascii()
    assert "*" in drawn
    assert "---" in drawn


MOMENTS = st.lists(
    st.builds(
        moment,
        st.sampled_from("abcdefgh"),
        st.sampled_from(
            [
                "2017",
                "2017-05",
                "2017-05-03",
                "2012/2016",
                "../2016",
                "2016/",
                "201X",
                "-0500",
                "Y170000002",
                "2017-24~",
            ]
        ),
        st.sampled_from(["", "planned", "claimed"]),
        st.sampled_from(["date", "finished"]),
    ),
    max_size=25,
)


@pytest.mark.parametrize("language", ["en", "ar"])
@given(
    moments=MOMENTS,
    lanes=st.integers(1, 6),
    width=st.integers(0, 130),
    height=st.integers(0, 40),
    start=st.floats(730_000, 740_000),
    of_cell=st.sampled_from([0.125, 1, 30, 365, 36_525]),
)
def test_any_view_of_any_dates_is_drawn_within_its_cells(
    language: Language,
    moments: list[Moment],
    lanes: int,
    width: int,
    height: int,
    start: float,
    of_cell: float,
) -> None:
    made = timeline(moments, lanes)
    for scale in (None, Scale(start, of_cell, max(width - width // 4 - 1, 1))):
        picture = draw_timeline(made, View(width, height, language, scale, 2, 0, 0))
        assert (picture.width, picture.height, len(picture.lines)) == (width, height, height)
        for runs in picture.lines:
            assert all(0 <= run.column <= run.column + run.width <= width for run in runs)
            assert all(one.column + one.width <= other.column for one, other in pairwise(runs))


def test_where_nothing_scrolls_every_label_has_its_room() -> None:
    made = timeline([moment(f"k{n}", "2017-05-03") for n in range(6)])
    height = whole_height(made, 80, "en")
    drawn = "\n".join(lines(draw_timeline(made, View(80, height, "en"))))
    assert all(f"● The k{n}" in drawn for n in range(6))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("dates", [("2016-03-10",), ("2016-03-10", "2016-03-10", "2016-03-10")])
def test_where_the_cursor_is_stands_on_the_axis_too(
    language: Language, dates: tuple[str, ...]
) -> None:
    """A bar that is reversed, as cursors are without colours, looks like another bar."""
    speak(language)
    shown = timeline([moment(f"truce-{n}", date) for n, date in enumerate(dates)])
    view = View(80, 12, language, days("2016-03-01", 60), lane=0, moment=0)
    picture = draw_timeline(shown, view)
    cursors = [run for line in picture.lines[3:] for run in line if run.style == "cursor"]
    (pointer,) = [run for line in picture.lines[:3] for run in line if run.style == "cursor"]
    assert pointer.text == "▼"
    assert any(run.column <= pointer.column < run.column + len(run.text) for run in cursors)
    without = draw_timeline(shown, view._replace(lane=-1, moment=-1))
    assert "▼" not in "\n".join(lines(without))
