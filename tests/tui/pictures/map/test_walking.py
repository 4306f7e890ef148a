"""Going from record to record on a map: what is chosen stays in sight."""

from __future__ import annotations

import pytest

from tests.tui.pictures.map.maps import PLACES, a_map, movement
from tui.pictures.map import walking
from tui.pictures.map.drawing import Drawing
from tui.pictures.map.sight import View

WHOLE = View(100, 30, "en")


@pytest.fixture
def drawing() -> Drawing:
    first = movement("west", "", record="first")
    return Drawing(a_map([first, movement("east", "", record="second")]))


def _sees(drawing: Drawing, view: View, zone: str) -> bool:
    return drawing.projection(view).cell(*drawing.shown.points[zone]) is not None


def test_one_looks_nearer_at_the_places_of_the_record_that_is_chosen(drawing: Drawing) -> None:
    view = walking.begun(drawing, WHOLE, "first")
    near = view
    for _ in range(6):
        near = walking.nearer(drawing, near, 1)
    assert _sees(drawing, near, "west")
    assert not _sees(drawing, near, "east")


def test_the_places_of_the_next_record_come_into_sight(drawing: Drawing) -> None:
    near = walking.begun(drawing, WHOLE, "first")
    for _ in range(6):
        near = walking.nearer(drawing, near, 1)
    following = walking.to_next(drawing, near, 1)
    assert following.record == "second"
    assert _sees(drawing, following, "east")
    assert walking.at_record(drawing, following, "first").camera != following.camera


def test_where_all_is_seen_the_map_stays_where_it_is(drawing: Drawing) -> None:
    assert walking.to_next(drawing, WHOLE, 1).camera is None


def test_of_a_record_with_places_on_two_sides_one_looks_at_what_is_between() -> None:
    drawing = Drawing(a_map([movement("west", "east")]))
    near = walking.nearer(drawing, walking.begun(drawing, WHOLE, "leaving"), 1)
    camera = drawing.camera(near)
    middle = (PLACES["west"][1] + PLACES["east"][1]) / 2
    assert camera.longitude == pytest.approx(middle, abs=0.3)
