"""Of records that are nearly as likely, that stands first which has more of what was asked."""

from __future__ import annotations

import pytest

from store.model.records import Aliases, Bilingual, Record
from store.store import Store


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("Security Council Res. 2401", "unscr-2401"),
        ("Talbisa, Rastan and Al-Hula ceasefire", "northern-homs-cairo-agreement"),
        ("Foua and Kefraya", "foua"),  # two names, and no word of an agreement
        ("Zabadani", "zabadani"),
    ],
)
def test_what_has_all_words_stands_before_a_name_of_one(
    shipped_to_read: Store, query: str, meant: str
) -> None:
    assert next(iter(shipped_to_read.lookup(query))).key == meant


@pytest.mark.parametrize(
    "query", ["Nationwide Ceasefire Agreement Myanmar", "اتفاق وقف إطلاق النار الشامل في السودان"]
)
def test_an_agreement_of_a_country_elsewhere_is_none_of_ours(
    shipped_to_read: Store, query: str
) -> None:
    assert not shipped_to_read.lookup(query)


def test_of_namesakes_that_stands_first_which_goes_by_most_names() -> None:
    with Store(":memory:", seeds=None) as store:
        for key, names in (("hamlet", ()), ("town", ("Kharsah", "Harsa")), ("farm", ("Xarsa",))):
            store.put(Record(key, "zone", Bilingual(ar="خرسة"), aliases=Aliases(names)))

        assert [hit.key for hit in store.lookup("خرسة")] == ["town", "farm", "hamlet"]
