"""Mappings to records: everything valid comes back, everything wrong is told with its place."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.errors import RecordError
from store.model.mapping import (
    record_from_mapping,
    record_to_mapping,
    source_from_mapping,
    source_to_mapping,
)
from store.model.records import Bilingual, Fact, Record, Source
from store.model.vocabulary import PROPERTIES
from tests.store.strategies import records, sources

LEAST: dict[str, Any] = {"key": "idlib", "kind": "zone", "name": {"ar": "إدلب"}}


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_any_valid_record_comes_back_through_json(record: Record) -> None:
    mapping = json.loads(json.dumps(record_to_mapping(record)))
    assert record_from_mapping(mapping) == record


@given(sources)
def test_any_valid_source_comes_back_through_json(source: Source) -> None:
    assert source_from_mapping(json.loads(json.dumps(source_to_mapping(source)))) == source


def test_a_key_a_kind_and_one_name_suffice() -> None:
    assert record_from_mapping(LEAST) == Record("idlib", "zone", Bilingual("", "إدلب"))


def test_a_property_may_be_one_plain_value() -> None:
    record = record_from_mapping({**LEAST, "date": "2017-05", "inhabitants": 165000})
    assert record.facts == (Fact("date", "2017-05"), Fact("inhabitants", "165000"))


def test_texts_are_stripped_and_repetitions_dropped() -> None:
    record = record_from_mapping(
        {**LEAST, "aliases": {"en": [" Idleb ", "Idleb", ""]}, "cite": ["a#1", "a#1"]}
    )
    assert record.aliases.en == ("Idleb",)
    assert len(record.citations) == 1


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"key": "Idlib"}, "key", "lower-case letters"),
        ({"key": None}, "key", "lower-case letters"),
        ({"key": "../etc/passwd"}, "key", "lower-case letters"),
        ({"key": "a" * 121}, "key", "at most 120"),
        ({"kind": "zones"}, "kind", "did you mean zone?"),
        ({"kind": None}, "kind", "one of these is needed"),
        ({"kind": ["zone"]}, "kind", "is not one of"),
        ({"name": {}}, "name", "at least one language"),
        ({"name": "Idlib"}, "name", "{en: …, ar: …} is needed"),
        ({"name": {"fr": "Idleb"}}, "name.fr", "no such field"),
        ({"name": {"en": "I\ndlib"}}, "name.en", "line break"),
        ({"name": {"en": "I\0dlib"}}, "name.en", "NUL"),
        ({"name": {"en": "\ud800"}}, "name.en", "surrogate"),
        ({"name": {"en": "a" * 501}}, "name.en", "more than the 500"),
        ({"type": "provincial-capital"}, "type", "is not one of"),
        ({"type": "cty"}, "type", "did you mean city?"),
        ({"standing": "claimed"}, "standing", "only a consequence"),
        ({"coordinates": [91, 0]}, "coordinates", "decimal degrees"),
        ({"coordinates": [float("nan"), 0]}, "coordinates", "decimal degrees"),
        ({"coordinates": "36"}, "coordinates", "decimal degrees"),
        ({"coordinates": [1, 2, 3]}, "coordinates", "decimal degrees"),
        ({"cite": "article#2"}, "cite", "a list is needed"),
        ({"cite": ["article 2"]}, "cite[1]", "not a source's key"),
        ({"cite": ["article#"]}, "cite[1]", "not a source's key"),
        ({"date": [{"value": "2017-13"}]}, "date[1].value", "no month 13"),
        ({"date": [{"note": {"en": "x"}}]}, "date[1].value", "a value is needed"),
        ({"date": [{"value": {"en": "2017"}}]}, "date[1].value", "is not a date"),
        ({"inhabitants": [{"value": 1.5}]}, "inhabitants[1].value", "is not a number"),
        ({"nature": [{"value": {}}]}, "nature[1].value", "at least one language"),
        ({"dates": "2017"}, "dates", "did you mean date?"),
        ({"relations": [{"object": "a"}]}, "relations[1].predicate", "one of these is needed"),
        (
            {"relations": [{"predicate": "lies-in", "object": "a", "disputed": "maybe"}]},
            "relations[1].disputed",
            "neither true nor false",
        ),
        (
            {"relations": [{"predicate": "lies-in", "object": "a"}] * 2},
            "relations[2]",
            "stands here twice",
        ),
        ({"external": ["1"]}, "external", "is needed"),
    ],
)
def test_what_is_wrong_is_told_with_its_field(
    change: dict[str, Any], field: str, said: str
) -> None:
    with pytest.raises(RecordError) as caught:
        record_from_mapping({**LEAST, **change})

    found = {problem.field: problem.what for problem in caught.value.problems}
    assert field in found
    assert said in found[field]


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(RecordError) as caught:
        record_from_mapping({"key": "A", "kind": "x", "name": {}, "foo": 1})
    assert {problem.field for problem in caught.value.problems} == {"key", "kind", "name", "foo"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": {}}, "title"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "https://a b"}, "url"),
        ({"sha256": "abc"}, "sha256"),
        ({"sentences": [[5, 5]]}, "sentences[1]"),
        ({"sentences": [3]}, "sentences[1]"),
        ({"type": "blog"}, "type"),
        ({"date": "yesterday"}, "date"),
        ({"name": {"en": "x"}}, "name"),
    ],
)
def test_what_is_wrong_in_a_source_is_told_with_its_field(
    change: dict[str, Any], field: str
) -> None:
    with pytest.raises(RecordError) as caught:
        source_from_mapping({"key": "tass", "kind": "source", "title": {"en": "T"}, **change})
    assert field in [problem.field for problem in caught.value.problems]


_json = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["value", "en", "predicate", "cite"]), inner, max_size=3)
    ),
    max_leaves=6,
)
_fields = st.sampled_from(
    ["name", "aliases", "cite", "relations", "external", "coordinates", "summary", *PROPERTIES]
)


@given(st.dictionaries(_fields, _json, max_size=4))
def test_any_json_is_a_record_or_refused(change: dict[str, Any]) -> None:
    with suppress(RecordError):
        record = record_from_mapping({**LEAST, **change})
        assert record_from_mapping(record_to_mapping(record)) == record
