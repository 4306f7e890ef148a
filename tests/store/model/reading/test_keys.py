"""Keys: letters of any script, and still the name of a file on every system."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.reading.keys import is_key, likely_key


@pytest.mark.parametrize(
    "key",
    ["idlib", "2017", "a.b_c-d", "هدنة-حمص", "زبدانی", "хомс", "地区", "मर्द", "com10", "null"],
)
def test_letters_and_digits_of_any_script_make_a_key(key: str) -> None:
    assert is_key(key)
    assert likely_key(key) == key


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Idlib", "idlib"),
        ("هدنة حمص", "هدنة-حمص"),
        ("Хомс", "хомс"),
        ("e\u0301", "\u00e9"),
        ("x.", "x"),
        (".x", "x"),
        ("a/b", "a-b"),
        ("nul", "nul-1"),
        ("aux", "aux-1"),
        ("com1", "com1-1"),
        ("con.x", ""),
        ("a\u034f", ""),
        ("\u3164", ""),
        ("", ""),
        ("ه" * 110, "ه" * 100),
    ],
)
def test_what_is_no_file_name_everywhere_is_refused(written: str, meant: str) -> None:
    assert not is_key(written)
    assert likely_key(written) == meant


@given(st.text(max_size=130))
def test_what_is_offered_is_a_key_and_a_key_is_a_safe_name(text: str) -> None:
    offered = likely_key(text)
    assert not offered or is_key(offered)
    if is_key(text):
        assert text == unicodedata.normalize("NFC", text)
        assert len(text.encode()) <= 200
        assert not set(text) & set('/\\:*?"<>|# \n\0')
