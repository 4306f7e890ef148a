from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.bidi import Direction
from tui.bidi.algorithm.isolation import _spans, resolve_isolated
from tui.bidi.algorithm.levels import first_strong, resolve_levels
from tui.bidi.algorithm.reordering import line_levels, visual_order

pieces = st.lists(
    st.one_of(
        st.sampled_from(["2013-09-16", "+31 70 416 3300", "S/RES/2118 (2013)", "2013–2018"]),
        st.sampled_from(["قرار", " ", "word", "(", ")", "،", ".", "12", "\u2067", "\u2069", "%"]),
    ),
    max_size=12,
).map(" ".join)


@pytest.mark.parametrize(
    "text",
    [
        "2017-05-04",
        "2017-05~",
        "2012/2016",
        "../2016",
        "16-09-2013",
        "٢٠١٣-٠٩-١٦",
        "10–20",
        "+963 11 223 4455",
        "011 223 4455",
        "33.725, 36.101",
        "https://un.org/ar?x=1",
        "info@opcw.org",
        "@OPCW",
        "S/2012/538",
        "A/RES/217(III)",
    ],
)
def test_a_self_contained_part_is_found_whole(text: str) -> None:
    assert [span[:2] for span in _spans(f"في {text} ثم")] == [(3, 3 + len(text))]


@pytest.mark.parametrize("text", ["15%", "2118 (2013)", "C++", "1,250.50", "أ/ب", "الزبداني-مضايا"])
def test_what_the_standard_sets_well_is_left_to_it(text: str) -> None:
    assert not _spans(f"في {text} ثم")


def test_the_full_stop_after_an_address_is_outside_it() -> None:
    text = "انظر https://un.org/ar."
    assert [text[a:b] for a, b, _ in _spans(text)] == ["https://un.org/ar"]


@given(pieces, st.sampled_from([None, *Direction]))
def test_order_is_that_of_real_isolates(text: str, base: Direction | None) -> None:
    """Numeric parts as in an override within an isolate, the rest as in an isolate."""
    marked: list[str] = []
    places: list[int | None] = []
    done = 0
    for start, end, numeric in _spans(text):
        inner = "\u202d" if numeric else ""
        marked += [
            text[done:start],
            "\u2066" + inner,
            text[start:end],
            inner and "\u202c",
            "\u2069",
        ]
        places += [*range(done, start), None, *([None] if inner else []), *range(start, end)]
        places += [*([None] if inner else []), None]
        done = end
    marked.append(text[done:])
    places += range(done, len(text))
    if base is None:
        base = first_strong(resolve_levels(text).classes)
    real = resolve_levels("".join(marked), base)
    expected = [places[i] for i in visual_order(line_levels(real)) if places[i] is not None]
    assert visual_order(line_levels(resolve_isolated(text, base))) == expected
