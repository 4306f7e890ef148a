"""How likely a Latin spelling of an Arabic name is, how that is learned, and what it changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality.spellings import learned, module, word_pairs
from store.lookup.candidates import Candidates, HeldWords
from store.lookup.transliteration.likelihood import letters, likelihood
from store.model.records import Bilingual, Record
from store.store import Store

UNLIKELIEST = -5.0
LEAST_SURE = 80


def named_in_arabic(*names: str) -> Store:
    """A store of places that have Arabic names alone, each under its name as key."""
    store = Store(":memory:", seeds=None)
    for number, name in enumerate(names):
        store.put(Record(f"place-{number}", "zone", Bilingual(ar=name)))
    return store


def found(store: Store, query: str) -> list[str]:
    with store:
        return [hit.matched for hit in store.lookup(query)]


@pytest.mark.parametrize(
    ("spelling", "likelier", "other"),
    [
        ("El Khader", "الخضر", "الحاضر"),
        ("thabit", "ثابت", "تابت"),
        ("burqayn", "برقين", "بروقين"),
        ("khan", "خان", "حان"),
        ("Jaba`", "جبع", "جبا"),
        ("Si`ir", "سعير", "صير"),
    ],
)
def test_of_names_that_sound_alike_the_likelier_spelling_is_told(
    spelling: str, likelier: str, other: str
) -> None:
    asked = letters(spelling)

    assert likelihood(asked, letters(likelier)) > likelihood(asked, letters(other))


@given(st.text(), st.text())
def test_any_texts_have_a_likelihood_within_its_bounds(latin: str, arabic: str) -> None:
    if asked := letters(latin):
        assert UNLIKELIEST <= likelihood(asked, letters(arabic)) <= 0


def test_signs_of_ain_and_hamza_are_letters_and_articles_are_not() -> None:
    assert letters("al-Jaba`") == letters("Jabaʿ") == "jabaʕ"
    assert letters("Ma'rib") == "maʔrib"


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("El Khader", ("الحاضر", "الخضر")),
        ("Ma`in", ("معان", "ماعين")),
        ("Si`ir", ("صير", "سعير")),
        ("سما", ("Shamma", "Samma")),
    ],
)
def test_a_name_of_the_other_script_stands_before_one_that_is_spelt_so_less_often(
    query: str, names: tuple[str, str]
) -> None:
    with Store(":memory:", seeds=None) as store:
        for number, name in enumerate(names):
            is_latin = name.isascii()
            title = Bilingual(en=name) if is_latin else Bilingual(ar=name)
            store.put(Record(f"place-{number}", "zone", title))

        assert next(iter(store.lookup(query))).key == "place-1"


def test_what_a_spelling_costs_is_told() -> None:
    with named_in_arabic("معان", "ماعين") as store:
        first, second = store.lookup("Ma`in")

    assert "spelling" not in dict(first.why.costs)
    assert dict(second.why.costs)["spelling"] > 0


@pytest.mark.parametrize("query", ["Sweida", "`Aleih", "Ma`in"])
def test_what_costs_so_much_that_it_is_not_like_enough_is_not_surely_meant(query: str) -> None:
    names = ("السويداء", "السودا", "علي الشرقي", "عاليه", "معين", "مان")
    with named_in_arabic(*names) as store:
        hits = store.lookup(query)

    assert any("spelling" in dict(hit.why.costs) for hit in hits)
    assert [hit.matched for hit in hits if hit.sure and hit.score < LEAST_SURE] == []


@pytest.mark.parametrize("query", ["town of El Khader", "where is El Khader?", "El 5ader"])
def test_a_spelling_is_weighed_in_every_form_in_which_a_name_is_asked(query: str) -> None:
    assert found(named_in_arabic("الحاضر", "الخضر"), query) == ["الخضر", "الحاضر"]


def test_names_of_the_query_s_own_script_cost_nothing_by_spelling(shipped_to_read: Store) -> None:
    for hit in shipped_to_read.lookup("Zabadani"):
        assert hit.how == "cross-script" or "spelling" not in dict(hit.why.costs)


def test_a_record_without_a_name_in_the_query_s_script_is_found_by_a_less_like_one() -> None:
    assert found(named_in_arabic("حلب", "دمشق"), "Alep") == ["حلب"]


def test_and_is_never_surely_meant_by_it() -> None:
    with named_in_arabic("حلب", "دمشق") as store:
        assert [bool(hit.why.doubt) for hit in store.lookup("Alep")] == [True]


def test_a_record_with_a_name_in_the_query_s_script_is_not() -> None:
    with Store(":memory:", seeds=None) as store:
        store.put(Record("aleppo", "zone", Bilingual(en="Beroea", ar="حلب")))

        assert not store.lookup("Alep")


def test_words_likest_in_letters_are_those_of_the_other_script() -> None:
    words = [(word, number, 1, "", "") for number, word in enumerate(("masyaf", "مصياف", "تادف"))]
    held = HeldWords(words)

    assert list(held.likest("masyad", 1)) == ["مصياف"]
    assert list(held.likest("مصياد", 1)) == ["masyaf"]


def test_words_of_a_name_are_paired_where_both_scripts_have_as_many() -> None:
    assert word_pairs("Kafr al-Zayt", "كفر الزيت") == [("kafr", "كفر"), ("zayt", "زيت")]
    assert word_pairs("Zayt", "كفر الزيت") == []


def test_shares_are_learned_from_pairs_of_words() -> None:
    pairs = [("sham", "شام"), ("rash", "رش"), ("shi", "شي"), ("ras", "راس"), ("sim", "سيم")] * 3

    shares = learned(pairs)

    assert max(shares["ش"], key=lambda spelling: shares["ش"][spelling]) == "sh"
    assert likelihood("sham", "شام", shares) > likelihood("sam", "شام", shares)
    assert '"ش": "sh:' in module(shares)


@pytest.mark.parametrize(
    ("names", "query", "is_other"),
    [
        ([{"ar": "حلب"}, {"ar": "دمشق"}], "Alep", True),
        ([{"ar": "حلب"}, {"ar": "دمشق"}], "حلب", False),
        ([{"en": "Aleppo"}, {"en": "Damascus"}], "حلب", True),
        ([{"en": "Aleppo", "ar": "حلب"}, {"ar": "دمشق"}], "Alep", False),
        ([], "Alep", False),
    ],
)
def test_more_is_compared_where_few_names_are_in_the_script_of_the_query(
    names: list[dict[str, str]], query: str, *, is_other: bool
) -> None:
    with Store(":memory:", seeds=None) as store:
        for number, name in enumerate(names):
            store.put(Record(f"place-{number}", "zone", Bilingual(**name)))

        assert Candidates(store._connection, None).are_in_other_script(query) is is_other
