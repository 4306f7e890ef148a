"""Tokens: every reader of a query sees the same filters, words and operators in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.search.completion import completions
from store.search.query.editing import filters_in
from store.search.query.parser import parse
from store.search.query.tokens import SEPARATORS, tokens, tokens_as_typed
from store.store import Store

QUERIES = st.text(max_size=60) | st.text('kinde:نوعسه2017" -()*', max_size=30)


def kinds(query: str) -> list[str]:
    return [token.kind for token in tokens(query)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("truce AND -(a OR b)", ["word", "AND", "minus", "open", "word", "OR", "word", "close"]),
        ('"a b" "c d"* NOT e*', ["phrase", "phrase*", "NOT", "word"]),
        ('kind:zone سنه:2017 zone:"a b"', ["filter"] * 3),
        ("foo-year:2017 http://x", ["word", "word", "word"]),
        ("mines:detainees mines•detainees «mines»", ["word"] * 5),
        ('kind: "kind', ["filter", "word"]),
        ('zone:"rif dim', ["filter"]),
        ("kind:", ["filter"]),
        ("signed-by:russia Signed_by:x signedby:y", ["filter"] * 3),
    ],
)
def test_a_query_has_the_tokens(query: str, found: list[str]) -> None:
    assert kinds(query) == found


def test_what_is_begun_at_the_end_is_told_apart() -> None:
    assert [token.kind for token in tokens_as_typed('a zone:"rif dim')] == ["word", "begun"]
    assert [token.kind for token in tokens_as_typed('a "rif dim')] == ["word", "begun"]


@given(QUERIES)
def test_tokens_stand_where_they_say_and_leave_out_only_blanks_and_marks(query: str) -> None:
    end_before = 0
    for token in tokens(query):
        assert end_before <= token.start < token.end <= len(query)
        assert not query[end_before : token.start].strip(' "\t\n\r\x0b\x0c' + SEPARATORS) or any(
            map(str.isspace, query[end_before : token.start])
        )
        end_before = token.end


@pytest.mark.parametrize("written", ["سنه:2017", "سنة:2017", "YEAR:2017", "-عام:2017"])
def test_a_filter_is_one_to_all_who_read_a_query(shipped_to_read: Store, written: str) -> None:
    (clause,) = parse(f"{written} ").filters
    (in_dialog,) = filters_in(f"truce {written}")

    assert clause.filter.name == in_dialog.name == "year"
    with Store(":memory:", seeds=None) as store:
        assert completions(store._connection, f"truce {written[:-1]}", "en") == []
    assert shipped_to_read.complete(f"truce {written[:-1]}")
    assert shipped_to_read.suggest(f"trcue {written}") in ("", f"truce {written}")


@pytest.mark.parametrize("written", ["foo-year:2017", "year", "nothing:2017", '"year:2017"'])
def test_what_is_no_filter_is_none_to_all_who_read_a_query(
    shipped_to_read: Store, written: str
) -> None:
    assert parse(f"{written} ").filters == ()
    assert filters_in(written) == []
    assert shipped_to_read.complete(f"{written}1") == []
