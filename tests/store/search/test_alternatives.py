"""Several values of one filter: any of them will do, and none is dropped in silence."""

from __future__ import annotations

import pytest

from store.store import Store


def found(store: Store, query: str) -> set[str]:
    return {hit.key for hit in store.search(query, limit=10_000)}


@pytest.mark.parametrize(
    ("several", "each"),
    [
        ("type:ceasefire,evacuation", ("type:ceasefire", "type:evacuation")),
        ("نوع:منطقة،اتفاق", ("kind:zone", "kind:agreement")),
        ("year:2012,2018..2019", ("year:2012", "year:2018..2019")),
        ("actor:russia,turkey", ("actor:russia", "actor:turkey")),
        ("signed-by:russia,iran", ("signed-by:russia", "signed-by:iran")),
        ("from:zabadani,foua", ("from:zabadani", "from:foua")),
        ("before:2012,2013", ("before:2012", "before:2013")),
    ],
)
def test_several_values_find_what_each_finds(
    shipped_to_read: Store, several: str, each: tuple[str, ...]
) -> None:
    assert shipped_to_read.remark_on(several) is None
    assert found(shipped_to_read, several) == set.union(
        *(found(shipped_to_read, query) for query in each)
    )


def test_several_values_can_be_left_out_and_narrow_others(shipped_to_read: Store) -> None:
    without = found(shipped_to_read, "kind:agreement -type:ceasefire,evacuation")
    assert without == found(shipped_to_read, "kind:agreement -type:ceasefire -type:evacuation")


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("type:ceasefire,evakuation", "type:ceasefire,evacuation"),
        ("type:ceasfire,evacuation", "type:ceasefire,evacuation"),
        ("actor:ahrar,russia", "actor:ahrar-al-sham,russia"),
        ("type:ceasefire,", "type:ceasefire"),
    ],
)
def test_one_value_that_is_none_is_told_with_what_was_meant(
    shipped_to_read: Store, query: str, meant: str
) -> None:
    remark = shipped_to_read.remark_on(query)
    assert remark
    assert remark.refusal
    assert meant in [correction.query for correction in remark.corrections]
    assert not found(shipped_to_read, query)


def test_a_name_with_a_comma_is_one_name(shipped_to_read: Store) -> None:
    publisher = shipped_to_read.source("geonames").publisher
    assert ", " in publisher
    assert "zabadani" in found(shipped_to_read, f'source:"{publisher}"')


def test_sources_and_records_are_not_asked_for_together(shipped_to_read: Store) -> None:
    remark = shipped_to_read.remark_on("kind:agreement,source")
    assert remark
    assert remark.refusal
    assert shipped_to_read.remark_on("kind:source,مصدر") is None


@pytest.mark.parametrize(
    ("query", "apart"),
    [
        ("kind:zone,source,actor truce", ["kind:zone,actor truce", "kind:source truce"]),
        ("نوع:مصدر،منطقة", ["نوع:منطقة", "نوع:مصدر"]),
    ],
)
def test_it_is_said_that_both_are_but_not_together(
    shipped_to_read: Store, query: str, apart: list[str]
) -> None:
    remark = shipped_to_read.remark_on(query)
    assert remark
    assert "not listed together" in str(remark.refusal)
    assert [correction.query for correction in remark.corrections] == apart
    assert all(shipped_to_read.remark_on(each) is None for each in apart)
    wrong = shipped_to_read.remark_on("kind:zoone,source")
    assert wrong
    assert "names nothing" in str(wrong.refusal)
