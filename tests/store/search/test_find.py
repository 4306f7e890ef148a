"""A question asked of names and text together, and what is highlighted of its hits."""

from __future__ import annotations

import pytest

from store.model.passages import names_of, passages
from store.model.questions import Question
from store.model.records import NameHit
from store.model.vocabulary import KINDS
from store.search import full_text
from store.store import Store


def test_names_and_texts_are_as_looked_up_and_searched(shipped_to_read: Store) -> None:
    hits = shipped_to_read.find(Question("zabadani"))
    named = [hit.key for hit in hits.names]

    assert named == [hit.key for hit in shipped_to_read.lookup("zabadani", limit=40)]
    searched = [hit.key for hit in shipped_to_read.search("zabadani", limit=200)]
    assert [hit.key for hit in hits.texts] == [key for key in searched if key not in named]


def test_names_are_told_before_the_text_is_searched(shipped_to_read: Store) -> None:
    told: list[list[NameHit]] = []
    hits = shipped_to_read.find(Question("zabadani"), told.append)

    assert told == [hits.names]


def test_what_is_filtered_has_no_names(shipped_to_read: Store) -> None:
    told: list[list[NameHit]] = []
    hits = shipped_to_read.find(Question("zabadani سنه:2017"), told.append)

    assert hits.texts
    assert not hits.names
    assert not told


def test_there_may_be_more_than_were_wanted(shipped_to_read: Store) -> None:
    assert shipped_to_read.find(Question("agreement", most_texts=5)).has_more
    assert not shipped_to_read.find(Question("agreement", most_texts=1_000)).has_more


@pytest.mark.parametrize("query", ["agreement", "Syria", "qatar agreement", "هدنة"])
def test_the_kinds_of_more_than_are_wanted_are_counted_without_a_second_search(
    shipped_to_read: Store, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Question(query, most_texts=5)
    counted_anew = shipped_to_read.find(asked._replace(kinds=list(KINDS))).by_kind
    assert sum(counted_anew.values()) >= 5
    monkeypatch.setattr(full_text, "kinds_found", None)
    assert shipped_to_read.find(asked).by_kind == counted_anew


@pytest.mark.parametrize(
    "query",
    ["truce", "ceasefire", "evacuation", "Syria", "forced displacement", "هدنة", "إخلاء",
     "وقف إطلاق النار", "التهجير القسري", "حزب الله", '"six months"', "evacu*"],
)  # fmt: skip
def test_a_record_is_highlighted_where_its_snippet_is(shipped_to_read: Store, query: str) -> None:
    hits = shipped_to_read.find(Question(query))
    marked = [hit for hit in hits.texts if hit.snippet.highlights]
    assert marked

    for hit in marked:
        record = shipped_to_read.get(hit.key)
        texts = [*names_of(record), *(passage.text for passage in passages(record))]
        shown = hit.snippet.text.strip("…")
        (whole, *_) = [text for text in texts if shown in text]
        start = whole.index(shown) - hit.snippet.text.index(shown)
        in_snippet = [(first + start, last + start) for first, last in hit.snippet.highlights]
        assert set(in_snippet) <= set(hits.highlighter.spans(whole))


def test_filters_alone_highlight_nothing(shipped_to_read: Store) -> None:
    highlighter = shipped_to_read.find(Question("kind:zone")).highlighter

    assert not highlighter
    assert highlighter.spans("kind zone") == ()


def test_equal_questions_highlight_equally(shipped_to_read: Store) -> None:
    truce, again, other = (
        shipped_to_read.find(Question(query)).highlighter for query in ("truce", "truce", "Homs")
    )

    assert truce == again
    assert truce != other
