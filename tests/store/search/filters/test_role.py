"""Filters of roles: each predicate names its own, from both sides and in both languages."""

from __future__ import annotations

import pytest

from store.model.records import Bilingual, Record, Relation
from store.model.vocabulary import PREDICATES
from store.search.filters import FILTERS, ROLES, filter_named
from store.store import Store
from store.text import folding


def test_every_predicate_is_asked_from_both_sides_and_in_both_languages() -> None:
    sides = sum(1 if predicate.symmetric else 2 for predicate in PREDICATES.values())

    assert len(ROLES) == sides
    for item in (*FILTERS, *ROLES):
        assert item.arabic_names
        assert all(map(folding.is_arabic, item.arabic_names))
        # Each name is the filter's own, with its hyphens or without them.
        assert {filter_named(name) for name in item.names} == {item}
        assert {filter_named(name.replace("-", "").upper()) for name in item.names} == {item}


@pytest.fixture
def roles(small_store: Store) -> Store:
    """Two actors of one beginning, of whom one has signed something, and places in places."""

    def record(key: str, kind: str, name: str, *relations: Relation) -> Record:
        return Record(key, kind, Bilingual(*name.split(" · ")), relations=relations)  # type: ignore[arg-type]

    small_store.put(record("wide", "zone", "Wide · الواسعة"))
    small_store.put(record("middle", "zone", "Middle · الوسطى", Relation("lies-in", "wide")))
    small_store.put(record("inner", "zone", "Inner · الداخل", Relation("lies-in", "middle")))
    small_store.put(record("sons-north", "actor", "Sons of North · أبناء الشمال"))
    small_store.put(record("sons-south", "actor", "Sons of South · أبناء الجنوب"))
    small_store.put(
        record("paper", "agreement", "Paper · ورقة", Relation("signed-by", "sons-south"),
               Relation("evacuates", "inner"))
    )  # fmt: skip
    return small_store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("signed-by:sons-south", {"paper"}),
        ("signatory:sons", {"paper"}),  # the one of them who signed anything
        ('بتوقيع:"أبناء الجنوب"', {"paper"}),
        ("signed:paper", {"sons-south"}),
        ("وقع:ورقة", {"sons-south"}),
        ("evacuated:inner", {"paper"}),
        ("evacuated-under:paper", {"inner"}),
        ("lies-in:wide", {"middle", "inner"}),
        ("contains:inner", {"middle", "wide"}),
        ("kind:zone -lies-in:wide -contains:inner lies-in:middle", set()),
        ("signed-by:sons-north", set()),
    ],
)
def test_a_role_finds_who_stands_in_it(roles: Store, query: str, found: set[str]) -> None:
    assert {hit.key for hit in roles.search(query)} == found
    assert roles.remark_on(query) is None


def test_a_value_that_fits_several_offers_them_and_finds_none(roles: Store) -> None:
    remark = roles.remark_on("truce -actor:sons 1")

    assert remark
    assert not roles.search("actor:sons")
    assert {(each.key, each.query) for each in remark.corrections} == {
        (key, f"truce -actor:{key} 1") for key in ("sons-north", "sons-south")
    }


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("signed-by:", ""),
        ("mediated-by: x", ""),
        ('from:""', ""),
        ("signd-by:sons", "signed-by:sons"),
        ("kind:agrement x", "kind:agreement x"),
        ("year:20166 x", ""),
    ],
)
def test_a_filter_that_cannot_be_asked_is_never_searched_as_words(
    roles: Store, query: str, meant: str
) -> None:
    remark = roles.remark_on(query)

    assert remark
    assert remark.refusal
    assert remark.is_about_filter
    if meant:
        assert meant in [each.query for each in remark.corrections]


@pytest.mark.parametrize("words", ["http://example.org", "note:this", "Ahrar al-Sham: history"])
def test_words_before_a_colon_are_words(roles: Store, words: str) -> None:
    assert roles.remark_on(words) is None
