"""What is on the screen before Textual is there: what was typed, and how the list looks."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from store.model.questions import Question
from store.model.records import SourceHit
from store.store import Store
from tests.thoroughly import in_turns_of
from tui.explorer.beforehand.outline import Box, Outline, outline_of, written
from tui.explorer.beforehand.typed import query_typed
from tui.explorer.beforehand.written_list import listed_from, written_list
from tui.explorer.browsing.answer import answer
from tui.explorer.browsing.history import question_of
from tui.explorer.drawing.painting import Ink
from tui.state import State

ROOT = Path(__file__).parents[3]
KINDS = ("zone", "agreement", "actor", "consequence", "source")
INK = Ink(
    *("1;38;5;108", "", "2", "7"),  # type: ignore[arg-type]
    kinds=dict.fromkeys(KINDS, "32"),  # type: ignore[arg-type]
    warning="33",  # type: ignore[arg-type]
    cited="4",  # type: ignore[arg-type]
)
OUTLINE = Outline(
    "app", guard=False, lines=Box(1, 3, 40, 20), plain=INK, cursor=INK, searching="\x1b[1;1H/"
)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("/zab", "zab"),
        ("ظهدنة", "هدنة"),
        ("/زبد ", "زبد "),
        ("/zax\x7fb", "zab"),
        ("/a\x7f\x7f\x7fz", "z"),
        ("", None),
        ("/", None),
        ("/ ", None),
        ("zab", None),
        ("j/zab", None),
        ("/zab\r", None),
        ("/zab\x1b[B", None),
        ("/zab\x1b", None),
        ("/year:2017 هدنة", None),  # where the caret stands in it is not known here
    ],
)
def test_what_is_typed_is_a_search_or_left_to_the_explorer(typed: str, query: str | None) -> None:
    assert query_typed(typed.encode(), "/ظ") == query


def test_half_a_letter_waits_for_its_other_half() -> None:
    assert query_typed("/ه".encode()[:-1], "/ظ") is None


@pytest.mark.parametrize("resting", [None, INK])
def test_an_outline_is_read_as_it_was_written(resting: Ink | None) -> None:
    outline = OUTLINE._replace(resting=resting, field=Box(3, 0, 60, 1, "48;5;3"))
    assert "\n" not in written(outline)
    assert outline_of(written(outline)) == outline


@pytest.mark.parametrize("hostile", ["", "{}", "[]", "null", '"x"', '{"mode": 1}'])
def test_what_is_no_outline_is_none(hostile: str) -> None:
    assert outline_of(hostile) is None


@pytest.mark.parametrize("codes", ["\x1b[2J", "1m\x1b]0;x\x07", 7, None, ["1"]])
def test_an_outline_has_no_codes_but_those_of_colours(codes: object) -> None:
    fields = json.loads(written(OUTLINE))
    for changed in (
        fields | {"plain": fields["plain"] | {"base": codes}},
        fields | {"cursor": fields["cursor"] | {"kinds": {"zone": codes}}},
        fields | {"field": [0, 0, 1, 1, codes]},
    ):
        assert outline_of(json.dumps(changed)) is None


def test_the_list_is_written_without_textual() -> None:
    told = (
        "import sys, tui.explorer.start, tui.explorer.beforehand.written_list,"
        " tui.explorer.beforehand.typed, tui.explorer.language; print(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert "textual" not in loaded
    assert "rich.style" not in loaded


def in_full(store: Store, state: State, outline: Outline) -> str:
    """The list in sight, with all that the explorer will find."""
    found = answer(store, question_of(state), "en", nullcontext()).listing
    cursor = found.position(state.record) if state.record else None
    return listed_from(found, cursor or 0, outline, INK) if found.entry_count else ""


ASKED = [
    ("truce", ""),
    ("truce", "zabadani-truce-2012"),
    ("ceasefire", "source:geonames"),
    ("geonames", "source:geonames"),
    ("geonames", ""),
    ("zabadany", "zabadani"),
    ("الزبداني", "zabadani"),
    ("year:2016", ""),
    ("year:2016 truce", ""),
    ("kind:source truce", ""),
    ("kind:sou", ""),
    ("nothing of the kind", ""),
    ("", "aleppo"),
]


@pytest.mark.parametrize(
    ("asked", "height"), in_turns_of(ASKED, [1, 3, 8, 12, 20, 33, 60, 900], of=3)
)
def test_what_is_in_sight_is_the_same_where_sources_are_not_asked_for(
    shipped_to_read: Store, asked: tuple[str, str], height: int
) -> None:
    query, record = asked
    outline = OUTLINE._replace(lines=Box(1, 3, 40, height))
    state = State(query=query, record=record)
    wanted = in_full(shipped_to_read, state, outline)
    assert written_list(shipped_to_read, state, outline) == wanted


def test_sources_that_stand_below_what_is_in_sight_are_not_read(
    shipped: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    find = Store.sources_beside

    def noted(store: Store, query: str) -> list[SourceHit]:
        asked.append(query)
        return find(store, query)

    monkeypatch.setattr(Store, "sources_beside", noted)
    for height, queries in ((20, []), (900, ["truce"])):
        outline = OUTLINE._replace(lines=Box(1, 3, 40, height))
        assert written_list(shipped, State(query="truce"), outline)
        assert asked == queries
    assert shipped.find(Question("truce")).sources
    assert not shipped.find(Question("truce"), with_sources=False).sources
