"""Filters in the text of a query: found where the parser finds them, added and taken away."""

from __future__ import annotations

import pytest

from store.search.query.editing import (
    filters_in,
    leaving_out,
    values_of,
    with_another,
    with_filter,
    without_filter,
)
from store.search.query.values import values_in


@pytest.mark.parametrize(
    ("query", "name", "value", "after"),
    [
        ("", "actor", "russia", "actor:russia"),
        ("truce", "year", "2013/2016", "truce year:2013/2016"),
        ("kind:zone x", "kind", "actor", "x kind:actor"),
        ('zone:"rif dimashq" y', "zone", "old homs", 'y zone:"old homs"'),
        ("نوع:منطقة", "kind", "actor", "kind:actor"),
        ("سنه:2017", "year", "2018", "year:2018"),
        ("foo-year:2017", "year", "2018", "foo-year:2017 year:2018"),
        ("year:2016 x سنة:2017", "year", "2018", "x year:2018"),
        ("-kind:zone", "kind", "zone", "kind:zone"),
        ("http://x y", "kind", "zone", "http://x y kind:zone"),
    ],
)
def test_a_filter_replaces_those_of_its_name(query: str, name: str, value: str, after: str) -> None:
    assert with_filter(query, name, value) == after


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ('a kind:zone "b c" actor:"x y"', ["kind:zone", 'actor:"x y"']),
        ("-kind:zone (سنه:2017)", ["-kind:zone", "سنه:2017"]),
        ('foo-year:2017 "year:2017" http://x', []),
        ('kind: a actor:"x', ["kind:", 'actor:"x']),
    ],
)
def test_filters_are_found_as_they_are_written(query: str, written: list[str]) -> None:
    found = filters_in(query)

    assert [item.text for item in found] == written
    assert [query[item.start : item.end] for item in found] == written


def test_a_filter_is_taken_away_where_it_stands() -> None:
    query = 'foo-year:2017 "b c" year:2017 -actor:"x y"'
    year, actor = filters_in(query)

    assert without_filter(query, year) == 'foo-year:2017 "b c" -actor:"x y"'
    assert without_filter(query, actor) == 'foo-year:2017 "b c" year:2017'


@pytest.mark.parametrize(
    ("query", "value", "after"),
    [
        ("", "ceasefire", "type:ceasefire"),
        ("x type:ceasefire y", "evacuation", "x type:ceasefire,evacuation y"),
        ("x type:ceasefire,evacuation y", "ceasefire", "x type:evacuation y"),
        ("x type:ceasefire y", "ceasefire", "x y"),
        ("صنف:ceasefire", "evacuation", "صنف:ceasefire,evacuation"),
        ('type:"peace process"', "truce", 'type:"peace process,truce"'),
        ("-type:truce", "ceasefire", "-type:truce type:ceasefire"),
    ],
)
def test_another_value_joins_those_of_its_filter_and_goes_again(
    query: str, value: str, after: str
) -> None:
    assert with_another(query, "type", value) == after


def test_what_is_left_out_twice_is_there_again() -> None:
    once = leaving_out("truce", "type", "peace process")
    assert once == 'truce -type:"peace process"'
    assert leaving_out(once, "type", "peace process") == "truce"


def test_values_that_are_asked_for_and_left_out() -> None:
    query = 'type:a,b -type:"c d" نوع:zone year:2015'
    assert values_of(query, "type") == ({"a", "b"}, {"c d"})
    assert values_of(query, "kind") == ({"zone"}, set())


@pytest.mark.parametrize(
    ("value", "values"),
    [
        ("a,b", ["a", "b"]),
        ("أ،ب", ["أ", "ب"]),
        ("2015,2016", ["2015", "2016"]),
        ("GeoNames, Open-Syria", ["GeoNames, Open-Syria"]),
        ("1,500 people", ["1,500 people"]),
        ("a,", ["a,"]),
        (",", [","]),
        (",".join("a" * 20), ["a"] * 20),
        (",".join("a" * 21), [",".join("a" * 21)]),
    ],
)
def test_a_comma_parts_values_but_not_names_and_numbers(value: str, values: list[str]) -> None:
    assert values_in(value) == values
