"""Durations and numbers: counted as each language counts, refused with what was meant."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from store.model.reading import quantities


@pytest.mark.parametrize(
    ("duration", "english", "arabic"),
    [
        ("P1M", "1 month", "شهر واحد"),
        ("P2M", "2 months", "شهران"),
        ("P6M", "6 months", "6 أشهر"),
        ("P9M", "9 months", "9 أشهر"),
        ("P30D", "30 days", "30 يومًا"),
        ("P2W", "2 weeks", "أسبوعان"),
        ("P11Y", "11 years", "11 سنة"),
        ("P100D", "100 days", "100 يوم"),
        ("P103D", "103 days", "103 أيام"),
    ],
)
def test_durations_are_counted_as_each_language_counts(
    duration: str, english: str, arabic: str
) -> None:
    quantities.check_duration(duration)
    assert quantities.duration_for_reader(duration, "en") == english
    assert quantities.duration_for_reader(duration, "ar") == arabic


@pytest.mark.parametrize(
    ("number", "english", "arabic"),
    [
        ("1500", "1,500", "1,500"),
        ("1200/2250", "1,200–2,250", "1,200–2,250"),
        ("2000..3000", "2,000–3,000", "2,000–3,000"),
        ("~2200", "about 2,200", "نحو 2,200"),
        (">5000", "more than 5,000", "أكثر من 5,000"),
        ("<300", "fewer than 300", "أقل من 300"),
        (">=1300", "at least 1,300", "1,300 على الأقل"),
        ("<=1500", "up to 1,500", "حتى 1,500"),
        (">0", "number not known", "العدد غير معروف"),
    ],
)
def test_a_number_says_its_bound(number: str, english: str, arabic: str) -> None:
    quantities.check_number(number)
    assert quantities.number_for_reader(number, "en") == english
    assert quantities.number_for_reader(number, "ar") == arabic


@pytest.mark.parametrize(
    "wrong",
    ["", "1,500", "-3", "1.5", "1/2/3", "many", ">many", "~", "5000>", ">>3", "1..2..3", ">1..2",
     "1" * 16],
)  # fmt: skip
def test_what_is_no_number_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="whole number"):
        quantities.check_number(wrong)


def test_a_number_that_nothing_can_have_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        quantities.check_number("3000..2000")
    with pytest.raises(ValueError, match="fewer than none"):
        quantities.check_number("<0")


@given(st.integers(0, 10**15 - 1), st.sampled_from(["", "~", ">", "<", ">=", "<="]))
def test_the_span_of_a_number_holds_what_its_bound_says(number: int, bound: str) -> None:
    assume((bound, number) != ("<", 0))
    least, most = quantities.number_span(f"{bound}{number}")
    greatest = 10**16 if most is None else most
    assert 0 <= least <= greatest
    assert (least <= number <= greatest) == (bound not in (">", "<"))


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_range_reads_the_same_in_both_notations(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert quantities.number_span(f"{low}..{high}") == (low, high)
    assert quantities.number_span(f"{one}/{other}") == (low, high)


@given(st.text("0123456789.~<>=/ PYMWD", max_size=12))
def test_any_number_that_is_accepted_has_words_and_a_span(text: str) -> None:
    try:
        quantities.check_number(text)
    except ValueError:
        return
    least, most = quantities.number_span(text)
    assert most is None or least <= most
    assert quantities.number_for_reader(text, "en")
    assert quantities.number_for_reader(text, "ar")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1,500", "1500"),
        ("1.500", "1500"),
        ("1 500", "1500"),
        ("1500.0", "1500"),
        ("1,200–2,250", "1200..2250"),
        ("1200-2250", "1200..2250"),
        ("1200 to 2250", "1200..2250"),
        ("~ 2,200", "~2200"),
    ],
)
def test_a_number_nearly_right_is_refused_with_the_right_one(written: str, meant: str) -> None:
    with pytest.raises(ValueError, match=f"did you mean {meant}\\?"):
        quantities.check_number(written)


@pytest.mark.parametrize(
    ("written", "meant"), [("6 months", "P6M"), ("6M", "P6M"), ("p2w", "P2W"), ("30 يوم", "P30D")]
)
def test_a_duration_nearly_right_is_refused_with_the_right_one(written: str, meant: str) -> None:
    with pytest.raises(ValueError, match=f"did you mean {meant}\\?"):
        quantities.check_duration(written)
