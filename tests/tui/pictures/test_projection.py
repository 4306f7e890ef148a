"""Where on a picture a point of the Earth lies."""

from __future__ import annotations

import math

import pytest

from tui.pictures.projection import Extent, extent_of, fitted

SYRIA = Extent(35.6, 32.3, 42.4, 37.3)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (80, 24), (120, 36), (200, 50)])
def test_everything_of_an_extent_lies_on_the_picture(width: int, height: int) -> None:
    view = fitted(SYRIA, width, height)

    for longitude in (SYRIA.west, SYRIA.east):
        for latitude in (SYRIA.south, SYRIA.north):
            assert view.cell(longitude, latitude) is not None


def test_east_is_right_and_north_is_up() -> None:
    view = fitted(SYRIA, 80, 24)
    damascus, deir_ez_zor = view.dot(36.3, 33.5), view.dot(40.14, 35.33)

    assert damascus[0] < deir_ez_zor[0]
    assert damascus[1] > deir_ez_zor[1]


def test_a_degree_of_longitude_is_shortened_by_the_middle_latitude() -> None:
    view = fitted(SYRIA, 80, 24)

    assert view.across / view.down == pytest.approx(math.cos(math.radians(34.8)))


def test_one_point_lies_in_the_middle_and_nothing_has_no_extent() -> None:
    around = extent_of([(36.3, 33.5)])
    assert around is not None
    assert fitted(around, 80, 24).cell(36.3, 33.5) == (40, 12)
    assert extent_of([]) is None


def test_a_point_outside_the_picture_has_no_cell() -> None:
    assert fitted(SYRIA, 80, 24).cell(0, 0) is None


def test_the_pole_has_a_view() -> None:
    view = fitted(Extent(-180, 80, 180, 90), 80, 24)

    assert view.cell(0, 90) is not None
