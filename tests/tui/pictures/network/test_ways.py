"""The ways from one record to another as a picture: read from it alone, and on any screen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.connecting import Connection, Step, connection
from store.model.records import Bilingual, Related, Source
from store.model.vocabulary import Language
from store.store import Store
from tests.tui.pictures.network.conftest import lines, related, row
from tui.messages import speak
from tui.pictures.network.ways import (
    WaysLayout,
    WaysView,
    cited_on,
    claims_of,
    draw_ways,
    height_of_ways,
    moved,
)


def ways(count: int, steps: int, claims: int = 1) -> Connection:
    """So many ways of so many steps, each step of so many claims."""
    one, other = row("one"), row("other", "zone")

    def relations(way: int, number: int) -> tuple[Related, ...]:
        key = "other" if number == steps - 1 else f"between-{way}-{number}"
        return tuple(related(key, predicate) for predicate in ("has-party", "covers")[:claims])

    def way(number: int) -> tuple[Step, ...]:
        starts = [one, *(row(f"between-{number}-{step}") for step in range(steps - 1))]
        return tuple(Step(start, relations(number, at)) for at, start in enumerate(starts))

    return Connection((one, other), tuple(way(number) for number in range(count)), is_cut=False)


def test_signs_that_stand_on_ways_are_explained_below_them() -> None:
    one, other = row("one")._replace(marked=True), row("other", "zone")
    step = Step(one, (related("other", "covers", disputed=True),))
    signed = Connection((one, other), ((step,),), is_cut=False)
    *_, below = lines(draw_ways(signed, WaysView(80, 12, "en"), {}))
    assert "≠ disputed  ★ starred" in below
    *_, without = lines(draw_ways(ways(1, 1), WaysView(80, 12, "en"), {}))
    assert "disputed" not in without
    assert "starred" not in without


def test_how_two_actors_are_connected_is_read_from_the_picture_alone(
    shipped_to_read: Store,
) -> None:
    found = connection(shipped_to_read, ("qatar", "ahrar-al-sham"))
    cited = {each.key: each for each in shipped_to_read.sources(cited_on(found))}
    drawn = lines(draw_ways(found, WaysView(116, 28, "en"), cited))
    # From top to bottom in one column: who did what, who says so, in what, with whom.
    goal = drawn.index("P Ahrar al-Sham")
    (at,) = [n for n, line in enumerate(drawn) if "A Four Towns agreement (2017)" in line]
    column = drawn[at].index("A Four Towns agreement (2017)")
    read = [line[column:][:36].strip() for line in drawn[:goal]]
    assert drawn[0] == "P Qatar"
    assert read[at - 2 : at + 2] == [
        "│ mediated",
        "│ TRT World, Enab Baldi",
        "A Four Towns agreement (2017)",
        "│ has as party",
    ]
    assert read[at + 2] == "│ the article, Enab Baldi"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_ways_part_at_the_first_record_and_join_at_the_last(language: Language) -> None:
    speak(language)
    drawn = lines(draw_ways(ways(2, 2), WaysView(60, 20, language), {}))
    forks = [line.strip() for line in drawn if "──" in line]
    assert len(forks) == 2
    corners = ("├", "┐", "├", "┘") if language == "en" else ("┌", "┤", "└", "┤")
    assert (forks[0][0], forks[0][-1], forks[1][0], forks[1][-1]) == corners


def test_one_way_needs_no_fork() -> None:
    drawn = lines(draw_ways(ways(1, 1), WaysView(60, 20, "en"), {}))
    assert drawn[:4] == ["P The one", "│ has as party", "│ source-of-other", "Z The other"]


def test_what_has_no_room_is_counted() -> None:
    picture = draw_ways(ways(5, 4, 2), WaysView(50, 12, "en"), {})
    assert picture.notes[0] == "and 3 more ways"
    low = draw_ways(ways(1, 4, 2), WaysView(50, 8, "en"), {})
    assert any("not shown" in note for note in low.notes)


def test_a_step_of_many_claims_counts_those_without_a_line_and_brings_them_into_sight() -> None:
    found = ways(1, 2, 2)
    low = WaysView(50, 6, "en")
    assert "has as party and 1 more" in "\n".join(lines(draw_ways(found, low, {})))
    assert "│ covers and 1 more" in "\n".join(lines(draw_ways(found, low._replace(claim=1), {})))


def test_records_of_a_step_that_would_be_cut_alike_are_told_apart(shipped_to_read: Store) -> None:
    found = connection(shipped_to_read, ("zabadani", "idlib-governorate"))
    text = "\n".join(lines(draw_ways(found, WaysView(76, 18, "en"), {})))
    assert "(2015)" in text
    assert "(2017)" in text


def test_a_saved_picture_has_every_claim_with_the_numbers_of_its_sources() -> None:
    found = ways(3, 3, 2)
    keys = cited_on(found)
    cited = {key: Source(key, Bilingual(key)) for key in keys}
    height = height_of_ways(found, 160, "en")
    view = WaysView(160, height, "en", has_cursor=False, shows_all=True)
    numbers = {key: number for number, key in enumerate(keys, start=1)}
    text = "\n".join(lines(draw_ways(found, view, cited, numbers)))
    assert text.count("has as party") == 9
    assert text.count("covers") == 9
    assert all(f"[{number}]" in text for number in numbers.values())


@given(
    st.integers(1, 5),
    st.integers(1, 4),
    st.integers(1, 2),
    st.tuples(st.integers(1, 200), st.integers(1, 50)),
    st.lists(st.sampled_from([(0, 1), (0, -1), (1, 0), (-1, 0)]), max_size=12),
)
def test_the_cursor_is_on_a_claim_that_is_seen(
    count: int, steps: int, claims: int, size: tuple[int, int], keys: list[tuple[int, int]]
) -> None:
    found, view = ways(count, steps, claims), WaysView(*size, "en")
    for across, down in keys:
        view = moved(found, view, across, down)
    assert 0 <= view.claim < len(claims_of(found.ways[view.way]))
    picture = draw_ways(found, view, {})
    for runs in picture.lines:
        for one, other in pairwise(runs):
            assert one.column + one.width <= other.column
    if size[0] >= 20 and size[1] >= 4:
        assert any(run.style == "cursor" for line in picture.lines for run in line)


def test_a_press_finds_the_claim_of_a_cell() -> None:
    found = ways(2, 2)
    for language, column in (("en", 35), ("ar", 24)):
        view = WaysView(60, 20, "ar" if language == "ar" else "en")
        layout = WaysLayout(found, view)
        placed = next(each for each in layout.placed if (each.way, each.claim) == (1, 1))
        assert layout.at_cell(column, placed.line) == (1, 1)
        assert layout.at_cell(column, 0) is None
