"""Each rule of a collection: what breaks it, what keeps to it, and where the fault is found."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

from store.checking.collection import Collection, References
from store.checking.rule import Rule
from store.checking.rules import RULES
from store.checking.rules.address import Address
from store.checking.rules.sound_statements import SoundStatements
from store.checking.rules.traceable_source import TraceableSource
from store.errors import Problem
from store.model.mapping import record_from_mapping
from store.model.records import Bilingual, Qualifiers, Record, Source

ROOT = Path(__file__).parents[4]
FOLDER = ROOT / "store" / "checking" / "rules"
PAGE = (ROOT / "docs" / "checking.md").read_text("utf-8")
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


def collection_of(*records: Record) -> Collection:
    return Collection.of(records, References(lambda _: True, lambda _: True, SOURCES.get))


def broken(subject: Record, *around: Record) -> list[tuple[str, Problem]]:
    """The rules that a record breaks, besides what every record needs, and where."""
    rules = [rule(collection_of(subject, *around)) for rule in RULES if rule.is_named]
    return [(rule.name, problem) for rule in rules for problem in rule.of_record(subject)]


def broken_rules(subject: Record, *around: Record) -> list[str]:
    return [name for name, _ in broken(subject, *around)]


# --- all of them ------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_a_module_of_its_name(rule: type[Rule]) -> None:
    assert rule.__module__.rpartition(".")[2] == rule.name.replace("-", "_")


def test_every_module_of_a_rule_is_registered() -> None:
    modules = {path.stem for path in FOLDER.glob("[!_]*.py")}
    assert modules == {rule.__module__.rpartition(".")[2] for rule in RULES}


def test_each_rule_has_its_heading_in_the_docs_with_what_it_asks() -> None:
    sections = re.findall(r"^### ([\w-]+)\n\n(.+)$", PAGE, re.MULTILINE)
    needed_by_all_first = sorted(RULES, key=lambda rule: rule.is_named)
    asked = [(r.name, f"{r.asks[0].upper()}{r.asks[1:]}.") for r in needed_by_all_first]
    assert sections == asked


# --- dates-in-order ---------------------------------------------------------------------------


def test_what_is_carried_out_before_it_is_agreed_is_out_of_order() -> None:
    ((rule, problem),) = broken(
        record(**{"date": "2016-08-25", "carried-out": "2016-08-20/2016-08-22"})
    )
    assert rule == "dates-in-order"
    assert problem.path == ("carried-out", 0)
    assert problem.what == "carried-out (2016-08-20/2016-08-22) lies before date (2016-08-25)"


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
    assert broken_rules(record(**{"date": agreed, "carried-out": carried_out})) == []


def test_an_agreement_broken_before_it_was_in_force_is_out_of_order() -> None:
    assert broken_rules(record(**{"in-force": "2017-01-19", "broken": "2017-01-06"})) == [
        "dates-in-order"
    ]


# --- outcome-and-stages -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [("never-begun", "carried-out"), ("collapsed", "finished"), ("unknown", "broken")],
)
def test_an_outcome_that_a_stage_excludes_is_found(outcome: str, stage: str) -> None:
    ((rule, problem),) = broken(record(**{"outcome": outcome, stage: "2017-05"}))
    assert (rule, problem.path) == ("outcome-and-stages", ("outcome", 0))
    assert broken_rules(record(**{"outcome": "carried-out", stage: "2017-05"})) == []


# --- traceable-source -------------------------------------------------------------------------


def test_a_source_without_date_or_address_says_why() -> None:
    rule = TraceableSource(collection_of())
    bare = Source("report", Bilingual("Report"))
    assert [problem.path for problem in rule.of_source(bare)] == [("date",), ("url",)]
    found = bare._replace(date="2017", url="https://example.org/report")
    assert list(rule.of_source(found)) == []
    assert list(rule.of_source(bare._replace(note=Bilingual("Printed, without a date.")))) == []


# --- inside-governorate -----------------------------------------------------------------------


def test_a_place_outside_its_governorate_is_found_with_how_far_it_lies() -> None:
    relations = [{"predicate": "lies-in", "object": "rif-dimashq", "cite": ["gazetteer"]}]
    aleppo = record(kind="zone", coordinates=[36.2, 37.16], relations=relations)
    ((rule, problem),) = broken(aleppo, record(**RIF))
    assert rule == "inside-governorate"
    assert "km outside rif-dimashq" in problem.what
    assert problem.path == ("coordinates",)


def test_a_place_inside_its_governorate_is_right_through_what_lies_between() -> None:
    valley = record(
        key="valley", kind="zone", relations=[{"predicate": "lies-in", "object": "rif-dimashq"}]
    )
    inside = [{"predicate": "lies-in", "object": "valley", "cite": ["gazetteer"]}]
    village = record(kind="zone", coordinates=[33.6134, 36.1631], relations=inside)
    assert broken_rules(village, valley, record(**RIF)) == []
    swapped = record(kind="zone", coordinates=[36.1631, 33.6134], relations=inside)
    assert broken_rules(swapped, valley, record(**RIF)) == [
        "coordinates-in-order",
        "inside-governorate",
    ]


# --- coordinates-in-order ---------------------------------------------------------------------


def test_swapped_coordinates_are_found_without_any_other_place() -> None:
    swapped = record(kind="zone", coordinates=[36.63, 35.93])
    ((rule, problem),) = broken(swapped)
    assert rule == "coordinates-in-order"
    assert "did you mean [35.93, 36.63]?" in problem.what
    assert broken_rules(record(kind="zone", coordinates=[35.93, 36.63])) == []
    assert broken_rules(record(kind="zone", coordinates=[15.5, 32.56])) == []  # Khartoum


@pytest.mark.parametrize("lost", [(math.inf, 36.0), (35.0, -math.inf), (1e300, 36.0)])
def test_what_a_damaged_store_has_for_coordinates_is_no_place(lost: tuple[float, float]) -> None:
    nowhere = record(key="nowhere", kind="zone")._replace(coordinates=lost)
    somewhere = record(kind="zone", coordinates=[35.93, 36.63], relations=[
        {"predicate": "lies-in", "object": "nowhere"}])  # fmt: skip
    assert "coordinates-in-order" not in broken_rules(nowhere, somewhere)
    assert "coordinates-in-order" not in broken_rules(somewhere, nowhere)


def test_swapped_coordinates_are_found_by_the_places_around_wherever_they_are() -> None:
    sudan = [[15.5, 32.56], [13.63, 25.35], [12.05, 24.88], [14.4, 33.52]]
    others = [record(key=f"z{n}", kind="zone", coordinates=c) for n, c in enumerate(sudan)]
    assert broken_rules(record(kind="zone", coordinates=[30.22, 19.62]), *others) == [
        "coordinates-in-order"
    ]
    assert broken_rules(record(kind="zone", coordinates=[19.62, 37.22]), *others) == []


def test_swapped_coordinates_are_found_by_what_a_place_lies_in() -> None:
    inside = [{"predicate": "lies-in", "object": "sudan", "cite": ["gazetteer"]}]
    sudan = record(key="sudan", kind="zone", coordinates=[15.5, 32.56])
    town = {"kind": "zone", "relations": inside}
    assert broken_rules(record(**town, coordinates=[33.52, 14.4]), sudan) == [
        "coordinates-in-order"
    ]
    assert broken_rules(record(**town, coordinates=[14.4, 33.52]), sudan) == []


def test_places_that_lie_in_each_other_are_no_endless_way() -> None:
    one = record(
        key="a", kind="zone", coordinates=[33.6, 36.1],
        relations=[{"predicate": "lies-in", "object": "b", "cite": ["gazetteer"]}],
    )  # fmt: skip
    other = record(key="b", kind="zone", relations=[{"predicate": "lies-in", "object": "a"}])
    assert broken_rules(one, other) == []


# --- bound-as-told ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "summary",
    [
        {"en": "About 2,200 left.[^afp]", "ar": "غادر 2200.[^afp]"},
        {"en": "2,200 left.[^afp]", "ar": "غادر نحو 2200.[^afp]"},
    ],
)
def test_a_number_that_the_summary_calls_an_estimate_has_its_bound(
    summary: dict[str, str],
) -> None:
    def leaving(value: str) -> Record:
        return record(casualties=[{"value": value, "cite": ["afp"]}], summary=summary)

    ((rule, problem),) = broken(leaving("2200"))
    assert (rule, problem.path) == ("bound-as-told", ("casualties", 0, "value"))
    assert broken_rules(leaving("~2200")) == []
    assert broken_rules(leaving("3000")) == ["figures-in-facts"]


# --- coded-classes ----------------------------------------------------------------------------


def test_a_class_that_no_data_set_codes_is_found() -> None:
    said = record(ceasefire=[{"value": "preliminary", "cite": ["afp"]}])
    ((rule, problem),) = broken(said)
    assert (rule, problem.path) == ("coded-classes", ("ceasefire", 0, "value"))
    assert broken_rules(record(ceasefire=[{"value": "preliminary", "cite": ["cfd#13"]}])) == []


# --- dated-source -----------------------------------------------------------------------------


def test_a_relation_that_no_source_dates_is_found() -> None:
    undated = [{"predicate": "covers", "object": "zabadani", "cite": ["gazetteer"]}]
    ((rule, problem),) = broken(record(relations=undated), record(**ZABADANI))
    assert (rule, problem.path) == ("dated-source", ("relations", 0))
    dated = [{"predicate": "covers", "object": "zabadani", "cite": ["gazetteer", "afp"]}]
    assert broken_rules(record(relations=dated), record(**ZABADANI)) == []


def test_a_row_of_a_data_set_has_a_date_of_its_own() -> None:
    row = [{"predicate": "covers", "object": "zabadani", "cite": ["cfd#13"]}]
    whole = [{"predicate": "covers", "object": "zabadani", "cite": ["cfd"]}]
    assert broken_rules(record(relations=row), record(**ZABADANI)) == []
    assert broken_rules(record(relations=whole), record(**ZABADANI)) == ["dated-source"]


def test_a_relation_cannot_begin_after_all_of_its_sources() -> None:
    later = {"predicate": "covers", "object": "zabadani", "since": "2015", "cite": ["afp"]}
    assert broken_rules(record(relations=[later]), record(**ZABADANI)) == ["dated-source"]
    in_time = {**later, "since": "2014"}
    assert broken_rules(record(relations=[in_time]), record(**ZABADANI)) == []


# --- figures-cited ----------------------------------------------------------------------------


def test_a_paragraph_with_a_figure_cites_a_source() -> None:
    summary = {"en": "Some 700 fighters left.", "ar": "غادر 700 مقاتل.[^afp]"}
    left = {"value": "~700", "cite": ["afp"]}
    ((rule, problem),) = broken(record(summary=summary, cite=["afp"], casualties=[left]))
    assert (rule, problem.path) == ("figures-cited", ("summary", "en"))
    assert "700" in problem.what


def test_the_figures_of_a_citation_itself_are_none() -> None:
    summary = {"en": "They left.[^afp-2]", "ar": "غادروا.[^afp-2]"}
    assert broken_rules(record(summary=summary, cite=["afp#2"])) == []


# --- comparable-length ------------------------------------------------------------------------


def test_a_summary_told_at_length_in_one_language_only_is_found() -> None:
    summary = {
        "en": "The factions and the government agreed. " * 6,
        "ar": "اتفقت الفصائل والحكومة.",
    }
    assert broken_rules(record(summary=summary)) == ["comparable-length"]
    summary["ar"] = "اتفقت الفصائل والحكومة. " * 6
    assert broken_rules(record(summary=summary)) == []


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
    assert [rule for rule, _ in found] == ["neutral-words"]
    assert found[0][1].path == ("parties", 0, "value", language)


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
    assert broken_rules(record(parties=[{"value": {language: text}}])) == []


def test_an_armed_group_bears_the_name_it_bears() -> None:
    group = record(
        key="liwa", kind="actor", name={"en": "Liwa Shuhada al-Islam", "ar": "لواء شهداء الإسلام"}
    )
    text = record(parties=[{"value": {"ar": "وقعه لواء شهداء الإسلام."}}])
    assert broken_rules(text, group) == []
    assert broken_rules(text) == ["neutral-words"]


# --- one-spelling -----------------------------------------------------------------------------


def test_a_name_is_spelled_as_its_own_record_does() -> None:
    summary = {
        "en": "Fighters left Zabadany for the north.",
        "ar": "غادر المقاتلون والزبدانى خالية.",
    }
    found = broken(record(summary=summary), record(**ZABADANI))
    assert [(rule, problem.text) for rule, problem in found] == [
        ("one-spelling", "Zabadany"),
        ("one-spelling", "والزبدانى"),
    ]
    assert found[0][1].what == "Zabadany is spelled Zabadani elsewhere"


def test_the_article_and_harakat_make_no_other_spelling() -> None:
    summary = {"en": "Fighters left Al-Zabadani itself.", "ar": "غادر المقاتلون الزَّبَدَانِي نفسها."}
    assert broken_rules(record(summary=summary), record(**ZABADANI)) == []


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
    (problem,) = Address(collection_of()).of_source(Source("s", Bilingual("S"), url=url))
    assert problem.what.startswith(fault)
    assert problem.path == ("url",)


@pytest.mark.parametrize(
    "url", ["", "http://zeenews.india.com/news/a_912167.html", "https://sauress.com/a/%d9%87?b=c#d"]
)
def test_an_address_that_works_is_left_alone(url: str) -> None:
    assert list(Address(collection_of()).of_source(Source("s", Bilingual("S"), url=url))) == []


def test_what_lasts_has_an_end_or_says_as_of_when_it_is_known() -> None:
    def controlling(**period: str) -> Record:
        return record(kind="actor", relations=[{"predicate": "controls", "object": "z", **period}])

    assert broken_rules(controlling()) == ["closed-ends"]
    assert broken_rules(controlling(since="2012")) == ["closed-ends"]
    assert broken_rules(controlling(until="2018/..")) == ["closed-ends"]
    assert broken_rules(controlling(until="2018-04")) == []
    assert broken_rules(controlling(**{"as-of": "2018-02"})) == []
    assert broken_rules(record(relations=[{"predicate": "covers", "object": "z"}])) == []


def test_a_value_names_zones_that_are_there_and_says_what_its_property_can_say() -> None:
    references = References(lambda _: True, lambda key: key == "zabadani", SOURCES.get)
    sound = record(evacuees=[{"value": "1", "from": ["zabadani"], "state": "planned"}])
    rule = SoundStatements(Collection.of([sound], references))
    assert list(rule.of_record(sound)) == []

    astray = record(
        evacuees=[{"value": "1"}, {"value": "2", "from": ["zabadani"], "to": ["russia"]}]
    )
    (problem,) = rule.of_record(astray)
    assert problem.path == ("evacuees", 1, "to")
    assert problem.what == "there is no zone 'russia'"

    (date,) = record(date="2017").facts
    told = date._replace(about=Qualifiers(destinations=("zabadani",)))
    (problem,) = rule.of_record(sound._replace(facts=(told,)))
    assert (problem.path, problem.what) == (("date", 0, "to"), "date has no to")


def test_what_was_planned_is_in_no_order() -> None:
    early = {"value": "2016", "cite": ["cfd#1"]}
    dated = {"date": "2017", "carried-out": [{**early, "state": "planned"}]}
    assert broken_rules(record(**dated)) == []
    assert broken_rules(record(**{**dated, "carried-out": [early]})) == ["dates-in-order"]


def test_values_that_differ_in_one_source_say_whose_account_they_are() -> None:
    def counted(**other: object) -> Record:
        one = {"value": "5000", "note": {"en": "an activist's count"}, "cite": ["afp"]}
        return record(casualties=[one, {"value": "900", "cite": ["afp"], **other}])

    assert broken_rules(counted()) == ["whose-account"]
    assert broken_rules(counted(note={"en": "by officials"})) == []
    assert broken_rules(counted(state="planned")) == ["whose-account"]  # the other may be, too
    assert broken_rules(counted(of="fighters")) == []
    assert broken_rules(counted(cite=["cfd#1"])) == []


# --- state-as-noted ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "note",
    [
        {"en": "expected, according to a monitor"},
        {"ar": "العدد المتوقع"},
        {"en": "so many were to leave"},
        {"ar": "وكان مقررًا أن يغادروا"},
    ],
)
def test_a_number_that_was_only_expected_is_not_one_that_was_counted(note: object) -> None:
    casualties = {"value": "1400", "note": note, "cite": ["afp"]}
    found = broken(record(casualties=[casualties]))
    assert [(rule, problem.path) for rule, problem in found] == [
        ("state-as-noted", ("casualties", 0, "state"))
    ]
    assert broken_rules(record(casualties=[{**casualties, "state": "planned"}])) == []
    assert broken_rules(record(casualties=[{**casualties, "state": "happened"}])) == [
        "state-as-noted"
    ]


# --- within-inhabitants -----------------------------------------------------------------------


def test_more_people_than_live_in_a_place_did_not_leave_it() -> None:
    town = record(**{**ZABADANI, "inhabitants": [{"value": "~5000", "cite": ["afp"]}]})
    left = {"value": "8000", "from": ["zabadani"], "state": "planned", "cite": ["afp"]}
    ((rule, problem),) = broken(record(evacuees=[left]), town)
    assert (rule, problem.path) == ("within-inhabitants", ("evacuees", 0))
    assert broken_rules(record(evacuees=[{**left, "value": "<9000"}]), town) == []
    both = {**left, "from": ["zabadani", "madaya"]}
    assert broken_rules(record(evacuees=[both]), town) == []  # nobody says how many live there


def test_a_bound_without_end_leaves_room_for_any_number() -> None:
    town = record(**{**ZABADANI, "inhabitants": [{"value": ">5000", "cite": ["afp"]}]})
    left = {"value": "8000", "from": ["zabadani"], "state": "planned", "cite": ["afp"]}
    assert broken_rules(record(evacuees=[left]), town) == []


# --- both-parties -----------------------------------------------------------------------------


def test_an_agreement_between_one_side_and_nobody_is_found() -> None:
    sides = [{"predicate": "has-party", "object": key, "cite": ["afp"]} for key in ("one", "other")]
    truce = {"type": "ceasefire", "date": "2014"}
    assert broken_rules(record(**truce, relations=sides[:1])) == ["both-parties"]
    assert broken_rules(record(**truce)) == ["both-parties"]
    assert broken_rules(record(**truce, relations=sides)) == []
    assert broken_rules(record(type="ceasefire", announced="2014")) == []
    in_words = [{"value": {"en": "Elders and the army", "ar": "وجهاء والجيش"}, "cite": ["afp"]}]
    assert broken_rules(record(type="evacuation", date="2014", parties=in_words)) == []
    assert broken_rules(record(type="resolution")) == []


# --- dated-source, of what happened -----------------------------------------------------------


def test_what_happened_was_not_reported_before_it_happened() -> None:
    stage = {"value": "2014-08-20", "cite": ["afp"]}
    ((rule, problem),) = broken(record(**{"carried-out": [stage]}))
    assert (rule, problem.path) == ("dated-source", ("carried-out", 0))
    assert broken_rules(record(**{"carried-out": [{**stage, "state": "planned"}]})) == []
    assert broken_rules(record(**{"carried-out": [{**stage, "value": "2014-08"}]})) == []
    assert broken_rules(record(**{"carried-out": [{**stage, "cite": ["afp", "cfd#3"]}]})) == []
    moved = {"value": "40", "when": "2015", "cite": ["afp"]}
    assert broken_rules(record(casualties=[moved])) == ["dated-source"]


# --- figures-in-facts -------------------------------------------------------------------------


def test_a_figure_of_a_summary_stands_in_a_fact() -> None:
    told = {"en": "On 5 May 2014, 1,800 left.[^afp]", "ar": "غادر 1800 في 5 أيار/مايو 2014.[^afp]"}
    bare = {"summary": told, "cite": ["afp"]}
    ((rule, problem),) = broken(record(**bare))
    assert (rule, problem.what) == ("figures-in-facts", "no fact has 1800, 5")
    assert problem.path == ("summary", "en")
    facts = {
        "date": [{"value": "2014-05-05", "cite": ["cfd#1"]}],
        "casualties": [{"value": "~1800", "cite": ["cfd#1"]}],
    }
    assert broken_rules(record(**bare, **facts)) == []
    in_a_note = {"en": "1,800 on 5 May", "ar": "1800 في 5 أيار/مايو"}
    nature = [{"value": {"en": "a deal", "ar": "اتفاق"}, "note": in_a_note, "cite": ["afp"]}]
    assert broken_rules(record(**bare, nature=nature)) == []


def test_a_figure_may_stand_in_a_fact_of_a_related_record() -> None:
    told = {"en": "1,800 left.[^afp]", "ar": "غادر 1800.[^afp]"}
    to_town = [{"predicate": "covers", "object": "zabadani", "cite": ["afp"]}]
    deal = record(summary=told, cite=["afp"], relations=to_town)
    casualties = [{"value": "1800", "cite": ["afp"]}]
    town = record(**ZABADANI, casualties=casualties)
    assert broken_rules(deal, town) == []
    assert broken_rules(deal, record(**ZABADANI)) == ["figures-in-facts"]
    assert broken_rules(deal) == []  # the town is elsewhere, and what it says is not known
    story = record(key="story", kind="zone", summary=told, cite=["afp"])
    naming = record(casualties=casualties, relations=[{**to_town[0], "object": "story"}])
    assert broken_rules(story, naming) == []


# --- same-figures -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("english", "arabic", "missing"),
    [
        ("272 fighters", "262 مقاتلًا", ["272", "262"]),
        ("1,393 delegates", "١٬٣٩٣ مندوبًا", []),
        ("150,000 people", "150 ألف شخص", []),
        ("50 thousand people", "50 ألفًا", []),
        ("1.8 million", "1٫8 مليون", []),
        ("on 4 May", "في 4 أيار/مايو", []),
        ("on 4 May", "في 4 أيار", []),
        ("on 4 May", "في 4 حزيران/يونيو", ["May", "حزيران/يونيو"]),
        ("in January", "وفي كانون الأول/ديسمبر", ["January", "كانون الأول/ديسمبر"]),
        ("24 hours", "يوم كامل", ["24"]),
        ("two towns", "بلدتان", []),
    ],
)
def test_both_languages_give_the_same_figures(
    english: str, arabic: str, missing: list[str]
) -> None:
    nature = [{"value": {"en": english, "ar": arabic}, "cite": ["afp"]}]
    found = broken(record(nature=nature))
    assert [str(problem.what).partition(" stands")[0] for _, problem in found] == missing
    assert {rule for rule, _ in found} <= {"same-figures"}


# --- same-names -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("english", "arabic", "broken_in"),
    [
        ("buses left Zabadani", "خرجت حافلات من الزبداني", []),
        ("buses left Zabadani", "خرجت الحافلات", ["ar"]),
        ("buses left", "خرجت حافلات من الزبداني", ["en"]),
        ("to Zabadany", "للزبداني", []),
        ("to Zabadani", "للزبداني", []),
        ("of al-Zabadani and beyond", "والزبداني وما بعدها", []),
        ("no place", "لا مكان", []),
    ],
)
def test_both_languages_have_the_same_names(
    english: str, arabic: str, broken_in: list[str]
) -> None:
    note = {"en": english, "ar": arabic}
    nature = [{"value": {"en": "a deal", "ar": "اتفاق"}, "note": note, "cite": ["afp"]}]
    found = broken(record(nature=nature), record(**ZABADANI))
    assert [(rule, problem.path[-1]) for rule, problem in found] == [
        ("same-names", language) for language in broken_in
    ]


# --- plain-wording ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("english", "arabic", "instead"),
    [
        ("first buses; 55, by one report", "أولى الحافلات", "Write 'according to one report'"),
        ("a role", "ولعبت دورًا فيه", "Write 'أدت دورًا'"),
        ("a standby report", "أكدت الاتفاق", None),
    ],
)
def test_what_reads_as_translated_has_a_better_phrase(
    english: str, arabic: str, instead: str | None
) -> None:
    nature = [{"value": {"en": english, "ar": arabic}, "cite": ["afp"]}]
    found = [(rule, problem.todo) for rule, problem in broken(record(nature=nature))
             if rule == "plain-wording"]  # fmt: skip
    assert found == ([("plain-wording", instead)] if instead else [])


# --- bound-as-noted ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "note",
    [{"en": "at least, according to an official"}, {"ar": "نحو هذا العدد"}, {"en": "Or more"}],
)
def test_a_bound_in_a_note_is_one_of_the_number(note: object) -> None:
    living = {"value": "500", "note": note, "cite": ["afp"]}
    ((rule, problem),) = broken(record(inhabitants=[living]))
    assert (rule, problem.path) == ("bound-as-noted", ("inhabitants", 0, "value"))
    of_buses = {"en": "fighters, in at least 11 buses", "ar": "مقاتلون، في 11 حافلة على الأقل"}
    assert broken_rules(record(inhabitants=[{**living, "note": of_buses}])) == []
    for bound in (">=500", "~500", "400..500"):
        assert broken_rules(record(inhabitants=[{**living, "value": bound}])) == []


# --- whole-movements --------------------------------------------------------------------------


def test_a_number_of_people_who_left_says_whence_and_whether_they_did() -> None:
    left = {"value": "500", "cite": ["afp"]}
    found = broken(record(evacuees=[left]))
    assert [(rule, problem.path[-1]) for rule, problem in found] == [
        ("whole-movements", "from"),
        ("whole-movements", "state"),
    ]
    whole = {**left, "from": ["zabadani"], "state": "happened"}
    assert broken_rules(record(evacuees=[whole])) == []
