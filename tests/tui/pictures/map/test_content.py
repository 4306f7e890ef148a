"""What a map shows: ways, times, and who held what when."""

from __future__ import annotations

import pytest

from store.store import Store
from tests.tui.pictures.map.maps import a_map, control, movement
from tui.pictures.map.content import (
    Days,
    days_of,
    figure,
    held_at,
    records_at,
    way_in_words,
    ways_of,
)
from tui.pictures.map.time_line import time_in_words


def days(date: str) -> Days:
    found = days_of(date)
    assert found
    return found


def test_those_that_say_one_way_are_one_and_what_happened_stands_for_them() -> None:
    said = [
        movement("south", "north", "2016-10-13", "600", "planned"),
        movement("south", "north", "2016-10-14", "1287"),
        movement("south", "north", "2016-10-15", "90", "planned"),
        movement("south", "west", "2016-10-13"),
    ]
    shown = a_map(said)
    first, second = ways_of(shown)
    assert (figure(first, "en"), len(first.movements), first.is_reached) == ("1,287", 3, True)
    assert way_in_words(shown, first, "en") == "South → North"
    assert way_in_words(shown, first, "ar") == "بلدة south ← بلدة north"
    assert second.destinations == ("west",)


def test_an_end_that_nobody_tells_and_one_without_a_name_are_said_to_be_so() -> None:
    shown = a_map([movement("south", ""), movement("nowhere", "north")])
    words = [way_in_words(shown, way, "en") for way in ways_of(shown)]
    assert words == ["South → ?", "nowhere → North"]


def test_at_a_time_later_ways_are_not_there_and_earlier_ones_are_told_apart() -> None:
    shown = a_map(
        [
            movement("south", "north", "2016-08"),
            movement("south", "east", "2016-10-30/2016-11-02"),
            movement("south", "west", "2017"),
            movement("west", "north", record="undated")._replace(
                record=movement("west", "north").record._replace(date="")
            ),
        ]
    )
    seen = [(way.destinations[0], way.is_earlier) for way in ways_of(shown, at=days("2016-11"))]
    assert seen == [("north", True), ("east", False)]
    assert len(ways_of(shown)) == 4


def test_of_a_record_only_its_own_ways_are_there() -> None:
    said = [movement("south", "north"), movement("south", "west", record="other")]
    assert [way.destinations for way in ways_of(a_map(said), "other")] == [("west",)]


def test_steps_are_the_months_in_which_something_happened() -> None:
    shown = a_map(
        [
            movement("south", "north", "2016-12-28/2017-01-03"),
            movement("south", "north", "../2019-03-05"),
            movement("south", "north", "2020"),
        ],
        controls=[control("north", since="2018-05")],
    )
    steps = [time_in_words(step, "en") for step in shown.steps]
    # The record's own date too; of what began nobody knows when, the end.
    assert steps[:4] == ["October 2016", "December 2016", "January 2017", "May 2018"]
    assert steps[4:] == ["March 2019", "January 2020"]


@pytest.mark.parametrize("date", ["-0044-03-15", "9999-12", "Y170000002", "../2019", "1985/.."])
def test_any_date_has_its_place_or_none(date: str) -> None:
    shown = a_map([movement("south", "north", date)])
    assert len(ways_of(shown)) == 1
    for step in shown.steps:
        assert time_in_words(step, "ar")
        ways_of(shown, at=step)


@pytest.mark.parametrize(
    ("since", "until", "as_of", "holds"),
    [
        ("2016-08", "2024-12", "", True),
        ("2016-08", "2016-09", "", False),
        ("2017-01", "", "", False),
        ("2016-08", "", "", True),
        ("", "2024-12", "", True),
        ("", "2015", "", False),
        ("", "", "2016-10", True),
        ("", "", "2018-02", False),
        ("2016-08", "", "2016-09", False),
        ("2016-08", "", "2018-02", True),
        ("", "", "", False),
    ],
)
def test_who_held_what_is_told_for_the_time_for_which_a_record_says_it(
    since: str, until: str, as_of: str, holds: bool
) -> None:
    shown = a_map(controls=[control("north", since, until, as_of)])
    assert bool(held_at(shown, days("2016-10"))) is holds
    assert held_at(shown, None)


def test_records_are_of_a_time_and_of_a_zone() -> None:
    shown = a_map([movement("south", "north"), movement("west", "north", record="other")])
    assert [row.key for row in records_at(shown, days("2016-10"))] == ["leaving", "other"]
    assert [row.key for row in records_at(shown, None, "west")] == ["other"]
    assert not records_at(shown, days("2016-11"))


def test_no_shipped_record_says_who_held_a_whole_governorate(shipped_to_read: Store) -> None:
    """Docs say so, and therefore no governorate is tinted; one that does asks for both anew."""
    held = shipped_to_read.mapped(shipped_to_read.every_key()).controls
    zones = {row.key: row.type for row in shipped_to_read.rows([each.zone for each in held])}
    assert held
    assert "governorate" not in zones.values()
