"""What bounding the candidates misses: the answer beside one that compares every record.

    python -m benchmarks.bounded [--documents 100000]

For each kind of query in `benchmarks.documents`: the share of the five and of the twenty best
records of all that stand in masarat's answer of twenty, and how the score of its best record stands
to that of the best of all.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import click

from benchmarks.documents import documents, queries, vocabulary
from store.model.records import Origin, TextHit
from store.search import pool
from store.store import Store

_QUERIES: Final = 20
_EVERY: Final = 10_000_000


class _Shares(NamedTuple):
    five: float
    twenty: float
    score: float


@contextmanager
def _unbounded() -> Iterator[None]:
    bounded = pool._MOST_COMPARED
    pool._MOST_COMPARED = _EVERY  # type: ignore[misc]
    yield
    pool._MOST_COMPARED = bounded  # type: ignore[misc]


def _shares(answer: list[TextHit], best: list[TextHit]) -> _Shares:
    found = {hit.key for hit in answer}
    held = [hit.key in found for hit in best]
    return _Shares(
        sum(held[:5]) / len(held[:5]), sum(held) / len(held), answer[0].score / best[0].score
    )


def _row(store: Store, kind: str, asked: list[str]) -> str:
    shares = []
    for query in asked[:_QUERIES]:
        answer = store.search(query)
        with _unbounded():
            best = store.search(query)
        if best:
            shares.append(_shares(answer, best))
    means = (sum(column) / len(shares) for column in zip(*shares, strict=True))
    return f"| {kind} | " + " | ".join(f"{mean:.2f}" for mean in means) + " |"


@click.command()
@click.option("--documents", "count", default=100_000, show_default=True)
def main(count: int) -> None:
    """Compare bounded answers with those of all records."""
    choose = random.Random(20261124)
    words = vocabulary(choose)
    with TemporaryDirectory() as folder, Store(Path(folder) / "texts.db", seeds=None) as store:
        store.put_many((record, Origin()) for record in documents(count, words, choose))
        click.echo("| query | of the five best | of the twenty best | score of the first |")
        click.echo("| --- | ---: | ---: | ---: |")
        for kind, asked in queries(words, choose).items():
            if "none" not in kind:
                click.echo(_row(store, kind, asked))


if __name__ == "__main__":
    main()
