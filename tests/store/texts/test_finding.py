"""`in:sources` looks for words in texts that are attached, and finds their sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.model.questions import Question
from store.model.records import Bilingual, Origin, Source
from store.store import Store

TEXTS = {
    "diary": "The mill burned. كانت الطاحونة على النهر. They rebuilt the mills later.",
    "letter": "Nothing burned here. The truce held near the mill.",
}


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Store]:
    with Store(":memory:", seeds=None) as store:
        diary = Source("diary", Bilingual("A diary of the mill", "يوميات"), publisher="Nobody")
        store.put_many([], [(diary, Origin()), (Source("letter", Bilingual("A letter")), Origin())])
        for key, text in TEXTS.items():
            file = tmp_path / f"{key}.txt"
            file.write_text(text, "utf-8")
            store.attach_text(key, file)
        yield store


def found(store: Store, query: str) -> list[str]:
    hits = store.find(Question(query, None, "en"))
    assert hits.is_of_sources
    assert hits.in_texts
    assert (len(hits.names), len(hits.texts)) == (0, 0)
    return [hit.key for hit in hits.sources]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("in:sources mill", ["diary", "letter"]),
        ("mill in:sources", ["diary", "letter"]),
        ("في:المصادر الطاحونه", ["diary"]),
        ("in:source diary", []),
        ("in:sources mill truce", ["letter"]),
        ("in:sources mill burned -truce", ["diary"]),
        ('in:sources "burned here"', ["letter"]),
        ("in:sources rebuil*", ["diary"]),
        ("in:sources mill source:diary", ["diary"]),
        ("in:sources", ["diary", "letter"]),
        ("in:sources 🙂", ["diary", "letter"]),
    ],
)
def test_sources_are_found_by_sentences_of_their_texts(
    held: Store, query: str, keys: list[str]
) -> None:
    assert found(held, query) == keys


def test_sentences_are_quoted_with_what_was_looked_for(held: Store) -> None:
    first, second = held.search_texts("in:sources mill")
    assert (first.source, first.total, second.source, second.total) == ("diary", 2, "letter", 1)
    quoted = [each.text[start:end] for each in first.sentences for start, end in each.highlights]
    assert quoted == ["mill", "mills"]


def test_records_are_looked_for_as_without_it(held: Store) -> None:
    hits = held.find(Question("in:records mill", None, "en"))
    assert not hits.is_of_sources
    remark = held.remark_on("in:texts mill")
    assert remark is not None
    assert "in:texts" in remark.told


def test_a_sentence_longer_than_a_line_is_one_line_where_it_is_quoted(
    held: Store, tmp_path: Path
) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("A first line is broken here\nand goes on with\tthe quay.\n", "utf-8")
    held.attach_text("letter", file)
    (hit,) = held.search_texts("quay")
    (sentence,) = hit.sentences
    assert "\n" not in sentence.line
    assert len(sentence.line) == len(sentence.text)
