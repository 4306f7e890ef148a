"""Filters in the text of a query: found where the parser finds them, added and taken away."""

from __future__ import annotations

import pytest

from store.search.query.editing import filters_in, with_filter, without_filter


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
