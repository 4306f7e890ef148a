"""A map that is moved: the same picture as one drawn there, without drawing its lines again."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.maps.ground import Ground, ground_file
from store.paths import GOVERNORATES_FILE
from store.store import Store
from tests.tui.pictures.map.maps import a_map, movement
from tui.pictures.dots import Dots, Sheet
from tui.pictures.map import walking
from tui.pictures.map.content import Map, map_of
from tui.pictures.map.drawing import Drawing
from tui.pictures.map.sight import View
from tui.pictures.projection import shortened_at

ROUND = [(11, 0), (11, 0), (0, 4), (-11, 0), (0, 4), (-11, 0), (0, -4), (0, -4)]
WORLD = Ground((((-180.0, 0.0), (180.0, 0.0)), ((0.0, -90.0), (0.0, 90.0))))


@pytest.fixture
def syria(shipped_to_read: Store) -> Map:
    found = shipped_to_read.mapped(shipped_to_read.every_key())
    return map_of(found, ground_file(Path(GOVERNORATES_FILE)))


@pytest.mark.parametrize("steps", [0, 2, 6])
def test_a_map_that_was_moved_is_the_map_that_is_drawn_there(syria: Map, steps: int) -> None:
    moved = Drawing(syria)
    view = walking.nearer(moved, View(100, 30, "en"), steps)
    moved.draw(view)
    for across, down in ROUND:
        view = walking.panned(moved, view, across, down)
        assert moved.draw(view) == Drawing(syria).draw(view)


def test_lines_far_longer_than_the_picture_are_moved_too() -> None:
    places = {"north": (0.1, 0.1), "south": (-0.1, -0.1)}
    shown = a_map([movement("north", "south")], ground=WORLD, places=places)
    moved = Drawing(shown)
    view = walking.nearer(moved, View(100, 30, "en"), 30)
    for across, down in ROUND:
        view = walking.panned(moved, view, across, down)
        assert moved.draw(view) == Drawing(shown).draw(view)


def test_what_was_seen_before_is_not_drawn_again(
    syria: Map, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing = Drawing(syria)
    view = walking.nearer(drawing, View(100, 30, "en"), 2)
    there = walking.panned(drawing, view, 11, 0)
    drawing.draw(there)
    before = drawing.draw(view)
    lines: list[object] = []
    for kind in (Sheet, Dots):
        monkeypatch.setattr(kind, "draw", lambda *line: lines.append(line))
    drawing.draw(there)
    assert drawing.draw(view) == before
    assert not lines


def test_a_map_of_the_world_keeps_its_shape_however_far_it_is_moved() -> None:
    drawing = Drawing(a_map(ground=WORLD))
    view = walking.nearer(drawing, View(100, 30, "en"), 3)
    for _ in range(100):
        view = walking.panned(drawing, view, 0, -8)
        camera = drawing.camera(view)
        true = camera.down * shortened_at(camera.latitude)
        assert camera.across == pytest.approx(true, rel=0.04)
    assert drawing.camera(view).latitude > 55
