"""Each rule of a collection: what breaks it, what keeps to it, and where the fault is found."""

from __future__ import annotations

import pytest

from store.checking.rules.collection import broken_rules, known_of
from store.checking.rules.complaint import Complaint
from store.checking.rules.sources import address_is_well_formed
from store.model.mapping import record_from_mapping
from store.model.records import Bilingual, Record, Source

SOURCES = {
    "afp": Source("afp", Bilingual("Truce"), date="2014-08-18"),
    "cfd": Source("cfd", Bilingual("Ceasefires"), type="dataset"),
    "gazetteer": Source("gazetteer", Bilingual("Places")),
}
RIF = {
    "key": "rif-dimashq",
    "kind": "zone",
    "type": "governorate",
    "name": {"en": "Rif Dimashq"},
    "external": {"ocha": "SY03"},
}
ZABADANI = {
    "key": "zabadani",
    "kind": "zone",
    "type": "city",
    "name": {"en": "Zabadani", "ar": "الزبداني"},
    "aliases": {"en": ["Al-Zabadani", "Zabadany"], "ar": ["الزبدانى"]},
}


def record(**fields: object) -> Record:
    defaults = {"key": "k", "kind": "agreement", "name": {"en": "Name", "ar": "اسم"}}
    return record_from_mapping({**defaults, **fields})


def broken(subject: Record, *around: Record) -> list[Complaint]:
    return list(broken_rules(subject, known_of((subject, *around), SOURCES.get)))


def rules(subject: Record, *around: Record) -> list[str]:
    return [complaint.rule for complaint in broken(subject, *around)]


# --- dates-in-order ---------------------------------------------------------------------------


def test_what_is_carried_out_before_it_is_agreed_is_out_of_order() -> None:
    (complaint,) = broken(record(**{"date": "2016-08-25", "carried-out": "2016-08-20/2016-08-22"}))
    assert complaint.rule == "dates-in-order"
    assert complaint.path == ("carried-out", 0)
    assert complaint.what == "carried-out (2016-08-20/2016-08-22) lies before date (2016-08-25)"


@pytest.mark.parametrize(
    ("agreed", "carried_out"),
    [
        ("2016-08-25", "2016-08-25"),
        ("2016-08", "2016-08-02"),
        ("2016-08-25", "2016"),
        ("2016-08-25", "2016-08~"),
        ("2012/2016", "2014-05-07"),
    ],
)
def test_dates_that_may_be_in_order_are_left_alone(agreed: str, carried_out: str) -> None:
    assert rules(record(**{"date": agreed, "carried-out": carried_out})) == []


def test_an_agreement_broken_before_it_was_in_force_is_out_of_order() -> None:
    assert rules(record(**{"in-force": "2017-01-19", "broken": "2017-01-06"})) == ["dates-in-order"]


# --- inside-governorate -----------------------------------------------------------------------


def test_a_place_outside_its_governorate_is_found_with_how_far_it_lies() -> None:
    relations = [{"predicate": "lies-in", "object": "rif-dimashq", "cite": ["gazetteer"]}]
    aleppo = record(kind="zone", coordinates=[36.2, 37.16], relations=relations)
    (complaint,) = broken(aleppo, record(**RIF))
    assert complaint.rule == "inside-governorate"
    assert "km outside rif-dimashq" in complaint.what
    assert complaint.path == ("coordinates",)


def test_a_place_inside_its_governorate_is_right_through_what_lies_between() -> None:
    valley = record(
        key="valley", kind="zone", relations=[{"predicate": "lies-in", "object": "rif-dimashq"}]
    )
    inside = [{"predicate": "lies-in", "object": "valley", "cite": ["gazetteer"]}]
    village = record(kind="zone", coordinates=[33.6134, 36.1631], relations=inside)
    assert rules(village, valley, record(**RIF)) == []
    swapped = record(kind="zone", coordinates=[36.1631, 33.6134], relations=inside)
    assert rules(swapped, valley, record(**RIF)) == ["inside-governorate"]


def test_places_that_lie_in_each_other_are_no_endless_way() -> None:
    one = record(
        key="a", kind="zone", coordinates=[33.6, 36.1],
        relations=[{"predicate": "lies-in", "object": "b", "cite": ["gazetteer"]}],
    )  # fmt: skip
    other = record(key="b", kind="zone", relations=[{"predicate": "lies-in", "object": "a"}])
    assert rules(one, other) == []


# --- dated-source -----------------------------------------------------------------------------


def test_a_relation_that_no_source_dates_is_found() -> None:
    undated = [{"predicate": "has-party", "object": "zabadani", "cite": ["gazetteer"]}]
    (complaint,) = broken(record(relations=undated), record(**ZABADANI))
    assert (complaint.rule, complaint.path) == ("dated-source", ("relations", 0))
    dated = [{"predicate": "has-party", "object": "zabadani", "cite": ["gazetteer", "afp"]}]
    assert rules(record(relations=dated), record(**ZABADANI)) == []


def test_a_row_of_a_data_set_has_a_date_of_its_own() -> None:
    row = [{"predicate": "has-party", "object": "zabadani", "cite": ["cfd#13"]}]
    whole = [{"predicate": "has-party", "object": "zabadani", "cite": ["cfd"]}]
    assert rules(record(relations=row), record(**ZABADANI)) == []
    assert rules(record(relations=whole), record(**ZABADANI)) == ["dated-source"]


def test_a_relation_cannot_begin_after_all_of_its_sources() -> None:
    later = {"predicate": "has-party", "object": "zabadani", "since": "2015", "cite": ["afp"]}
    assert rules(record(relations=[later]), record(**ZABADANI)) == ["dated-source"]
    in_time = {**later, "since": "2014"}
    assert rules(record(relations=[in_time]), record(**ZABADANI)) == []


# --- figures-cited ----------------------------------------------------------------------------


def test_a_paragraph_with_a_figure_cites_a_source() -> None:
    told = {"en": "Some 700 fighters left.", "ar": "غادر 700 مقاتل.[^afp]"}
    (complaint,) = broken(record(summary=told, cite=["afp"]))
    assert (complaint.rule, complaint.path) == ("figures-cited", ("summary", "en"))
    assert "700" in complaint.what


def test_the_figures_of_a_citation_itself_are_none() -> None:
    told = {"en": "They left.[^afp-2]", "ar": "غادروا.[^afp-2]"}
    assert rules(record(summary=told, cite=["afp#2"])) == []


# --- comparable-length ------------------------------------------------------------------------


def test_a_summary_told_at_length_in_one_language_only_is_found() -> None:
    told = {"en": "The factions and the government agreed. " * 6, "ar": "اتفقت الفصائل والحكومة."}
    assert rules(record(summary=told)) == ["comparable-length"]
    told["ar"] = "اتفقت الفصائل والحكومة. " * 6
    assert rules(record(summary=told)) == []


# --- neutral-words ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The regime besieged the town."),
        ("en", "Terrorists left the town."),
        ("ar", "حاصر النظام البلدة."),
        ("ar", "غادرت المجموعات الإرهابية البلدة."),
        ("ar", "خروج الفصائل والإرهابيين."),
    ],
)
def test_a_loaded_word_that_nobody_claims_is_found(language: str, text: str) -> None:
    found = broken(record(parties=[{"value": {language: text}}]))
    assert [complaint.rule for complaint in found] == ["neutral-words"]
    assert found[0].path == ("parties", "value", language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "According to SANA, terrorists left the town."),
        ("en", "Eleven points, one that the “regime” is the main enemy."),
        ("en", "The agreement covers counter-terrorism."),
        ("ar", "تقول سانا إن الإرهابيين غادروا البلدة."),
        ("ar", "من بنوده أن «النظام» هو العدو."),
    ],
)
def test_a_loaded_word_may_be_quoted_or_claimed_by_somebody(language: str, text: str) -> None:
    assert rules(record(parties=[{"value": {language: text}}])) == []


def test_an_armed_group_bears_the_name_it_bears() -> None:
    group = record(
        key="liwa", kind="actor", name={"en": "Liwa Shuhada al-Islam", "ar": "لواء شهداء الإسلام"}
    )
    told = record(parties=[{"value": {"ar": "وقعه لواء شهداء الإسلام."}}])
    assert rules(told, group) == []
    assert rules(told) == ["neutral-words"]


# --- one-spelling -----------------------------------------------------------------------------


def test_a_name_is_spelled_as_its_own_record_does() -> None:
    told = {"en": "Fighters left Zabadany for the north.", "ar": "غادر المقاتلون والزبدانى خالية."}
    found = broken(record(summary=told), record(**ZABADANI))
    assert [(complaint.rule, complaint.text) for complaint in found] == [
        ("one-spelling", "Zabadany"),
        ("one-spelling", "والزبدانى"),
    ]
    assert found[0].what == "Zabadany is spelled Zabadani elsewhere"


def test_the_article_and_harakat_make_no_other_spelling() -> None:
    told = {"en": "Fighters left Al-Zabadani itself.", "ar": "غادر المقاتلون الزَّبَدَانِي نفسها."}
    assert rules(record(summary=told), record(**ZABADANI)) == []


# --- address ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://example", "the address names no host: 'example'"),
        ("https://exa mple.org/a", "the address names no host: 'exa mple.org'"),
        ("https://example.org/a%2", "a % in the address is not followed by two hexadecimal digits"),
        ("https://example.org/story…", "the address is cut off"),
        ("https://[example.org/a", "the address cannot be read: Invalid IPv6 URL"),
        ("https://example.org:http/a", "the address cannot be read:"),
    ],
)
def test_an_address_that_no_browser_follows_is_found(url: str, fault: str) -> None:
    (complaint,) = address_is_well_formed(Source("s", Bilingual("S"), url=url))
    assert complaint.what.startswith(fault)
    assert complaint.path == ("url",)


@pytest.mark.parametrize(
    "url", ["", "http://zeenews.india.com/news/a_912167.html", "https://sauress.com/a/%d9%87?b=c#d"]
)
def test_an_address_that_works_is_left_alone(url: str) -> None:
    assert list(address_is_well_formed(Source("s", Bilingual("S"), url=url))) == []
