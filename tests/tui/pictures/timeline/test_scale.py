"""The axis of a timeline: where a day stands, and ticks that have room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.vocabulary import Language
from store.timelines.spans import Span, day_number, span_of
from tui.pictures.timeline.index import Alike
from tui.pictures.timeline.scale import COARSEST, FINEST, Scale, fitted, ticks

SCALES = st.builds(
    Scale,
    st.floats(-4e8, 4e8),
    st.floats(FINEST, COARSEST),
    st.integers(1, 400),
)


def cells_of(scale: Scale, span: Span) -> tuple[int, int]:
    ((first, last, _),) = scale.cells_of([Alike(span, span.is_day, range(1))])
    return first, last


def labels(first: str, last: str, cells: int, language: Language = "en") -> list[tuple[str, str]]:
    scale = fitted([span_of(first), span_of(last)], cells)
    return [(tick.label, tick.above) for tick in ticks(scale, language)]


def test_ticks_are_years_months_or_days_as_there_is_room() -> None:
    assert labels("2012", "2025", 100)[:2] == [("2012", ""), ("2013", "")]
    assert labels("2017-03", "2018-05", 60)[:4] == [
        ("Apr", "2017"), ("Jul", ""), ("Oct", ""), ("Jan", "2018"),
    ]  # fmt: skip
    assert ("11", "") in labels("2017-03", "2017-04", 60)
    assert ("1", "April 2017") in labels("2017-03", "2017-04", 60)
    assert ("نيسان", "2017") in labels("2017-03", "2018-05", 60, "ar")
    assert labels("-3000", "2017", 80)[0][0] == "3001 BC"


def test_all_that_is_fitted_is_seen() -> None:
    spans = [span_of("2012/2016"), span_of("2018-05-04")]
    scale = fitted(spans, 60)
    assert scale.start < spans[0].first
    assert scale.end > spans[1].last + 1
    assert [cells_of(scale, span)[0] for span in spans] == [2, 57]
    assert fitted([], 60).cells == 60


@pytest.mark.parametrize("days", [0.25, 1, 1.5, 7, 400])
def test_a_day_that_is_known_has_one_cell_wherever_the_edges_of_cells_lie(days: float) -> None:
    day = span_of("2017-05-02")
    for part in range(10):
        first, last = cells_of(Scale(day.first - 3 * days + part / 10, days, 20), day)
        assert first == last


def test_days_have_all_their_cells_and_one_that_is_known_the_middle_one() -> None:
    scale = Scale(day_number(2017, 5), 0.25, 20)
    assert cells_of(scale, span_of("2017-05-02")) == (6, 6)
    assert cells_of(scale, span_of("2017-05-02~")) == (4, 7)
    assert cells_of(scale._replace(days=1), span_of("2017-05-02/2017-05-04")) == (1, 3)


def test_zooming_leaves_a_moment_where_it_is() -> None:
    scale = Scale(1_000, 10, 80)
    nearer = scale.zoomed(0.5, 1_400)
    assert nearer.days == 5
    assert nearer.cell(1_400) == scale.cell(1_400)
    assert scale.zoomed(1e-9, 1_400).days == FINEST


@given(SCALES, st.floats(-4e8, 4e8))
def test_a_moment_is_brought_into_sight(scale: Scale, day: float) -> None:
    assert -1 <= scale.showing(day).cell(day) <= scale.cells


@pytest.mark.parametrize("language", ["en", "ar"])
@given(scale=SCALES)
def test_ticks_are_few_and_in_order_on_any_axis(language: Language, scale: Scale) -> None:
    found = ticks(scale, language)
    assert len(found) <= scale.cells // 3 + 2
    assert all(one.day < other.day for one, other in pairwise(found))
    assert all(scale.start <= tick.day < scale.end for tick in found)
