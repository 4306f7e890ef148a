"""Names that are cut stay apart, and no year is cut in two."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.records import Bilingual, Row
from store.model.vocabulary import Language
from store.store import Store
from tests.tui.explorer.test_cells import INK
from tui.explorer.drawing.cells import fitted, width_of
from tui.explorer.drawing.listing import Entry
from tui.explorer.drawing.neighbours import Neighbours
from tui.explorer.drawing.painting import paint
from tui.explorer.drawing.telling_apart import kept_of, moved, with_ellipses


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [20, 27, 40])
def test_no_two_names_of_the_collection_are_cut_alike(
    shipped: Store, language: Language, width: int
) -> None:
    names = sorted({row.name.prefer(language) for row in shipped.records()})
    shown = [with_ellipses(name, kept_of(name, width, names)) for name in names]

    assert len(set(shown)) == len(shown)
    assert not [text for text in shown if "……" in text]
    assert all(width_of(text) <= width for text in shown)
    for name, text in zip(names, shown, strict=True):
        assert set(re.findall(r"\d+", text)) <= set(re.findall(r"\d+", name))


def test_what_tells_names_apart_stays() -> None:
    names = [f"Resolution of the council on the north {year}" for year in (2015, 2016, 2254)]

    shown = [with_ellipses(name, kept_of(name, 24, names)) for name in names]
    assert [text[-4:] for text in shown] == ["2015", "2016", "2254"]
    assert all(text.startswith("Resolution") for text in shown)


def test_a_mark_goes_with_its_letters_beyond_the_cut() -> None:
    name = "Resolution of the council on the north 2254"
    kept = kept_of(name, 24, [name.replace("2254", "2015")])

    shown = with_ellipses(name, kept)
    assert [shown[start:end] for start, end in moved(((0, 3), (39, 43)), name, kept)] == [
        "Res",
        "2254",
    ]


@pytest.mark.parametrize("width", range(6, 22))
def test_a_year_is_whole_or_not_there(width: int) -> None:
    for text in ("Truce of Homs (2014)", "هدنة حمص القديمة (2014)"):
        assert set(re.findall(r"\d+", fitted(text, width))) <= {"2014"}


@given(st.lists(st.text(max_size=30), max_size=5), st.text(max_size=40), st.integers(1, 30))
def test_any_name_fits(others: list[str], name: str, width: int) -> None:
    assert width_of(with_ellipses(name, kept_of(name, width, others))) <= width


def test_records_of_one_name_are_told_apart_by_their_keys() -> None:
    rows = [Row(key, "zone", "", Bilingual("Tell", "تل"), "") for key in ("tell-north", "tell-1")]

    drawn = [paint(Entry(row), 30, INK, "en", Neighbours(rows)).text for row in rows]
    assert "tell-north" in drawn[0]
    assert "tell-1" in drawn[1]
