"""How queries may go on: filters and their values, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from store.search.filters import FILTERS
from store.search.filters.filter import Filter
from store.search.query.parser import parse
from store.store import Store


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ki", "kind:"),
        ("truce ye", "truce year:"),
        ("truce -ty", "truce -type:"),
        ("(zo", "(zone:"),
        ("نو", "نوع:"),
        ("هدنة سن", "هدنة سنة:"),
        ("اثر", "اثر:"),
        ("kind:", "kind:zone"),
        ("kind:ag", "kind:agreement"),
        ("نوع:", "نوع:منطقة"),
        ("نوع:اتف", "نوع:اتفاق"),
        ("type:cease", "type:ceasefire"),
        ('type:"Security C', 'type:"Security Council resolution"'),
        ('صنف:"منطقة خ', 'صنف:"منطقة خفض تصعيد"'),
        ("standing:obs", "standing:observed"),
        ("خلاف:ن", "خلاف:نعم"),
        ("track:so", "track:sochi-track"),
        ("مسار:سو", "مسار:سوتشي"),
        ("marked:", "marked:yes"),
        ("موسوم:ل", "موسوم:لا"),
        ("حالة:مت", "حالة:متوقع"),
        ("zone:idli", "zone:idlib"),
        ("zone:ZABA", "zone:ZABAdani"),
        ("منطقة:ادل", "منطقة:ادلب"),
        ("منطقة:زبد", "منطقة:زبداني"),
        ("actor:russ", "actor:russia"),
        ("جهة:روس", "جهة:روسيا"),
        ("agreement:so", "agreement:sochi-track"),
        ("year:201", "year:2018"),
        ("before:2018", ""),
        ("collection:ar", "collection:article"),
    ],
)
def test_the_likeliest_end_comes_first(shipped_to_read: Store, typed: str, first: str) -> None:
    assert next(iter(shipped_to_read.complete(typed)), "") == first


@pytest.mark.parametrize(
    "typed", ["", "k", "kind", "kind: ", "zabadani", "zone:qqqq", '"a zo', 'zone:"idlib" ', "x:y"]
)
def test_what_is_no_beginning_of_a_filter_is_left_alone(shipped_to_read: Store, typed: str) -> None:
    assert [end for end in shipped_to_read.complete(typed) if end != "kind:"] == []


_NAMES = [(name, item) for item in FILTERS for name in item.names]


@pytest.mark.parametrize(("name", "item"), _NAMES)
def test_every_filter_name_can_be_completed(
    shipped_to_read: Store, name: str, item: Filter
) -> None:
    assert f"{name}:" in shipped_to_read.complete(name[:2])


_FOUND_LATER = ("disputed", "marked", "in")  # texts that nobody has attached yet


@pytest.mark.parametrize(
    ("name", "item"), [each for each in _NAMES if each[1].name not in _FOUND_LATER]
)
def test_what_completes_a_value_is_a_filter_that_finds_something(
    shipped_to_read: Store, name: str, item: Filter
) -> None:
    ends = shipped_to_read.complete(f"{name}:")
    assert ends
    query = parse(ends[0])
    assert [clause.filter for clause in query.filters] == [item]
    if item.name not in ("before", "after"):
        assert shipped_to_read.search(ends[0], limit=1)


@given(some.text(max_size=60) | some.text('kindzoe:نوع" -()*', max_size=30))
def test_any_text_is_only_ever_continued(shipped_to_read: Store, text: str) -> None:
    for end in shipped_to_read.complete(text):
        assert end.startswith(text)
        assert len(end) > len(text)
