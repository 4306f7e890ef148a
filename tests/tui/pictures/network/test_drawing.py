"""A network in cells: what stands where, in either direction, and what is said of the rest."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.records import Bilingual, Citation, Related, Row
from tests.tui.pictures.network.conftest import lines, related, row, star
from tui.messages import speak
from tui.pictures.network.content import MOST_FOLLOWED, network_of, to_follow
from tui.pictures.network.drawing import draw_network
from tui.pictures.network.laying import View
from tui.pictures.network.naming import fitted_names
from tui.pictures.svg import svg


def test_the_record_stands_in_the_middle_and_lines_lead_to_each_verb() -> None:
    network = network_of(row("middle", "agreement"), _ASCII_ONLY, "en")
    assert lines(draw_network(network, View(80, 9, "en"))) == [
        "",
        "                               ┌───────────────┐",
        "has as party ────────────────┐ │ The middle    │",
        "  P The one                  └─┤ اسم middle    ├─── covers",
        "  P The other                  │ 3 relations   │      Z Somewhere",
        "                               └───────────────┘",
        "",
        "",
        "Z zone  A agreement  P actor",
    ]


def test_in_arabic_it_is_the_same_seen_in_a_mirror() -> None:
    speak("ar")
    network = network_of(row("middle", "agreement"), _ASCII_ONLY, "ar")
    drawn = lines(draw_network(network, View(80, 9, "ar")))
    assert drawn[2].endswith("اسم middle │ ┌────────────────── من الأطراف")
    assert drawn[3].endswith("The middle ├─┘                  The one P")
    assert drawn[4].startswith("               Somewhere Z")


_ASCII_ONLY = [
    Related("has-party", "out", Row("one", "actor", "", Bilingual("The one"))),
    Related("has-party", "out", Row("other", "actor", "", Bilingual("The other"))),
    Related("covers", "out", Row("somewhere", "zone", "", Bilingual("Somewhere"))),
]
"""Relations to records that have no Arabic name."""


def test_what_has_no_room_is_counted_where_it_would_stand() -> None:
    picture = draw_network(star([200]), View(80, 24, "en"))
    text = "\n".join(lines(picture))
    assert text.count("and 78 more") == 2
    assert picture.notes == ("156 more relations are not shown.",)
    crowded = lines(draw_network(star([3] * 10), View(60, 9, "en")))
    assert crowded[7].split() == ["and", "6", "more", "and", "6", "more"]
    assert (
        "6 more relations are not shown."
        in lines(draw_network(star([3] * 10), View(90, 9, "en")))[7]
    )


def test_a_verb_that_has_far_more_relations_than_all_others_stands_on_both_sides() -> None:
    network = star([2, 30, 3])
    assert [len(group.spokes) for group in network.groups] == [2, 15, 15, 3]
    assert [group.before for group in network.groups] == [0, 0, 15, 0]
    assert network.of_verb(1) == network.of_verb(2) == 30
    assert network.relations == 35
    assert len(star([30, 16]).groups) == 2
    assert len(star([11]).groups) == 1
    drawn = lines(draw_network(network, View(80, 24, "en")))
    assert not any("more" in line for line in drawn)


def test_a_walk_brings_into_sight_what_had_no_room() -> None:
    network = star([200])
    view = View(80, 24, "en", group=1, spoke=99)
    assert "The has-party-199" in "\n".join(lines(draw_network(network, view)))


def test_a_record_without_relations_says_so() -> None:
    picture = draw_network(star([]), View(80, 24, "en"))
    assert "related to no" in "\n".join(lines(picture))
    assert picture.notes == ("related to no record",)
    assert "related to no record" in "\n".join(lines(draw_network(star([]), View(40, 9, "en"))))


def test_a_relation_to_itself_and_a_loop_are_drawn_once() -> None:
    middle = row("middle", "agreement")
    to_itself = Related("follows", "out", middle)
    near = [to_itself, related("a"), related("b")]
    beyond = {"a": [related("b"), Related("follows", "in", middle)], "b": [related("a")]}
    network = network_of(middle, near, "en", beyond)
    text = "\n".join(lines(draw_network(network, View(120, 24, "en"))))
    assert "A itself" in text
    assert "└ P The b ↔" in text
    assert text.count("└ P The a ↔") == 1
    assert "one step away too" in text


def test_a_record_that_stands_under_two_verbs_is_followed_where_it_first_stands() -> None:
    near = [related("a", "has-party"), related("a", "signed-by")]
    network = network_of(row("middle"), near, "en", {"a": [related("c")]})
    assert [len(group.spokes[0].beyond) for group in network.groups] == [1, 0]


def test_of_too_many_records_not_all_are_followed_and_that_is_said() -> None:
    near = [related(f"n{number}") for number in range(MOST_FOLLOWED + 7)]
    keys, left = to_follow(row("middle"), near)
    assert (len(keys), left) == (MOST_FOLLOWED, 7)
    network = network_of(row("middle"), near, "en", {key: [] for key in keys})
    assert any(
        "beyond 7 of them" in note for note in draw_network(network, View(80, 24, "en")).notes
    )


def test_what_is_disputed_or_starred_has_a_sign() -> None:
    starred = Row("s", "zone", "", Bilingual("Starred"), marked=True)
    near = [related("a", disputed=True), Related("covers", "out", starred)]
    drawn = "\n".join(lines(draw_network(network_of(row("m"), near, "en"), View(80, 24, "en"))))
    assert "P The a ≠" in drawn
    assert "Z★Starred" in drawn
    assert "≠ disputed" in drawn
    assert "★ starred" in drawn


def test_in_ascii_lines_and_signs_are_ascii() -> None:
    near = [related("a", disputed=True), related("b")]
    network = network_of(row("m"), near, "en", {"a": [related("b")], "b": []})
    picture = draw_network(network, View(80, 24, "en"))
    drawn = "\n".join(lines(picture, only_ascii=True))
    letters = [sign for sign in drawn if not sign.isascii()]
    assert all("\u0600" <= sign < "\u0700" or sign == "…" for sign in letters)
    assert "P The a x" in drawn


@pytest.mark.parametrize("size", [(10, 10), (100, 3), (1, 1), (0, 0)])
def test_too_small_a_screen_says_what_a_network_needs(size: tuple[int, int]) -> None:
    picture = draw_network(star([3]), View(*size, "en"))
    assert picture.notes[0].endswith("cells are needed for a network.")
    assert picture.height == size[1]


@given(
    st.lists(st.integers(1, 40), max_size=9),
    st.integers(0, 4),
    st.tuples(st.integers(1, 200), st.integers(1, 60)),
    st.sampled_from(["en", "ar"]),
)
def test_no_label_stands_over_another(
    counts: list[int], beyond: int, size: tuple[int, int], language: str
) -> None:
    speak("ar" if language == "ar" else "en")
    view = View(*size, "ar" if language == "ar" else "en", 0 if counts else -1)
    picture = draw_network(star(counts, beyond), view)
    for runs in picture.lines:
        for one, other in pairwise(runs):
            assert one.column + one.width <= other.column
        assert not runs or runs[-1].column + runs[-1].width <= size[0]


def test_names_that_would_be_cut_alike_are_cut_in_the_middle() -> None:
    names = ["Four Towns agreement (2015)", "Four Towns agreement (2017)", "Other"]
    shown = fitted_names(names, [16] * 3)
    assert shown == ["Four To…t (2015)", "Four To…t (2017)", "Other"]


def test_what_has_to_be_said_of_a_relation_is_said_however_long_its_name_is() -> None:
    long = Row("long", "zone", "", Bilingual("A name of many more letters than a side has cells"))
    spoke = Related("covers", "out", long, disputed=True, citations=(Citation("a"), Citation("b")))
    beyond = {"long": [related(f"n{number}") for number in range(40)]}
    network = network_of(row("m"), [spoke], "en", beyond)
    picture = draw_network(network, View(60, 8, "en"), {"a": 1, "b": 2})
    (line,) = [line for line in lines(picture) if "Z A" in line]
    assert line.endswith("… ≠ +36 [1, 2]")


def test_saved_each_relation_names_its_sources_by_number() -> None:
    network = star([2])
    numbers = {"source-of-has-party-0": 1, "source-of-has-party-1": 2}
    said = ("[1] One · https://one.example", "[2] Two · https://two.example")
    picture = draw_network(network, View(160, 12, "en", has_cursor=False), numbers, said)
    text = "\n".join(lines(picture))
    assert "[1]" in text
    assert "[2]" in text
    assert not any(run.style == "cursor" for line in picture.lines for run in line)
    assert "https://two.example" in svg(picture)
