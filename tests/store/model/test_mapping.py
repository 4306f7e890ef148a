"""Mappings to records: everything valid comes back, everything wrong is told with its place."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.errors import FieldPath, RecordError
from store.model.mapping import (
    record_from_mapping,
    record_to_mapping,
    source_from_mapping,
    source_to_mapping,
)
from store.model.records import (
    Aliases,
    Bilingual,
    Citation,
    Fact,
    Qualifiers,
    Record,
    Relation,
    Source,
)
from store.model.vocabulary import PROPERTIES
from tests.store.strategies import records, sources

LEAST: dict[str, Any] = {"key": "idlib", "kind": "zone", "name": {"ar": "إدلب"}}


@settings(
    max_examples=settings.default.max_examples // 2, suppress_health_check=[HealthCheck.too_slow]
)
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
        ({"name": {"en": "I\0dlib"}}, "name.en", "NUL"),
        ({"name": {"en": "\ud800"}}, "name.en", "surrogate"),
        ({"name": {"en": "a" * 501}}, "name.en", "more than the 500"),
        ({"type": "provincial-capital"}, "type", "is not one of"),
        ({"type": "cty"}, "type", "did you mean city?"),
        ({"standing": "claimed"}, "standing", "only a consequence"),
        ({"coordinates": [91, 0]}, "coordinates", "did you mean [0.0, 91.0]?"),
        ({"coordinates": [91, 181]}, "coordinates", "decimal degrees"),
        ({"coordinates": [float("inf"), 0]}, "coordinates", "decimal degrees"),
        ({"coordinates": [int("3" * 400), 0]}, "coordinates", "decimal degrees"),
        ({"coordinates": ["3" * 400, 0]}, "coordinates", "decimal degrees"),
        ({"coordinates": [True, 0]}, "coordinates", "decimal degrees"),
        ({"coordinates": ["1_0", 0]}, "coordinates", "decimal degrees"),
        ({"coordinates": [float("nan"), 0]}, "coordinates", "decimal degrees"),
        ({"coordinates": "36"}, "coordinates", "decimal degrees"),
        ({"coordinates": [1, 2, 3]}, "coordinates", "decimal degrees"),
        ({"cite": "article#2"}, "cite", "a list is needed"),
        ({"cite": ["article 2"]}, "cite[1]", "not a source's key"),
        ({"cite": ["article#"]}, "cite[1]", "not a source's key"),
        ({"date": [{"value": "2017-13"}]}, "date[1].value", "no month 13"),
        ({"date": [{"note": {"en": "x"}}]}, "date[1].value", "a value is needed"),
        ({"date": [{"value": " "}]}, "date[1].value", "a value is needed"),
        ({"evacuees": [{"value": "\u2028"}]}, "evacuees[1].value", "a value is needed"),
        ({"date": [{"value": {"en": "2017"}}]}, "date[1].value", "is not a date"),
        ({"inhabitants": [{"value": 1.5}]}, "inhabitants[1].value", "not a whole number"),
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
        record_from_mapping({"key": "A", "kind": "x", "name": {}, "typ": 1})
    assert {problem.field for problem in caught.value.problems} == {"key", "kind", "name", "typ"}


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


def read(**change: object) -> Record:
    return record_from_mapping({**LEAST, **change})


def refusal(**change: object) -> str:
    with pytest.raises(RecordError) as caught:
        record_from_mapping({**LEAST, **change})
    return str(caught.value)


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_what_is_null_or_blank_is_not_given(nothing: str | None) -> None:
    fields = [
        "type", "collection", "confidence", "aliases", "standing", "coordinates", "cite", "date",
        "inhabitants", "parties", "relations", "external", "summary",
    ]  # fmt: skip
    assert read(**dict.fromkeys(fields, nothing)) == read()
    inner = {"en": nothing, "ar": "إدلب"}
    assert read(name=inner).name == Bilingual("", "إدلب")
    fact = {"value": "2017", "note": nothing, "cite": nothing}
    assert read(date=[fact]).facts == (Fact("date", "2017"),)
    relation = {
        "predicate": "lies-in", "object": "syria",
        **dict.fromkeys(("since", "until", "note", "disputed", "cite"), nothing),
    }  # fmt: skip
    assert read(relations=[relation]).relations == (Relation("lies-in", "syria"),)
    assert read(external={"pa-x": nothing}).external == ()


def test_an_empty_item_of_a_list_is_told_and_none_is_stored_as_a_word() -> None:
    assert "aliases.en[2]: an empty item" in refusal(aliases={"en": ["Idleb", None]})
    assert "external.pa-x[2]: an empty item" in refusal(external={"pa-x": [1, None]})
    assert "is not a text; put it in quotes" in refusal(external={"pa-x": {"a": 1}})


def test_what_is_no_text_is_quoted_as_files_write_it() -> None:
    assert "name.en: true is not a text" in refusal(name={"en": True})
    assert 'name.en: ["أ", null] is not a text' in refusal(name={"en": ["أ", None]})
    assert "is needed, not null" in refusal(relations=[None])
    assert 'aliases.en: a list is needed, not {"a": 1}' in refusal(aliases={"en": {"a": 1}})
    assert "'True'" in refusal(confidence="True")
    assert not set("\x1b\u202e") & set(refusal(name={"en": ["\x1b[2J\u202e"]}))


def test_a_data_set_may_have_several_identifiers_of_a_record() -> None:
    external = {"cfd": [46, "39"], "pa-x": "1441", "geonames": 7}
    several = read(external=external)

    assert several.external == (("cfd", "39"), ("cfd", "46"), ("geonames", "7"), ("pa-x", "1441"))
    assert record_to_mapping(several)["external"]["cfd"] == ["39", "46"]
    assert record_to_mapping(several)["external"]["pa-x"] == "1441"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", " \n\n  "])
def test_a_line_break_in_a_short_text_is_a_blank(end: str) -> None:
    assert read(name={"en": f"Geneva{end}statement"}).name.en == "Geneva statement"
    parties = [{"value": {"en": f"Government{end}and opposition"}}]
    assert read(parties=parties).facts[0].value == Bilingual("Government and opposition")
    assert read(aliases={"en": [f"a{end}b"]}).aliases.en == ("a b",)


def test_digits_of_any_script_are_digits_of_dates_numbers_and_coordinates() -> None:
    record = read(
        date="٢٠١٧-٠٥-٠٤", announced="\u200f۲۰۱۷ ", broken="२०१७-०५", inhabitants="١٦٥٠٠٠",
        coordinates=["٣٥٫٩".replace("٫", "."), "36.6"],
    )  # fmt: skip
    values = {fact.property: fact.value for fact in record.facts}
    assert values == {
        "date": "2017-05-04", "announced": "2017", "broken": "2017-05", "inhabitants": "165000",
    }  # fmt: skip
    assert record.coordinates == (35.9, 36.6)


def test_numbers_are_keys_and_identifiers() -> None:
    record = read(key=2017, external={"pa-x": 2093}, cite=[15])
    assert (record.key, record.external) == ("2017", (("pa-x", "2093"),))
    assert record.citations == (Citation("15"),)


@pytest.mark.parametrize(
    "link",
    [
        "syria", "[[syria]]", "[[syria|سوريا]]", "[[zones/syria#History]]", [["syria"]],
        [["zones/syria.md|Syria"]], "[Syria](../zones/syria.md)", " [[syria]] ",
    ],
)  # fmt: skip
def test_a_link_is_a_reference(link: object) -> None:
    relation = read(relations=[{"predicate": "lies-in", "object": link}]).relations[0]
    assert relation.object == "syria"


def test_a_link_is_a_citation_with_its_heading_as_locator() -> None:
    cited = ["[[tass#2]]", "[[sources/tass|TASS]]", [["article#19"]], "tass#2"]
    assert read(cite=cited).citations == (
        Citation("tass", "2"),
        Citation("tass"),
        Citation("article", "19"),
    )


def test_fields_of_other_programs_are_kept_as_they_are() -> None:
    others = {"tags": ["syria", 1.5, None], "cssclasses": "wide", "draft": True, "x": {"a": [{}]}}
    record = read(**others)
    assert dict(record.other_fields).keys() == others.keys()
    mapping = record_to_mapping(record)
    assert {name: mapping[name] for name in others} == others
    assert record_from_mapping(mapping) == record


def test_a_slip_is_no_field_of_another_program() -> None:
    assert "nmae: there is no such field; did you mean name?" in refusal(nmae={"en": "x"})
    assert "Date: there is no such field; did you mean date?" in refusal(Date="2017")
    assert "sha256: there is no such field" in refusal(sha256="0" * 64)


def test_what_is_too_much_is_refused_and_told_in_few_words() -> None:
    assert "100,000 items is too long" in refusal(aliases={"en": list(map(str, range(100_000)))})
    deep: list[object] = []
    for _ in range(5_000):
        deep = [deep]
    for field in ("name", "aliases", "cite", "date", "relations", "external", "tags"):
        assert field in refusal(**{field: deep})
    with pytest.raises(RecordError) as caught:
        read(relations=[{}] * 1_000)
    assert len(caught.value.problems) < 200
    assert "tags" in refusal(tags=float("inf"))
    assert "tags" in refusal(tags="x" * 30_000)


@pytest.mark.parametrize(
    "sentence",
    [[0, 2**63], [0, 10**400], [-1, 5], [0.5, 3], [True, 3], ["a", "b"], [1, 2, 3], "12"],
)
def test_a_sentence_lies_in_a_text_of_possible_length(sentence: object) -> None:
    with pytest.raises(RecordError, match="start, end"):
        source_from_mapping(
            {"key": "a", "kind": "source", "title": {"en": "A"}, "sentences": [sentence]}
        )


def test_aliases_without_languages_are_sorted_by_script() -> None:
    assert read(aliases=["Idleb", "ادلب"]).aliases == Aliases(("Idleb",), ("ادلب",))


def test_too_many_fields_are_not_looked_at_one_by_one() -> None:
    fields = {f"nam{number}": 1 for number in range(2_000)}
    with pytest.raises(RecordError) as raised:
        record_from_mapping({"key": "a", "kind": "zone", "name": {"en": "A"}, **fields})
    assert "a record of 2,003 fields is too long; at most 1,000 are read" in str(raised.value)


def _problems_of(**fields: object) -> list[tuple[FieldPath, str]]:
    mapping = {"key": "k", "kind": "agreement", "name": {"en": "K"}, **fields}
    with pytest.raises(RecordError) as refused:
        record_from_mapping(mapping)
    return [(problem.path, str(problem.what)) for problem in refused.value.problems]


def test_a_value_says_what_it_is_about() -> None:
    value = {
        "value": ">5000",
        "of": "civilians",
        "from": ["foua", "[[kefraya|Kefraya]]"],
        "to": "idlib",
        "when": "٢٠١٧-٠٤-١٤",
        "state": "happened",
    }
    record = record_from_mapping(
        {"key": "k", "kind": "agreement", "name": {"en": "K"}, "evacuees": [value]}
    )

    (fact,) = record.facts
    assert fact.about == Qualifiers(
        "civilians", ("foua", "kefraya"), ("idlib",), "2017-04-14", "happened"
    )
    (written,) = record_to_mapping(record)["evacuees"]
    listed = {"from": ["foua", "kefraya"], "to": ["idlib"], "when": "2017-04-14"}
    assert written == {**value, **listed}


def test_what_a_property_cannot_say_is_refused_with_where_it_can_stand() -> None:
    assert _problems_of(date=[{"value": "2017", "to": ["idlib"]}]) == [
        (
            ("date", 0, "to"),
            "date has no to; it can stand with evacuees, released, returned, displaced",
        )
    ]
    assert _problems_of(inhabitants=[{"value": "9", "from": ["idlib"]}])[0][0] == (
        "inhabitants", 0, "from",
    )  # fmt: skip
    (found,) = _problems_of(date=[{"value": "2017", "when": "2017"}])
    assert found[0] == ("date", 0, "when")


def test_what_is_no_word_place_date_or_number_is_refused() -> None:
    problems = dict(
        _problems_of(
            evacuees=[
                {"value": ">many", "of": "fighter", "from": ["A B"], "when": "May", "state": "done"}
            ]
        )
    )
    assert problems.keys() == {
        ("evacuees", 0, name) for name in ("value", "of", "when", "state")
    } | {("evacuees", 0, "from", 0)}
    assert "did you mean fighters?" in problems["evacuees", 0, "of"]
    assert "a bound like ~2200" in problems["evacuees", 0, "value"]


def test_properties_that_said_of_whom_read_as_values_of_general_ones() -> None:
    mapping = {
        "key": "k",
        "kind": "agreement",
        "name": {"en": "K"},
        "civilians": [{"value": "4"}],
        "fighters": [{"value": "2", "cite": ["afp"]}, {"value": "3", "state": "planned"}],
        "evacuees": [{"value": "9"}],
        "detainees": "5",
        "deaths": "1",
    }
    record = record_from_mapping(mapping)

    said = [(one.property, one.value, one.about.of, one.about.state) for one in record.facts]
    assert said == [
        ("evacuees", "9", "", ""),
        ("evacuees", "2", "fighters", ""),
        ("evacuees", "3", "fighters", "planned"),
        ("evacuees", "4", "civilians", ""),
        ("released", "5", "detainees", "planned"),
        ("casualties", "1", "dead", ""),
    ]  # fmt: skip
    assert record_from_mapping(record_to_mapping(record)) == record


def test_a_former_predicate_reads_as_what_it_is_now() -> None:
    former = {"predicate": " observed-by", "object": "sarc", "note": {"en": "its buses"}}
    record = record_from_mapping({**LEAST, "relations": [former]})

    assert record.relations == (Relation("attended-by", "sarc", note=Bilingual("its buses")),)
    assert record_to_mapping(record)["relations"][0]["predicate"] == "attended-by"


def test_a_problem_in_a_former_property_is_told_where_it_stands() -> None:
    assert _problems_of(fighters=[{"value": "x"}])[0][0] == ("fighters", 0, "value")


def _related(*relations: dict[str, object]) -> Record:
    return record_from_mapping({**LEAST, "relations": list(relations)})


def test_what_lasts_may_begin_again_and_says_as_of_when_it_held() -> None:
    first = {"predicate": "controls", "object": "douma", "since": "2012", "until": "2014"}
    second = {"predicate": "controls", "object": "douma", "since": "2016", "as-of": "2018-02"}
    record = _related(first, second)

    assert [one.as_of for one in record.relations] == ["", "2018-02"]
    assert record_to_mapping(record)["relations"] == [first, second]


def test_nothing_else_stands_twice() -> None:
    twice = [{"predicate": "covers", "object": "douma", "since": year} for year in ("2012", "2016")]
    assert _problems_of(relations=twice) == [(("relations", 1), "covers douma stands here twice")]
    same = {"predicate": "controls", "object": "douma", "since": "2012"}
    assert _problems_of(relations=[same, same])[0][0] == ("relations", 1)


def test_as_of_stands_only_where_an_end_may_be_missed() -> None:
    (found,) = _problems_of(relations=[{"predicate": "covers", "object": "douma", "as-of": "2018"}])
    assert found[0] == ("relations", 0, "as-of")
    assert found[1].startswith("covers does not last; as-of stands with ")
    ended = {"predicate": "controls", "object": "douma", "until": "2017", "as-of": "2018"}
    ((path, _),) = _problems_of(relations=[ended])
    assert path == ("relations", 0, "as-of")
