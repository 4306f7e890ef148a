"""Moving in a timeline: the cursor is always on a moment, and in sight."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.pictures.timeline.test_drawing import MOMENTS, moment, timeline
from tui.pictures.timeline import walking
from tui.pictures.timeline.content import Timeline
from tui.pictures.timeline.drawing import View, lanes_in_sight
from tui.pictures.timeline.scale import COARSEST, FINEST

Step = Callable[[Timeline, View], View]
STEPS: list[Step] = [
    lambda t, v: walking.in_time(t, v, 1),
    lambda t, v: walking.in_time(t, v, -3),
    lambda t, v: walking.in_lanes(t, v, 1),
    lambda t, v: walking.in_lanes(t, v, -1),
    lambda t, v: walking.nearer(t, v, 1),
    lambda t, v: walking.nearer(t, v, -1),
    lambda t, v: walking.panned(t, v, 40),
    lambda t, v: walking.panned(t, v, -70),
    walking.whole,
    lambda t, v: walking.fitted_to(t, v, 60, 9),
    lambda t, v: walking.fitted_to(t, v, 200, 50),
]


@given(MOMENTS, st.integers(1, 5), st.lists(st.sampled_from(STEPS), max_size=12))
def test_whatever_is_done_the_cursor_is_on_a_moment_of_a_lane_that_is_drawn(
    moments: list[walking.Moment], lanes: int, steps: list[Step]
) -> None:
    made = timeline(moments, lanes)
    view = walking.begun(made, View(100, 20, "en"))
    for step in steps:
        view = step(made, view)
        if not made.lanes:
            assert walking.chosen(made, view) is None
            continue
        assert 0 <= view.moment < len(made.lanes[view.lane].moments)
        assert view.scale
        assert FINEST <= view.scale.days <= COARSEST
        shown = lanes_in_sight(made, view)[view.top :]
        assert view.lane in shown[: max(view.height - 4, 1)]


def test_the_next_lane_is_entered_at_the_nearest_time() -> None:
    dates = {"a": "2017-05-03", "b": "2012", "c": "2012", "d": "2017-06"}
    made = timeline([moment(*each) for each in dates.items()], lanes=2)
    view = walking.begun(made, View(100, 20, "en"), "d")
    assert (view.lane, view.moment) == (1, 1)
    up = walking.in_lanes(made, view, -1)
    found = walking.chosen(made, up)
    assert found
    assert found.record.key == "a"
    assert walking.in_lanes(made, up, -1) == up


def test_panning_takes_the_cursor_along_and_ends_where_nothing_more_is() -> None:
    made = timeline([moment(f"m{year}", f"{year}-05-03") for year in range(2011, 2019)])
    view = walking.begun(made, View(100, 20, "en"))
    view = walking.nearer(made, view, 2)
    for _ in range(20):
        view = walking.panned(made, view, 60)
    assert walking.chosen(made, view) in made.lanes[0].moments[-2:]
    assert walking.panned(made, view, 500) == view
