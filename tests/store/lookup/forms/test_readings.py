"""How a text is read as a form: its parts, its digits, its vowels, its words."""

from __future__ import annotations

import pytest

from store.lookup.forms.digits import _readings as letters_for_digits
from store.lookup.forms.identifiers import data_set_named
from store.lookup.forms.parts import parts
from store.lookup.forms.translated import _readings as translated
from store.lookup.forms.vowels import romanised
from store.lookup.forms.words_beside import KINDS, length_at, types_named
from store.text.folding import fold, words


@pytest.mark.parametrize(
    ("text", "sections", "expected"),
    [
        ("Zabadani, Rif Dimashq", (), ["Zabadani", "Rif Dimashq"]),
        ("Zabadani (Rif Dimashq)", (), ["Zabadani", "Rif Dimashq"]),
        ("Madaya – Rural Damascus / Syria", (), ["Madaya", "Rural Damascus", "Syria"]),
        ("al-Waer", (), ["al-Waer"]),
        ("S/RES/2043", (), ["RES", "2043"]),
        ("Kobani a.k.a. Ayn al-Arab", ("also",), ["Kobani", "Ayn al-Arab"]),
        ("ex-Nusra", ("also",), ["nusra"]),
        ("the so-called Islamic State", ("so-called",), ["the", "Islamic State"]),
        ("الشرع الملقب بالجولاني", ("also",), ["الشرع", "الجولاني"]),
        ("Foua and Kefraya", ("and",), ["Foua", "Kefraya"]),
        ("Foua and Kefraya", (), ["Foua and Kefraya"]),
    ],
)
def test_a_text_is_cut_at_marks_and_joining_words(
    text: str, sections: tuple[str, ...], expected: list[str]
) -> None:
    assert parts(text, *sections) == expected


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("7oms", "homs"),
        ("Dar3a", "dara"),
        ("3’outa", "ghouta"),
        ("5an el shee7", "khan el sheeh"),
        ("2odsaya", "qodsaya"),
        ("ra22a", "raqqa"),
        ("9anamayn", "sanamayn"),
    ],
)
def test_digits_are_read_as_the_letters_that_they_look_like(text: str, reading: str) -> None:
    assert reading in letters_for_digits(text)


@pytest.mark.parametrize(
    "text", ["b2b", "h2o", "covid19", "m20", "f16", "4x4", "2017", "mp3 player"]
)
def test_what_has_digits_for_other_reasons_is_not_read_so(text: str) -> None:
    assert letters_for_digits(text) == []


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("حەلەب", "halab"),
        ("ئیدلیب", "idlib"),
        ("قامیشلۆ", "qamishlo"),
        ("حه\u200cله\u200cب", "halab"),
    ],
)
def test_kurdish_vowels_are_vowels(text: str, latin: str) -> None:
    assert romanised(text) == latin


@pytest.mark.parametrize("name", ["PA-X", "pax", "pa x", "PeaceAgreements"])
def test_a_data_set_is_named_in_several_ways(name: str) -> None:
    assert data_set_named(name) == data_set_named("pa-x")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Doğu Guta", "eastern guta"),
        ("Armée de l islam", "army islam"),
        ("Birleşmiş Milletler", "un"),
        ("شورای امنیت", "council security"),
    ],
)
def test_words_of_other_languages_are_read_in_english(text: str, english: str) -> None:
    assert english in translated(words(fold(text)))


def test_words_beside_a_name_are_known_with_articles_particles_and_in_phrases() -> None:
    assert length_at(["بالمدينه"], 0, KINDS) == 1
    assert length_at(["also", "known", "as"], 0, "also") == 3
    assert length_at(["دوما"], 0, KINDS) == 0
    assert "governorate" in types_named(["ili"])
