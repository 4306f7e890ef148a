"""Several values of one filter of which some are wrong: what is told, and what is offered."""

from __future__ import annotations

import pytest

from store.store import Store


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("kind:source,zoe", "kind:zoe"),
        ("kind:zoe,agrement", "kind:zoe"),
        ("kind:zoe,source,actro", "kind:zoe"),
        ("type:evacuatio,ceasefire", "type:evacuatio"),
        ("year:2017,foo", "year:foo"),
    ],
)
def test_the_wrong_one_is_told_and_what_is_offered_can_be_asked(
    small_store: Store, query: str, wrong: str
) -> None:
    remark = small_store.remark_on(query)
    assert remark is not None
    assert str(remark.told).startswith(wrong)
    for correction in remark.corrections:
        assert small_store.remark_on(correction.query) is None
