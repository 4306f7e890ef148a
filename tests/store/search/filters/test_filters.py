"""The registry of filters: names that mean one thing, and conditions that keep their word."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from store.model.vocabulary import Kind
from store.search.filters import FILTERS, ROLES, filter_named
from store.search.filters.filter import Filter
from store.store import Store
from store.text import folding
from tests.thoroughly import in_turns_of

_VALUES = ("zone", "ceasefire", "2017", "idlib", "russia", "yes", "no", "article", "A", "broken",
           "observed", "nothing that is")  # fmt: skip


def test_no_name_means_two_filters() -> None:
    folded = Counter(folding.fold(name) for item in FILTERS for name in item.names)

    assert set(folded.values()) == {1}


@pytest.mark.parametrize("item", FILTERS)
def test_a_filter_goes_by_its_names_in_both_languages(item: Filter) -> None:
    assert item.name.isascii()
    assert item.arabic_names
    assert all(map(folding.is_arabic, item.arabic_names))
    assert all(filter_named(name.upper()) is item for name in item.names)


@pytest.mark.parametrize(("item", "value"), in_turns_of(FILTERS, _VALUES))
def test_a_condition_that_needs_an_id_alone_names_no_other_column(
    shipped_to_read: Store, item: Filter, value: str
) -> None:
    condition = item.condition(shipped_to_read._connection, value)

    columns = set(re.findall(r"\brecords\.(\w+)", condition.sql))
    assert condition.needs_id_alone == (columns <= {"id"})
    assert condition.negated().needs_id_alone == condition.needs_id_alone


# Of confidence the others are those that are graded otherwise, as many records have no grade.
@pytest.mark.parametrize(
    ("item", "value"),
    in_turns_of([item for item in FILTERS if item.name != "confidence"], _VALUES),
)
def test_a_negated_filter_finds_exactly_the_others(
    shipped_to_read: Store, item: Filter, value: str
) -> None:
    found = {hit.key for hit in shipped_to_read.search(f'{item.name}:"{value}"', limit=1_000)}
    others = {hit.key for hit in shipped_to_read.search(f'-{item.name}:"{value}"', limit=1_000)}

    assert not found & others
    assert len(found | others) == len(shipped_to_read.records())


@pytest.mark.parametrize("name", ["before", "after", "year"])
@pytest.mark.parametrize("value", ["2015..2016", "2015–2016", "..", "/", "x", "٢٠١٥"])
def test_no_value_of_a_date_is_an_error(shipped_to_read: Store, name: str, value: str) -> None:
    found = shipped_to_read.search(f"{name}:{value}", limit=1)

    assert bool(found) == any(map(str.isdigit, value))


@pytest.mark.parametrize(
    ("query", "kind"), [("", None), ("type:evacuation", None), ("truce", "agreement")]
)
def test_a_dialog_counts_what_each_value_leaves(
    shipped_to_read: Store, query: str, kind: Kind | None
) -> None:
    choices = shipped_to_read.filter_choices(query, kind)
    assert choices.keys() == {item.name for item in (*FILTERS, *ROLES) if item.tally}
    for of_one in choices.values():
        for choice in of_one[:2]:
            narrowed = shipped_to_read.with_filter(query, choice)
            found = shipped_to_read.search(narrowed, kinds=[kind] if kind else None, limit=1_000)
            assert len(found) == choice.leaves, narrowed
