"""Claims: each whole, in the words of its reader, with who says it and what differs from it."""

from __future__ import annotations

from store.files.page import (
    CitedPlace,
    Claims,
    MarkedPassage,
    StatedFact,
    StatedRelation,
    StatedType,
    page_citations,
)
from store.model.mapping import record_from_mapping
from store.model.records import Bilingual, Citation, Fact, Movement, Qualifiers, Related, Row

FOUA = Row("foua", "zone", "town", Bilingual("Foua", "الفوعة"))
IRAN = Row("iran", "actor", "state", Bilingual("Iran", "إيران"))
DEAL = record_from_mapping(
    {
        "key": "deal",
        "kind": "agreement",
        "type": "evacuation",
        "name": {"en": "Deal", "ar": "اتفاق"},
        "cite": ["a#1"],
        "evacuees": [
            {"value": ">5000", "from": ["foua"], "when": "2017-04-14", "state": "happened",
             "cite": ["b"]},
            {"value": "3000", "from": ["foua"], "when": "2017-04-14", "cite": ["c"],
             "note": {"en": "as told", "ar": "كما ورد"}},
            {"value": "8000", "from": ["foua"], "state": "planned", "cite": ["d"]},
        ],
        "summary": {"en": "It came late;[^a-1] all left, all of them.[^b] [^c]\n\n[^d]It ended."},
    }
)  # fmt: skip
RELATED = (
    Related("has-party", "out", IRAN, citations=(Citation("a", "1"),)),
    Related("mediated-by", "out", IRAN, since="2017", note=Bilingual("some say", "يقول بعضهم"),
            disputed=True, citations=(Citation("b"), Citation("e"))),
)  # fmt: skip


def test_a_value_is_told_with_what_it_is_about_and_the_values_that_exclude_it() -> None:
    told = Claims(DEAL, "en", places={"foua": FOUA}).told(StatedFact(DEAL.facts[0]))
    assert told.in_words == (
        "Deal — People evacuated: more than 5,000 · from Foua · 14 April 2017 · happened"
    )
    assert (told.signs, told.citations) == ((), (Citation("b"),))
    (aside,) = told.asides
    assert (aside.label, aside.citations) == ("Differs from", (Citation("c"),))
    assert aside.text == "3,000 · from Foua · 14 April 2017 (as told)"
    arabic = Claims(DEAL, "ar", places={"foua": FOUA}).told(StatedFact(DEAL.facts[2]))
    assert arabic.in_words == "اتفاق — عدد من أُخلوا: 8,000 · من الفوعة · مقرر"
    assert arabic.signs == ("مقرر",)
    assert not arabic.asides


def test_what_another_record_states_differs_from_what_that_record_states() -> None:
    fact = Fact("evacuees", "5000", about=Qualifiers(origins=("foua",)))
    less = fact._replace(value="900", about=Qualifiers())
    other = DEAL._replace(key="other", name=Bilingual("Other"), facts=(fact, less))
    row = Row("other", "agreement", "", Bilingual("Other"))
    claims = Claims(DEAL, "en", moved=[Movement(row, fact)])
    said = StatedFact(fact, row)
    assert said in claims.everything_said()
    told = claims.told(said, other)
    assert told.in_words == "Other — People evacuated: 5,000 · from foua"
    assert [aside.text for aside in told.asides] == ["900"]
    assert not claims.told(said).asides


def test_a_disputed_relation_is_told_with_what_else_is_said_of_the_two() -> None:
    party, mediator = (Claims(DEAL, "en", RELATED).told(StatedRelation(each)) for each in RELATED)
    assert mediator.in_words == "Deal — mediated by: Iran · since 2017 · disputed (some say)"
    assert [(aside.label, aside.text) for aside in mediator.asides] == [
        ("Also said of the two", "has as party")
    ]
    assert not party.asides


def test_a_citation_in_a_text_stands_for_the_words_before_it_and_the_one_beside_it() -> None:
    claims = Claims(DEAL, "en", RELATED)
    passages = [each for each in claims.everything_said() if isinstance(each, MarkedPassage)]
    told = [claims.told(each) for each in passages]
    assert [claim.value for claim in told] == [
        "It came late;",
        "all left, all of them.",
        "It ended.",
    ]
    assert [[each.source for each in claim.citations] for claim in told] == [
        ["a"],
        ["b", "c"],
        ["d"],
    ]
    second = DEAL.summary.en.index("[^c]")
    assert claims.told(MarkedPassage(passages[1].paragraph, second)) == told[1]


def test_a_place_in_a_source_is_told_with_all_that_it_is_cited_for() -> None:
    claims = Claims(DEAL, "en", RELATED, {"foua": FOUA})
    told = claims.told(CitedPlace(Citation("b")))
    assert [aside.text for aside in told.asides] == [
        "People evacuated: more than 5,000 · from Foua · 14 April 2017 · happened",
        "Text: all left, all of them.",
        "mediated by: Iran · since 2017 · disputed (some say)",
    ]
    assert claims.told(StatedType("deal")).in_words == "Deal — Type: evacuation agreement"


def test_relations_from_elsewhere_are_numbered_behind_what_the_record_cites_itself() -> None:
    found = [citation.reference for citation in page_citations(DEAL, RELATED)]
    assert found == ["a#1", "b", "c", "d", "e"]
