"""Two values differ where they are about the same and exclude each other, else they complete."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.records import Bilingual, Fact, Qualifiers
from store.model.statements import differ, differing
from store.model.vocabulary import PROPERTIES
from tests.store.strategies import dates, numbers, qualifiers

ANY = Qualifiers()
FOUA = Qualifiers(origins=("foua",))
TOWNS = Qualifiers(origins=("foua", "kefraya"))


def people(value: str, about: Qualifiers = ANY) -> Fact:
    return Fact("evacuees", value, about=about)


def facts() -> st.SearchStrategy[Fact]:
    """Facts of every type of value; few words, so that many of two are about the same."""
    places = st.sampled_from([(), ("foua",), ("kefraya",), ("foua", "kefraya")])
    about = st.builds(
        Qualifiers,
        st.sampled_from(["", "everyone", "fighters"]),
        places,
        places,
        st.one_of(st.just(""), dates),
        st.sampled_from(["", "planned", "happened", "claimed", "demanded"]),
    )
    values: dict[str, st.SearchStrategy[str | Bilingual]] = {
        "evacuees": numbers,
        "date": dates,
        "duration": st.sampled_from(["P6M", "P180D", "P2W", "P1Y"]),
        "terms": st.builds(Bilingual, st.sampled_from(["one", "other"])),
    }
    return st.one_of(
        *(st.builds(Fact, st.just(name), value, about=about) for name, value in values.items())
    )


@given(facts(), facts())
def test_differing_is_mutual(one: Fact, other: Fact) -> None:
    assert differ(one, other) == differ(other, one)


@given(facts())
def test_nothing_differs_from_itself(fact: Fact) -> None:
    assert not differ(fact, fact)


@given(st.lists(facts(), max_size=6))
def test_those_that_differ_are_those_of_which_two_do(some: list[Fact]) -> None:
    expected = {i for i, one in enumerate(some) for other in some if differ(one, other)}
    assert differing(some) == expected


@given(st.sampled_from([name for name in PROPERTIES if name != "evacuees"]).flatmap(qualifiers))
def test_values_of_two_properties_never_differ(about: Qualifiers) -> None:
    assert not differ(people("1", about), Fact("inhabitants", "9", about=about))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5000", "8000"),
        (">5000", "3000"),
        ("<300", "300"),
        ("~2000", "2500"),
        ("1000..2000", "3000"),
    ],
)
def test_numbers_differ_that_exclude_each_other(one: str, other: str) -> None:
    assert differ(people(one), people(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("5000", "5000"), (">5000", "8000"), ("<300", "~250"), ("~2200", "2350"), ("1/20", "15"),
     (">0", "7000"), ("<=1500", ">=1500")],
)  # fmt: skip
def test_numbers_that_may_be_the_same_complete_each_other(one: str, other: str) -> None:
    assert not differ(people(one), people(other))


def test_a_part_completes_the_whole_and_differs_if_it_is_more() -> None:
    assert not differ(people("2000", FOUA), people("5000", TOWNS))
    assert differ(people("6000", FOUA), people("5000", TOWNS))
    assert not differ(people("700", Qualifiers("fighters")), people("5000"))
    assert not differ(people("1500", Qualifiers(when="2017-04-14")), people("8000"))
    assert differ(people("9000", Qualifiers(when="2017-04-14")), people("<8000"))


def test_numbers_of_others_complete_each_other() -> None:
    kefraya = Qualifiers(origins=("kefraya",))
    assert not differ(people("2000", FOUA), people("5000", kefraya))
    assert not differ(people("1", Qualifiers("fighters")), people("9", Qualifiers("civilians")))
    first, last = (people(n, Qualifiers(when=n)) for n in ("2017-04", "2018"))
    assert not differ(first._replace(value="1"), last._replace(value="9"))


def test_the_plan_is_not_what_happened_but_a_claim_is_about_it() -> None:
    planned, happened, claimed, demanded = (
        Qualifiers(state=word) for word in ("planned", "happened", "claimed", "demanded")
    )
    assert not differ(people("16000", planned), people("5000", happened))
    assert differ(people("16000", planned), people("5000", planned))
    assert differ(people("16000", claimed), people("5000", happened))
    assert not differ(people("16000", demanded), people("5000", planned))
    assert differ(people("16000", demanded), people("5000"))


def test_dates_differ_that_have_no_day_in_common() -> None:
    def date(value: str, about: Qualifiers = ANY) -> Fact:
        return Fact("carried-out", value, about=about)

    assert differ(date("2017-04-13"), date("2017-04-14"))
    assert not differ(date("2017-04"), date("2017-04-14"))
    assert not differ(date("2017-04-13~"), date("2017-04-14"))
    assert not differ(date("2017-05-08", FOUA), date("2017-05-14", Qualifiers(origins=("qaboun",))))
    assert differ(date("2017-05-08", FOUA), date("2017-05-14", TOWNS))


def test_durations_differ_that_no_number_of_days_meets() -> None:
    def lasts(value: str) -> Fact:
        return Fact("duration", value)

    assert differ(lasts("P6M"), lasts("P9M"))
    assert not differ(lasts("P6M"), lasts("P180D"))


def test_texts_complete_each_other() -> None:
    assert not differ(Fact("terms", Bilingual("one")), Fact("terms", Bilingual("other")))


def test_of_very_many_values_the_first_are_compared() -> None:
    values = [people(str(number)) for number in range(1_000)]
    assert differing(values) == set(range(200))
