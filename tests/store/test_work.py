"""How much work SQLite does for a search, counted in its own steps rather than in seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from store.model.records import Bilingual, Origin, Record
from store.store import Store


@pytest.fixture(scope="module")
def many() -> Iterator[Store]:
    """Three thousand villages that all lie near a river, and one deal about one."""
    with Store(":memory:", seeds=None) as store:
        store.put_many(
            (
                Record(
                    f"village-{number}",
                    "zone",
                    Bilingual(f"Deir {number}"),
                    summary=Bilingual(f"A village near the river, house {number}."),
                ),
                Origin(),
            )
            for number in range(3_000)
        )
        deal = Record("deal", "agreement", Bilingual("Deal"), summary=Bilingual("On a river."))
        store.put(deal)
        yield store


def _steps(store: Store, find: Callable[[], object]) -> int:
    counted = 0

    def count() -> None:
        nonlocal counted
        counted += 1

    store._connection.set_progress_handler(count, 10)
    find()
    store._connection.set_progress_handler(None, 0)
    return counted


def test_a_kind_is_asked_of_what_was_found_not_of_every_record(many: Store) -> None:
    find = many.search, many.lookup
    for query in ("river ", "house 77 ", "Deir 77"):
        for way in find:
            plain = _steps(many, lambda way=way, query=query: way(query))  # type: ignore[misc]
            narrowed = _steps(
                many,
                lambda way=way, query=query: way(query, kinds=["zone"]),  # type: ignore[misc]
            )
            assert narrowed < 3 * plain + 500, (way.__name__, query)


def test_a_rare_kind_with_a_common_word_costs_no_more_than_the_word(many: Store) -> None:
    plain = _steps(many, lambda: many.search("river "))
    narrowed = _steps(many, lambda: many.search("river ", kinds=["agreement"]))

    assert [hit.key for hit in many.search("river kind:agreement ")] == ["deal"]
    assert narrowed < 8 * plain


def test_a_snippet_is_made_when_it_is_asked_for(small_store: Store) -> None:
    (hit,) = small_store.search("حدود محاصرة ")
    small_store.put(Record("zabadani", "zone", Bilingual("Z"), summary=Bilingual(ar="محاصرة، نعم")))

    assert hit.snippet.text == "محاصرة، نعم"
    assert hit.matched == ("محاصرة",)


def test_a_snippet_of_what_has_gone_is_empty(small_store: Store) -> None:
    (hit,) = small_store.search("حدود محاصرة ")
    small_store._connection.execute("UPDATE records SET key = 'gone' WHERE key = 'zabadani'")

    assert hit.snippet.text == ""
