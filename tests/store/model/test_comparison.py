"""Two records beside each other: the same, different, no contradiction, or said in one alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.comparison import Comparison, Likeness, comparison
from store.model.records import Bilingual, Citation, Fact, Qualifiers, Record, Related, Row
from store.model.statements import differ
from tests.store.model.test_statements import facts


def deal(key: str, *stated: Fact) -> Record:
    return Record(key, "agreement", Bilingual(key), facts=stated)


def compared(one: Fact | None, other: Fact | None) -> Comparison:
    first, second = ((fact,) if fact else () for fact in (one, other))
    return comparison((deal("one", *first), deal("other", *second)))


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (Fact("date", "2017-03-28"), Fact("date", "2017-03-28"), "same"),
        (Fact("date", "2017-03"), Fact("date", "2017-03-28"), "completes"),
        (Fact("date", "2015"), Fact("date", "2017-03-28"), "differs"),
        (Fact("evacuees", "2000"), Fact("evacuees", "3000"), "differs"),
        (
            Fact("evacuees", "2000", about=Qualifiers(origins=("foua",))),
            Fact("evacuees", "3000", about=Qualifiers(origins=("madaya",))),
            "completes",
        ),
        (Fact("terms", Bilingual("a truce")), Fact("terms", Bilingual("a camp")), "completes"),
        (Fact("issue", "detainees"), Fact("issue", "weapons"), "completes"),
        (Fact("date", "2017"), None, "one-sided"),
        (None, Fact("date", "2017"), "one-sided"),
    ],
)
def test_a_property_is_as_alike_as_its_values(
    one: Fact | None, other: Fact | None, likeness: Likeness
) -> None:
    (property_,) = compared(one, other).facts

    assert property_.likeness == likeness


def test_who_says_so_makes_no_difference() -> None:
    note = Bilingual("at dawn")
    fact = Fact("date", "2017", note, (Citation("agency"),))
    (property_,) = compared(fact, Fact("date", "2017")).facts

    assert property_.likeness == "same"


@given(facts(), facts())
def test_two_values_differ_in_a_comparison_where_they_would_in_a_record(
    one: Fact, other: Fact
) -> None:
    differing = [each for each in compared(one, other).facts if each.likeness == "differs"]

    assert bool(differing) == differ(one, other)


@given(st.lists(facts(), max_size=5), st.lists(facts(), max_size=5))
def test_turned_round_it_says_the_same(some: list[Fact], others: list[Fact]) -> None:
    there = comparison((deal("one", *some), deal("other", *others)))
    back = comparison((deal("other", *others), deal("one", *some)))

    assert [(each.property, each.likeness) for each in there.facts] == [
        (each.property, each.likeness) for each in back.facts
    ]


def test_relations_are_the_same_with_whom_and_how_they_are() -> None:
    qatar, iran = (Row(key, "actor", "state", Bilingual(key)) for key in ("qatar", "iran"))
    mediated = Related("mediated-by", "out", qatar)
    disputed = Related("mediated-by", "out", qatar, disputed=True)
    party = Related("party", "out", iran)
    records = deal("one"), deal("other")

    def likenesses(*related: list[Related]) -> list[Likeness]:
        one, other = related
        return [each.likeness for each in comparison(records, (one, other)).relations]

    assert likenesses([mediated], [mediated]) == ["same"]
    assert likenesses([mediated], [disputed]) == ["completes"]
    assert likenesses([mediated, party], [mediated]) == ["same", "one-sided"]
    assert likenesses([mediated], [mediated._replace(direction="in")]) == ["one-sided"] * 2
