"""Expressions are compiled when they are first asked, and then are what `re.compile` gives."""

from __future__ import annotations

import re

import pytest

from store.expressions import expression


def test_nothing_is_compiled_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    usual = re.compile
    monkeypatch.setattr(
        re, "compile", lambda source, flags=0: compiled.append(source) or usual(source, flags)
    )
    asked = expression(r"(?P<word>[a-z]+)\d", re.IGNORECASE)
    assert compiled == []
    found = asked.search("1 AB2")
    assert found
    assert found["word"] == "AB"
    assert [asked.sub("x", "ab1 c"), asked.sub("y", "ab1 c")] == ["x c", "y c"]
    assert compiled == [asked.pattern] * 2  # `re` keeps it; each way of asking is looked up once
    assert asked.flags & re.IGNORECASE


def test_bytes_may_be_asked_too() -> None:
    assert expression(rb"\d+").findall(b"1 22") == [b"1", b"22"]
