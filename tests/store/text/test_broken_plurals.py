"""Arabic words whose plural changes inside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.broken_plurals import in_other_number
from store.text.folding import fold
from store.text.stems import stem, without_prefixes


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("مسجد", "مساجد"), ("قرن", "قرون"), ("حزب", "أحزاب"), ("سجين", "سجناء"),
        ("صديق", "أصدقاء"), ("ضابط", "ضباط"), ("شارع", "شوارع"), ("قافلة", "قوافل"),
        ("رسالة", "رسائل"), ("مشروع", "مشاريع"), ("خندق", "خنادق"), ("صندوق", "صناديق"),
        ("صاروخ", "صواريخ"), ("ناحية", "نواحي"), ("حق", "حقوق"), ("نائب", "نواب"),
    ],
)  # fmt: skip
def test_a_plural_is_among_what_its_singular_may_have(one: str, many: str) -> None:
    forms = {
        *in_other_number(stem(fold(one)), fold(one)),
        *in_other_number(without_prefixes(fold(one)), fold(one)),
    }
    assert stem(fold(many)) in {stem(form) for form in forms}


@pytest.mark.parametrize(("many", "one"), [("مساجد", "مسجد"), ("سجناء", "سجين"), ("حقوق", "حق")])
def test_a_singular_is_among_what_its_plural_may_have(many: str, one: str) -> None:
    assert fold(one) in in_other_number(stem(fold(many)), fold(many))


def test_a_verbal_noun_is_no_plural() -> None:
    assert "سبق" not in in_other_number("سباق")
    assert "سابق" not in in_other_number("سباق")


@given(st.text("ابتثجحدرسفكلمنهوي", max_size=9))
def test_any_stem_has_few_others_and_never_itself(text: str) -> None:
    others = in_other_number(text)
    assert text not in others
    assert len(others) <= 12
