"""Texts typed in the wrong layout, by the keys that people press."""

from __future__ import annotations

import pytest

from store.text.keyboard_layouts import other_layouts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hg.f]hkd", "الزبداني"),  # US QWERTY
        ("hg:f$hkd", "الزبداني"),  # French AZERTY
        ("HG.F]HKD", "الزبداني"),
        (",rt hgkhv", "وقف النار"),
        ("يشقشش", "daraa"),
        ("اخةس", "homs"),
        ("فعقنثغ", "turkey"),
        ("شمشثم", "qlqel"),  # AZERTY: alef where q is
        ("لاشثق", "baer"),  # lam-alef is one key
    ],
)
def test_what_was_meant_is_offered(typed: str, meant: str) -> None:
    assert meant in [other.replace("أ", "ا") for other in other_layouts(typed)]


def test_nothing_is_offered_twice_nor_what_was_typed() -> None:
    offered = other_layouts("دمشق Homs")
    assert len(offered) == len(set(offered))
    assert "دمشق Homs" not in offered
    assert other_layouts("2017") == []


@pytest.mark.parametrize("typed", ["الشيخ مقصود 19/12/2015", "Kefraya 28.3.2017"])
def test_signs_between_digits_are_no_letters(typed: str) -> None:
    sign = typed[-5]
    assert all(other[-5] == sign for other in other_layouts(typed))


@pytest.mark.parametrize("typed", ["refugees of Mekelle", "partition of جزر"])
def test_nobody_means_a_word_that_begins_with_a_mark(typed: str) -> None:
    assert not any(mark in other for other in other_layouts(typed) for mark in (";", "["))
