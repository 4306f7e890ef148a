"""Sentences of texts in both scripts: where they end, and that every text is walked in one go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.texts.splitting import LONGEST, sentences_of

WRAPPED = (
    "The convoy left the town in the morning and reached the crossing\n"
    "before the evening of the same day. Nobody counted those who had\n"
    "stayed behind in the valley, as far as the observers could tell\n"
    "from where they stood.\n\nA second paragraph is a sentence of its own\n"
)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences_of(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two? Three! Four… Five", ["One.", "Two?", "Three!", "Four…", "Five"]),
        ("غادروا البلدة. هل عادوا؟ لم يعودوا! انتهى؛ وقيل غير ذلك.",
         ["غادروا البلدة.", "هل عادوا؟", "لم يعودوا!", "انتهى؛", "وقيل غير ذلك."]),
        ("غادرت القافلة.وصلت مساءً", ["غادرت القافلة.", "وصلت مساءً"]),
        ("في 14.4.2017.ثم عادت", ["في 14.4.2017.", "ثم عادت"]),
        ("Dr. Hill met Gen. Ode at 3.5 km, p. 12. He left.",
         ["Dr. Hill met Gen. Ode at 3.5 km, p. 12.", "He left."]),
        ("قال د. محمد في ص. 12 كلامًا. ثم صمت.", ["قال د. محمد في ص. 12 كلامًا.", "ثم صمت."]),
        ("1. The first item. 2. The second.", ["1. The first item.", "2. The second."]),
        ('"Stop!" he said. "Go."', ['"Stop!" he said.', '"Go."']),
        ("(He went.) She came.", ["(He went.)", "She came."]),
        ("See a.example/b.c for No. 5 of them. Yes",
         ["See a.example/b.c for No. 5 of them.", "Yes"]),
        ("A title\nA line\n\n* * *\nAnother", ["A title", "A line", "Another"]),
        ("A line\r\nAnother\r\n", ["A line", "Another"]),
        (" \n\t. . .", []),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_a_reader_ends_it(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_lines_that_were_wrapped_end_no_sentence() -> None:
    found = split(WRAPPED)
    assert len(found) == 3
    assert found[1].startswith("Nobody counted")
    assert found[2] == "A second paragraph is a sentence of its own"


def test_what_never_ends_is_cut_between_words() -> None:
    found = split("word " * 2_000)
    assert all(len(each) <= LONGEST for each in found)
    assert {word for each in found for word in each.split()} == {"word"}
    assert [len(each) for each in split("x" * 5_000)] == [LONGEST, LONGEST, 1_000]


@given(st.text(alphabet="aB1 .?!؟؛…\n\"')]دمة\u200f\u202e\x1b", max_size=300))
def test_sentences_follow_each_other_and_leave_out_no_word(text: str) -> None:
    last = 0
    for start, end in sentences_of(text):
        assert last <= start < end <= len(text)
        assert not any(map(str.isalnum, text[last:start]))
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not any(map(str.isalnum, text[last:]))
