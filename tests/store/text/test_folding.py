"""Folding, offsets and words, with the spellings that people use."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.folding import fold, fold_with_offsets, is_arabic, word_spans, words

# Letters, marks and controls that fold in some special way, beside any text at all.
MIXED = st.text(
    st.sampled_from("اأإآٱبةهىيیئؤء َُِّْـﻻﷲ٠۱2\u200f\u200d\u2067Zāşß'’s-\x00\ud800") | st.characters()
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("هُدْنَةٌ", "هدنه"),
        ("الزبدانـــي", "الزبداني"),
        ("إدلب", "ادلب"),
        ("آستانة", "استانه"),
        ("مؤتمر", "موتمر"),
        ("حمص القديمة", "حمص القديمه"),
        ("على", "علي"),
        ("مضایا", "مضايا"),
        ("کفریا", "كفريا"),
        ("پوتین", "بوتين"),
        ("قامیشلۆ", "قاميشلو"),
        ("ﺩﻣﺸﻖ", "دمشق"),
        ("ﻻجئون", "لاجيون"),
        ("٢٤٠١", "2401"),
        ("۲۱۱۸", "2118"),
        ("\u2067درعا\u2069", "درعا"),
        ("Zabadānī", "zabadani"),
        ("Ḩamāh", "hamah"),
        ("Şam", "sam"),
        ("Diyarbakır", "diyarbakir"),
        ("Straße", "strasse"),
        ("Mu‘aḑḑamīyah", "muaddamiyah"),
        ("Qal`at al-Muḑīq", "qalat al-mudiq"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == other


def test_a_possessive_s_stands_apart_and_a_transliterated_hamza_does_not() -> None:
    assert fold("Syria's") == "syria s"
    assert fold("Sana'a") == "sanaa"


@given(MIXED)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(MIXED)
def test_a_folded_text_can_be_bound_and_indexed(text: str) -> None:
    folded = fold(text)
    folded.encode()
    assert "\x00" not in folded


@given(MIXED)
def test_folding_with_offsets_is_the_same_folding(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert folded.offsets[-1] == len(text)
    assert list(folded.offsets) == sorted(folded.offsets)


@given(MIXED)
def test_what_a_span_marks_folds_to_what_was_found(text: str) -> None:
    folded = fold_with_offsets(text)
    for word, start, end in word_spans(folded.text):
        first, last = folded.span(start, end)
        assert word in fold(text[first:last])


def test_a_span_takes_the_marks_of_its_last_letter_along() -> None:
    written = "بعد هُدْنَةٍ، قصيرة"
    folded = fold_with_offsets(written)
    start = folded.text.index("هدنه")
    first, last = folded.span(start, start + len("هدنه"))
    assert written[first:last] == "هُدْنَةٍ"


def test_an_empty_span_is_empty_as_written() -> None:
    assert fold_with_offsets("درعا").span(2, 2) == (2, 2)


@pytest.mark.parametrize(
    "text",
    [
        "اتفاق المدن الأربع (الزبداني–مضايا / كفريا–الفوعة)، ٢٨ آذار 2017",
        "Madaya–Zabadani–Foua–Kefraya: “Four Towns” agreement, S/RES/2401 (2018)",
        "هُدْنَةٌ في حِمْص، وﻻجئون؛ Ahrar_al-Sham's e-mail@example.org 50%",
    ],
)
def test_words_are_those_of_unicode61(text: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61')")
        connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab ('t', 'instance')")
        connection.execute("INSERT INTO t VALUES (?)", (fold(text),))
        tokens = connection.execute('SELECT term FROM v ORDER BY "offset"').fetchall()
        assert words(fold(text)) == [term for (term,) in tokens]


@pytest.mark.parametrize(
    ("text", "expected"), [("ISIS داعش", True), ("ﺩ", True), ("Idlib ،", False)]
)
def test_arabic_is_known_by_its_letters(text: str, *, expected: bool) -> None:
    assert is_arabic(text) is expected
