"""What each type of value means, and what a record's facts say."""

from __future__ import annotations

from typing import get_args

import pytest

from store.model import properties
from store.model.mapping_values import ValueReader
from store.model.records import Bilingual, Fact, Record
from store.model.vocabulary import ValueType


def test_every_type_of_the_vocabulary_has_its_entry() -> None:
    assert set(properties.VALUE_TYPES) == set(get_args(ValueType))


@pytest.mark.parametrize(
    ("fact", "english", "arabic"),
    [
        (Fact("date", "2017-05"), "May 2017", "أيار/مايو 2017"),
        (Fact("duration", "P6M"), "6 months", "6 أشهر"),
        (Fact("evacuees", "1200/2250"), "1,200–2,250", "1,200–2,250"),
        (Fact("parties", Bilingual("two sides", "طرفان")), "two sides", "طرفان"),
        (Fact("parties", Bilingual("two sides")), "two sides", "two sides"),
    ],
)
def test_a_value_reads_as_prose(fact: Fact, english: str, arabic: str) -> None:
    assert properties.value_in_words(fact, "en") == english
    assert properties.value_in_words(fact, "ar") == arabic


@pytest.mark.parametrize(
    ("value_type", "value"),
    [
        ("date", None),
        ("date", "yesterday"),
        ("date", ["2017"]),
        ("duration", "6 months"),
        ("number", "many"),
        ("text", None),
        ("text", "words of no language"),
    ],
)
def test_what_is_not_of_a_type_is_a_problem(value_type: ValueType, value: object) -> None:
    reader = ValueReader()
    assert not any(properties.VALUE_TYPES[value_type].read(reader, value, ("field",)))
    assert {problem.path for problem in reader.problems} == {("field",)}


def test_only_dates_lie_in_years() -> None:
    assert properties.years(Fact("date", "2012/2016")) == (2012, 2016)
    assert properties.years(Fact("evacuees", "2017")) is None
    assert properties.years(Fact("parties", Bilingual("2017"))) is None


def test_the_date_of_agreeing_is_preferred_to_other_dates() -> None:
    facts = (Fact("broken", "2018"), Fact("evacuees", "2"), Fact("date", "2017"))
    record = Record("k", "agreement", Bilingual("Name"), facts=facts)
    assert properties.preferred_date(record) == "2017"
    assert [name for name, _ in properties.by_property(record.facts)] == [
        "date",
        "broken",
        "evacuees",
    ]
