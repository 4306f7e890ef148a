"""Names in other forms than the one that is kept, asked of the shipped collection."""

from __future__ import annotations

from typing import Final

import pytest

from benchmarks.quality.forms import read_forms, shares
from store.lookup.forms import FORMS
from store.model.records import Bilingual, Record, Relation
from store.store import Store

_LEAST_FIRST: Final = 0.96
_LEAST_IN_THREE: Final = 0.97


def keys(store: Store, query: str) -> list[str]:
    return [hit.key for hit in store.lookup(query)]


@pytest.mark.parametrize(
    ("query", "key", "how"),
    [
        ("pa-x:2093", "astana-memorandum", "identifier"),
        ("PA-X 2093", "astana-memorandum", "identifier"),
        ("٢٠٩٣", "astana-memorandum", "identifier"),
        ("geonames.org/172059", "zabadani", "identifier"),
        ("sy03", "rif-dimashq-governorate", "identifier"),
        ("astana-1-statement", "astana-1-statement", "identifier"),
        ("Zabadani, Rif Dimashq", "zabadani", "with-another"),
        ("الزبداني، ريف دمشق", "zabadani", "with-another"),
        ("Rif Dimashq: Zabadani", "zabadani", "with-another"),
        ("Madaya - Rural Damascus - Syria", "madaya", "with-another"),
        ("Foua [Idlib]", "foua", "with-another"),
        ("زملكا ريف دمشق", "zamalka", "with-another"),
        ("مدينة الزبداني بريف دمشق", "zabadani", "with-another"),
        ("Rif Dimashq Zabadani", "zabadani", "with-another"),
        ("دمشق اليرموك", "yarmouk-camp", "with-another"),
        ("محافظة ريف دمشق مضايا", "madaya", "with-another"),
        ("ريف دمشق الغوطة الشرقية دوما", "douma", "with-another"),
        ("Kobani, formerly Ayn al-Arab", "kobani", "with-another"),
        ("أحمد الشرع الملقب بالجولاني", "ahmed-al-sharaa", "with-another"),
        ("ما يسمى داعش", "isis", "with-another"),
        ("قسد المعروفة بقوات سوريا الديمقراطية", "sdf", "with-another"),
        ("the besieged town of Kefraya", "kefraya", "more-words"),
        ("مدينة كفريا المحاصرة", "kefraya", "more-words"),
        ("Foua köyü", "foua", "more-words"),
        ("where is Foua?", "foua", "more-words"),
        ("news about Arsal", "arsal", "more-words"),
        ("ماذا حدث في سرغايا", "serghaya", "more-words"),
        ("the shelling of Jobar", "jobar", "more-words"),
        ("wer ist Kofi Annan", "kofi-annan", "more-words"),
        ("Homs Muhafazah", "homs-governorate", "more-words"),
        ("Asayish (2012-)", "asayish", "more-words"),
        ("Free Syrian Army (2011-2024)", "free-syrian-army", "more-words"),
        ("Douma April 2018", "douma-evacuation", "date"),
        ("داريا آب ٢٠١٦", "daraya-evacuation", "date"),
        ("Beit Jinn 12/2017", "beit-jinn-agreement", "date"),
        ("Duma Nisan 2018", "douma-evacuation", "date"),
        ("Daraya août 2016", "daraya-evacuation", "date"),
        ("7oms", "homs-city", "digits"),
        ("el 3'ouTa el shar2iye", "eastern-ghouta", "digits"),
        ("7alab el shar2iye", "eastern-aleppo", "digits"),
        ("el 7aras el jomhouri", "republican-guard", "digits"),
        ("7oms el2adime", "old-homs", "digits"),
        ("حەلەب", "aleppo-city", "vowels"),
        ("Ceasefire between Hezbollah and Nusra Front, Arsal", "arsal-evacuation-2017", "parties"),
        ("Agreement between YPG and FSA, Ras al-Ayn", "ras-al-ayn-agreement-2013", "parties"),
        ("Ceasefire agreement between SDF and Islamic State", "sdf-isis-agreement-2017", "parties"),
        ("Agreement between HTS and NLF, January 2019", "hts-nlf-agreement-2019", "parties"),
        ("اتفاق حزب الله وجبهة النصرة في عرسال", "arsal-evacuation-2017", "parties"),
        ("khanalshih", "khan-al-shih", "apart"),
        ("rasalayn", "ras-al-ayn", "apart"),
        ("BeitJinn", "beit-jinn", "apart"),
        ("الدارالكبيرة", "dar-al-kabira", "apart"),
        ("Özgür Suriye Ordusu", "free-syrian-army", "translated"),
        ("Doğu Guta", "eastern-ghouta", "translated"),
        ("Armée de l'islam", "jaysh-al-islam", "translated"),
    ],
)
def test_a_name_in_another_form_is_found_first(
    shipped_to_read: Store, query: str, key: str, how: str
) -> None:
    (first, *_) = shipped_to_read.lookup(query)

    assert (first.key, first.how) == (key, how)


@pytest.mark.parametrize("query", ["Foua and Kefraya", "الفوعة وكفريا", "Kefraya + Foua"])
def test_of_two_names_both_are_found_first(shipped_to_read: Store, query: str) -> None:
    assert set(keys(shipped_to_read, query)[:2]) == {"foua", "kefraya"}


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("مضايا الزبداني", {"madaya", "zabadani"}),
        ("Idlib Russia", {"idlib-city", "russia"}),
        ("جيش الإسلام دوما", {"jaysh-al-islam", "douma"}),
    ],
)
def test_names_side_by_side_are_surely_found(
    shipped_to_read: Store, query: str, named: set[str]
) -> None:
    found = shipped_to_read.lookup(query)
    assert {hit.key for hit in found[:2]} == named
    assert all(hit.sure for hit in found[:2])


def test_of_names_side_by_side_the_agreement_is_meant_that_is_asked_for(
    shipped_to_read: Store,
) -> None:
    query = "United Nations Security Council Resolution 2254"
    assert keys(shipped_to_read, query)[:2] == ["unscr-2254", "security-council"]


@pytest.mark.parametrize("query", ["Agreement between Hamas and Douma", "اتفاق بين حماس ودوما"])
@pytest.mark.parametrize("name", [Bilingual(ar="اتفاق القلعة"), Bilingual(en="Castle deal")])
def test_an_agreement_found_by_whom_it_binds_has_a_name_in_either_script(
    name: Bilingual, query: str
) -> None:
    with Store(":memory:", seeds=None) as store:
        store.put(Record("hamas", "actor", Bilingual(en="Hamas", ar="حماس")))
        store.put(Record("douma", "zone", Bilingual(en="Douma", ar="دوما")))
        has = (Relation("has-party", "hamas"), Relation("covers", "douma"))
        store.put(Record("castle", "agreement", name, relations=has))

        hit = store.lookup(query)[0]

    assert (hit.key, hit.how) == ("castle", "parties")
    assert hit.matched == (name.en or name.ar)


@pytest.mark.parametrize(
    "query",
    ["Agreement between Russia and Turkey", "Foua and Kefraya truce", "Agreement: Turkey"],
)
def test_what_is_named_in_part_is_not_surely_the_agreement_that_is_asked_for(
    shipped_to_read: Store, query: str
) -> None:
    hits = shipped_to_read.lookup(query)
    assert hits
    assert [hit.key for hit in hits if hit.sure and hit.row.kind != "agreement"] == []


def test_an_agreement_goes_before_the_places_that_are_named_with_it(shipped_to_read: Store) -> None:
    assert keys(shipped_to_read, "Zabadani and Madaya agreement")[0] == "four-towns-agreement-2017"


def test_what_a_form_within_a_form_costs_is_told_as_one() -> None:
    with Store(":memory:", seeds=None) as store:
        for name in ("الحاضر", "الخضر"):
            store.put(Record(name.encode().hex(), "zone", Bilingual(ar=name)))

        hits = store.lookup("2l 5ader")

    assert max(dict(hit.why.costs)["form"] for hit in hits) > 3
    assert all(len(dict(hit.why.costs)) == len(hit.why.costs) for hit in hits)


@pytest.mark.parametrize("query", ["S.D.F.", "P L O", "ق.س.د", "ه ت ش"])
def test_initials_one_by_one_are_as_sure_as_together(shipped_to_read: Store, query: str) -> None:
    first, together = (shipped_to_read.lookup(text)[0] for text in (query, "SDF"))
    assert (first.how, first.sure) == (together.how, together.sure) == ("acronym", True)


@pytest.mark.parametrize("query", ["Somalia", "YouTube", "Senegalese", "s.d.f.", "الحوثيونالآن"])
def test_joints_and_initials_are_found_where_they_surely_are(
    shipped_to_read: Store, query: str
) -> None:
    assert not any(hit.sure for hit in shipped_to_read.lookup(query))


def test_a_name_in_a_sentence_is_shown_and_not_sure(shipped_to_read: Store) -> None:
    for query, key in (
        ("قوات النظام تدخل خان الشيح", "khan-al-shih"),
        ("regime jets struck Kefraya overnight", "kefraya"),
    ):
        (first, *_) = shipped_to_read.lookup(query)
        assert (first.key, first.sure) == (key, False)
    assert keys(shipped_to_read, "how to bake sourdough bread") == []


@pytest.mark.parametrize(
    "query",
    ["agreement between Iran and United States", "agreement between Russia and Ukraine",
     "Kandahar and Damascus", "Israel Lebanon ceasefire 2024"],
)  # fmt: skip
def test_what_names_more_than_is_known_is_not_surely_meant(
    shipped_to_read: Store, query: str
) -> None:
    assert not any(hit.sure for hit in shipped_to_read.lookup(query))


@pytest.mark.parametrize("query", ["7amas", "5artoum", "ba3'dad", "7arakat 7amas"])
def test_what_is_heard_of_names_elsewhere_is_none_of_ours(
    shipped_to_read: Store, query: str
) -> None:
    assert not any(hit.sure for hit in shipped_to_read.lookup(query))


@pytest.mark.parametrize("query", ["Beit Sahem", "m3adamiyet el sham"])
def test_a_place_goes_before_an_agreement_that_goes_by_its_name(
    shipped_to_read: Store, query: str
) -> None:
    first, second, *_ = shipped_to_read.lookup(query)
    assert (first.row.kind, second.row.kind) == ("zone", "agreement")


def test_a_region_before_a_place_that_lies_elsewhere_is_none(shipped_to_read: Store) -> None:
    (first, *_) = shipped_to_read.lookup("Daraa Zabadani")
    assert first.how == "several"


def test_a_region_follows_its_place(shipped_to_read: Store) -> None:
    assert "rif-dimashq-governorate" in keys(shipped_to_read, "Zabadani, Rif Dimashq")[1:3]


@pytest.mark.parametrize(
    "query",
    ["b2b", "h2o", "covid19", "m20", "win7", "4x4", "co2", "pa-x:999999", "geonames:5",
     "Kandahar and Kabul", "Tripoli, Libya", "Minsk February 2015",
     "F.A.R.C.", "الخرطوم، السودان", "(,)", "2l", "://", "-,-"],
)  # fmt: skip
def test_what_only_looks_like_a_form_finds_nothing(shipped_to_read: Store, query: str) -> None:
    assert keys(shipped_to_read, query) == []


@pytest.mark.parametrize(
    "query",
    ["siege of Sarajevo", "government of Kenya", "forces of Abidjan", "safe areas in Bosnia",
     "committee of Ayacucho", "حصار غزة", "who is Angela Merkel", "أخبار بنغازي"],
)  # fmt: skip
def test_what_is_said_of_a_name_elsewhere_finds_nothing_here(
    shipped_to_read: Store, query: str
) -> None:
    assert keys(shipped_to_read, query) == []


def test_a_date_in_figures_beside_an_arabic_name_is_no_other_layout(shipped_to_read: Store) -> None:
    (first, *_) = shipped_to_read.lookup("الشيخ مقصود 19/12/2015")
    assert (first.key, first.how, first.sure) == (
        "sheikh-maqsoud-agreement-2015-12",
        "date",
        True,
    )


def test_a_name_as_it_stands_goes_before_every_form(shipped_to_read: Store) -> None:
    for name in ("Qudsaya and al-Hameh agreement", "Astana 7", "Old City of Homs", "القصير (حمص)"):
        assert shipped_to_read.lookup(name)[0].how == "exact"


def test_only_kinds_that_are_asked_are_found(shipped_to_read: Store) -> None:
    for query in ("Zabadani, Rif Dimashq", "Zabadani 2015", "2093", "zabadani-agreement"):
        hits = shipped_to_read.lookup(query, kinds=["agreement"])
        assert {hit.row.kind for hit in hits} == {"agreement"}
    assert shipped_to_read.lookup("2093", kinds=["zone"]) == []


def test_no_part_of_a_query_is_compared_without_end(shipped_to_read: Store) -> None:
    for query in ("a, " * 300, "(" * 400, "و" * 500, "2a" * 400, "Homs and " * 100, "ە" * 900):
        assert len(shipped_to_read.lookup(query)) <= 20


def test_each_form_has_a_name_of_its_own_or_shares_it_knowingly() -> None:
    names = [form.name for form in FORMS]

    # A region is named with a mark or without, several names are joined by a word or by none, and
    # a name may stand among words that are known or not.
    assert len(names) - len(set(names)) == 3
    assert {"exact", "prefix", "word", "spelling", "layout"}.isdisjoint(names)


def test_forms_are_found_as_often_as_has_been_reached(shipped_to_read: Store) -> None:
    forms = [form for form in read_forms() if form.form != "noise" and form.half == "held"]
    first, three = shares(forms, lambda query: keys(shipped_to_read, query))

    assert first >= _LEAST_FIRST
    assert three >= _LEAST_IN_THREE


@pytest.mark.parametrize(
    ("query", "is_sure"),
    [
        ("Gotham, Daraa", False),
        ("Idlib, Kafranbel", False),
        ("كفرنبل (إدلب)", False),
        ("Saraqib town, Idlib", False),
        ("Madaya, Gotham, Rif Dimashq", True),  # it lies in the region that is named
        ("Gotham (formerly Zabadani)", True),
        ("Zabadani, Rif Dimashq", True),
    ],
)
def test_a_region_beside_a_place_that_is_none_here_is_not_surely_meant(
    shipped_to_read: Store, query: str, is_sure: bool
) -> None:
    assert any(hit.sure for hit in shipped_to_read.lookup(query)) is is_sure
