"""A map in cells: zones, names, arrows, what is beside it, and what its signs mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.maps.ground import Ground
from store.model.vocabulary import Language
from tests.tui.pictures.map.maps import PLACES, a_map, control, movement
from tui.messages import speak
from tui.pictures.cells import Picture, is_signs
from tui.pictures.map.beside import Line, laid_out
from tui.pictures.map.content import Map, days_of
from tui.pictures.map.drawing import Drawing
from tui.pictures.map.sight import LEAST_HEIGHT, LEAST_WIDTH, View
from tui.pictures.plain import in_ascii, plain_lines
from tui.terminal.widths import cell_width


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en")
    yield
    speak("en")


def draw(shown: Map, view: View | None = None) -> Picture:
    return Drawing(shown).draw(view or View(100, 30, "en"))


def text(picture: Picture, *, only_ascii: bool = False) -> str:
    return "\n".join(plain_lines(picture, only_ascii=only_ascii)).replace("\u200e", "")


def cell_of(picture: Picture, key: str, sign: str) -> tuple[int, int]:
    """Where the sign of a zone stands."""
    return next(
        (run.column, line)
        for line, runs in enumerate(picture.lines)
        for run in runs
        if run.key == key and run.text == sign
    )


def test_zones_lie_as_they_do_on_earth_in_either_language() -> None:
    for language in ("en", "ar"):
        speak(language)
        picture = draw(a_map(), View(100, 30, language))
        (north, top), (south, bottom), (west, left_line), (east, _) = (
            cell_of(picture, key, "●") for key in PLACES
        )
        assert west < north < east
        assert abs(north - south) <= 1
        assert top < left_line < bottom


def test_every_zone_is_named_or_told_below() -> None:
    places = {f"town-{n}": (33.0 + n % 5 / 100, 37.0 + n / 5000) for n in range(40)}
    picture = draw(a_map(places=places))
    drawn = text(picture) + " ".join(picture.notes)
    assert "◉" in text(picture)  # several in a cell
    named = sum(bool(re.search(rf"Town-{n}\b", drawn)) for n in range(40))
    counted = re.search(r" and (\d+) more$", picture.notes[0])
    assert counted
    assert named + int(counted[1]) == 40
    assert "masarat list kind:zone" in picture.notes[1]


def test_a_few_that_have_no_room_for_their_names_are_all_named_below() -> None:
    picture = draw(a_map(places={f"town-{n}": (33.0, 37.0 + n / 5000) for n in range(9)}))
    assert all(f"Town-{n}" in text(picture) + picture.notes[0] for n in range(9))
    assert len(picture.notes) == 1


def test_names_never_cover_a_mark_or_each_other() -> None:
    picture = draw(a_map([movement("south", "north")]))
    for runs in picture.lines:
        ends = 0
        for run in runs:
            assert run.column >= ends
            ends = run.column + run.width
    assert {key for key in PLACES if cell_of(picture, key, "●")} == set(PLACES)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_outline_touches_a_name(language: Language) -> None:
    speak(language)
    ring = [(36.0 + n / 50, 33.5 + (n % 7) / 9) for n in range(150)]
    picture = draw(a_map(ground=Ground((tuple(ring),))), View(100, 30, language))
    outlines, names = 0, 0
    for runs in picture.lines:
        cells = {run.column + x for run in runs if run.style == "outline" for x in range(run.width)}
        outlines += len(cells)
        for run in runs:
            if run.key in PLACES and not is_signs(run.text):
                names += 1
                assert not cells & {run.column - 1, run.column + run.width}
    assert outlines > 20
    assert names == len(PLACES)


def test_an_arrow_leads_from_whence_to_where_with_its_number() -> None:
    picture = draw(a_map([movement("west", "east", "2016-10", "2289")]))
    line = cell_of(picture, "east", "●")[1]
    heads = [run for runs in picture.lines for run in runs if run.text[-1:] in "→↗↘" and run.text]
    assert any(run.style == "arrow" for run in heads)
    assert "2,289" in text(picture).replace("West → East", "")
    back = draw(a_map([movement("east", "west", "2016-10")]))
    assert any(run.text[:1] in "←↖↙" for runs in back.lines for run in runs if is_signs(run.text))
    assert abs(line - cell_of(back, "west", "●")[1]) <= 1


def test_what_was_planned_is_dashed_and_explained() -> None:
    def dots(state: str) -> int:
        picture = draw(a_map([movement("west", "east", state=state)]))
        style = "arrow" if state == "happened" else "planned"
        signs = "".join(r.text for runs in picture.lines for r in runs if r.style == style)
        return sum(
            (ord(sign) - 0x2800).bit_count() for sign in signs if 0x2800 < ord(sign) < 0x2900
        )

    assert 0 < dots("planned") < dots("happened") * 0.8
    picture = draw(a_map([movement("west", "east", state="planned")]))
    assert "╌▷ planned" in text(picture)
    assert "▷ West → East" in text(picture)


def test_of_a_chosen_record_its_zones_and_its_ways_alone_stand_out() -> None:
    said = [movement("south", "north"), movement("west", "east", record="other", value="77")]
    view = View(100, 30, "en", record="leaving")
    picture = draw(a_map(said), view)
    assert cell_of(picture, "south", "◆")
    assert cell_of(picture, "west", "●")
    assert "500" in text(picture)
    assert "77" not in text(picture)
    assert "The leaving" in text(picture)


def test_what_has_no_place_is_listed_beside_and_its_way_without_an_arrow() -> None:
    picture = draw(a_map([movement("lost", "north")], unplaced=["lost", "unknown"]))
    beside = text(picture)
    assert "2 places without coordinates" in beside
    assert "Unknown" in beside
    assert beside.index("Without an arrow") < beside.index("Lost → North")
    assert not any(
        run.style == "arrow" and run.column < 60 for runs in picture.lines[:-1] for run in runs
    )
    assert "─▶ went" in text(picture)  # the list has the sign


@pytest.mark.parametrize("figure", ["2,350", "more than 5,000", "أكثر من 5,000", "9" * 40])
def test_a_figure_is_never_cut_off_its_count(figure: str) -> None:
    line = Line("Foua, Kefraya → ?", sign="▶", figure=f"{figure} · of 4 figures")
    laid = laid_out([line], 26)
    assert max(cell_width(cells.text) + cell_width(cells.end) for cells in laid) <= 24
    said = " ".join(cells.end for cells in laid)
    assert said.endswith("of 4 figures")
    assert any("of 4 figures" in cells.end for cells in laid)
    assert [cells.sign for cells in laid] == ["▶", *[" "] * (len(laid) - 1)]


def test_at_a_time_what_is_held_is_marked_and_told() -> None:
    shown = a_map(controls=[control("north", "2016-08", "2017-03"), control("south", "2018")])
    view = View(100, 30, "en", at=days_of("2016-10"))
    picture = draw(shown, view)
    assert cell_of(picture, "north", "■")
    assert "North: The army · since" in text(picture)
    assert "South: The army" not in text(picture)
    assert "October 2016" in text(picture)
    assert "■ held by an actor" in text(picture)


def test_a_list_that_is_longer_than_the_map_says_so_and_is_moved() -> None:
    shown = a_map(unplaced=[f"lost-{n:03}" for n in range(100)])
    assert "… 7" in text(draw(shown))
    lower = text(draw(shown, View(100, 30, "en", top=60)))
    assert "Lost-000" not in lower
    assert "Lost-070" in lower
    assert "Lost-099" in text(draw(shown, View(100, 30, "en", top=10**6)))


def test_in_arabic_the_list_stands_at_the_left_and_arrows_in_it_point_that_way() -> None:
    speak("ar")
    picture = draw(a_map([movement("south", "north")]), View(100, 30, "ar"))
    way = next(r for runs in picture.lines for r in runs if "←" in r.text and not is_signs(r.text))
    assert way.column < 35
    assert cell_of(picture, "west", "●")[0] > 35
    assert "◀" in text(picture)


def test_in_ascii_all_signs_are_ascii() -> None:
    picture = draw(a_map([movement("south", "north")], controls=[control("north", "2016")]))
    drawn = text(picture, only_ascii=True).replace("→", ">").replace("…", "").replace("·", "")
    assert drawn.isascii()


def test_in_ascii_signs_that_differ_are_told_apart_without_colour() -> None:
    signs = "●◉◆■○◇□"
    assert len({*in_ascii(signs)}) == len(signs)


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (LEAST_WIDTH - 1, 10), (30, LEAST_HEIGHT - 1)])
def test_too_few_cells_are_told_of(size: tuple[int, int]) -> None:
    picture = draw(a_map(), View(*size, "en"))
    assert (picture.width, picture.height) == size
    if size[0] > 20:
        assert "24 by 6 cells are needed" in text(picture).replace("\n", " ")


def test_a_map_of_nothing_has_its_ground_and_one_of_a_point_is_seen_whole() -> None:
    nothing = a_map(places={"one": (34.0, 37.0)}, ground=Ground(()))
    assert "One" in text(draw(nothing))
    empty = a_map()._replace(points={}, names={})
    assert "⠉" in text(draw(empty)) or "⡇" in text(draw(empty))


def test_of_a_ground_as_large_as_the_world_the_part_with_places_is_shown_first() -> None:
    world = Ground((((-180.0, -90.0), (180.0, -90.0), (180.0, 90.0), (-180.0, 90.0)),))
    picture = draw(a_map(ground=world))
    columns = [cell_of(picture, key, "●")[0] for key in PLACES]
    assert max(columns) - min(columns) > 10


@given(
    st.lists(
        st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=30, unique=True
    ),
    st.integers(0, 130),
    st.integers(0, 45),
    st.sampled_from(["en", "ar"]),
)
def test_points_anywhere_are_drawn_or_told(
    points: list[tuple[float, float]], width: int, height: int, language: str
) -> None:
    places = {f"p{number}": point for number, point in enumerate(points)}
    keys = list(places)
    shown = a_map([movement(keys[0], keys[-1])], places=places)
    picture = draw(shown, View(width, height, "ar" if language == "ar" else "en"))
    assert len(picture.lines) == height
    for runs in picture.lines:
        assert all(run.column >= 0 and run.column + run.width <= width for run in runs)


@pytest.mark.parametrize("month", ["", "2016-10"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [76, 90, 120])
def test_every_sign_on_a_map_is_explained_below_it(
    language: Language, width: int, month: str
) -> None:
    speak(language)
    moved = [
        movement("north", "south", "2016-10"),
        movement("west", "east", "2016-10", state="planned"),
    ]
    places = PLACES | {"beside": (34.8, 37.0001), "alone": (34.4, 37.4), "held": (33.6, 36.6)}
    shown = a_map(moved, controls=[control("held", since="2016-01")], places=places)
    picture = draw(shown, View(width, 24, language, at=days_of(month) if month else None))
    *drawn, legend = text(picture).split("\n")
    for sign in ("●", "◉", "◆", "■", "▶◀", "▷◁"):
        is_drawn = any(each in line for line in drawn for each in sign)
        assert is_drawn <= any(each in legend for each in sign), sign


@pytest.mark.parametrize("height", range(14, 36))
def test_a_list_beside_a_map_never_ends_in_a_heading(height: int) -> None:
    moved = [movement("north", "south", "2016-10", record=f"leaving-{n}") for n in range(4)]
    unplaced = [f"village-{n}" for n in range(40)]
    controls = [control(place, since="2016-01") for place in PLACES]
    picture = draw(a_map(moved, controls=controls, unplaced=unplaced), View(100, height, "en"))
    beside = [[run for run in line if run.column >= 70] for line in picture.lines]
    more = next(n for n, runs in enumerate(beside) if "…" in "".join(run.text for run in runs))
    assert re.search(r"… \d+ more lines?", "".join(run.text for run in beside[more]))
    above = [run for run in beside[more - 1] if run.text.strip("│ ")]
    assert above
    assert above[0].style != "heading"
