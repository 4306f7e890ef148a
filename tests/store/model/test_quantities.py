"""Durations and numbers: counted as each language counts, refused with what was meant."""

from __future__ import annotations

import pytest

from store.model import quantities


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


def test_numbers_have_their_thousands_set_apart() -> None:
    assert quantities.number_for_reader("1500") == "1,500"
    assert quantities.number_for_reader("1200/2250") == "1,200–2,250"
    for wrong in ("", "1,500", "-3", "1.5", "1/2/3", "many"):
        with pytest.raises(ValueError, match="whole number"):
            quantities.check_number(wrong)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1,500", "1500"),
        ("1.500", "1500"),
        ("1 500", "1500"),
        ("1500.0", "1500"),
        ("1,200–2,250", "1200/2250"),
        ("1200-2250", "1200/2250"),
        ("1200 to 2250", "1200/2250"),
        ("~2200", "2200"),
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
