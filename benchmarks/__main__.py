"""Run every measurement, print the table, and keep it in benchmarks/RESULTS.md."""

from __future__ import annotations

import compileall
import os
import platform
import sqlite3
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click

from benchmarks import commands, explorer, importing, pictures
from benchmarks.generated import write_json_lines
from benchmarks.measure import Comparison, Latency
from store.exchange.importing import import_path
from store.store import Store

RESULTS = Path(__file__).parent / "RESULTS.md"
MANY = 100_000
_HEAD = """# Figures

Written by `make bench`. Ours and the peer run in turn, in one run; figures are medians (and the
spread), the ratio is the median of the ratios pair by pair. Shared machines are noisy: compare
ratios, not seconds. The peers are a bare Textual app that shows one line of text ({app}), and a
script that imports sqlite3 and click and runs one query ({query}). Typing and moving are read from
the pseudo-terminal, from the key to what it draws.

"""
_QUERIES = ("zabadani", "truce", "aleppo", "الزبداني")


@click.command()
@click.option("--runs", default=7, show_default=True, help="Pairs a comparison.")
@click.option("--keep/--no-keep", default=True, help="Write benchmarks/RESULTS.md.")
def main(runs: int, *, keep: bool) -> None:
    """Measure masarat beside its peers."""
    root = Path(__file__).parents[1]
    for folder in ("store", "tui", "benchmarks"):
        compileall.compile_dir(root / folder, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        small, large = _stores(Path(folder))
        table = "\n".join(_show(line) for line in _lines(small, large, runs))
    if keep:
        head = _HEAD.format(app="benchmarks/peers/bare_app.py", query="peers/click_query.py")
        RESULTS.write_text(f"{head}{_machine()}\n\n{table}\n", encoding="utf-8")


def _stores(folder: Path) -> tuple[Path, Path]:
    small, large, lines = folder / "small.db", folder / "large.db", folder / "records.jsonl"
    with Store(small):
        pass
    write_json_lines(lines, MANY)
    with Store(large) as store:
        import_path(store, lines)
    return small, large


def _lines(small: Path, large: Path, runs: int) -> Iterator[str]:
    yield "| what | masarat | peer | ratio | aim | met |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for comparison in _comparisons(small, large, runs):
        yield comparison.row()
    yield ""
    yield "| what | median | p95 | aim | met |"
    yield "| --- | --- | --- | --- | --- |"
    for latency in _latencies(small, large):
        yield latency.row()


def _comparisons(small: Path, large: Path, runs: int) -> Iterator[Comparison]:
    many = f"{MANY:,} records"
    few, first = "Ahrar al-Sham", _first_name(large)
    yield explorer.compare_first_paint(small, few, runs, 1.15, "built-in collection")
    yield explorer.compare_first_paint(large, first, runs, 1.25, many)
    yield explorer.compare_memory(small, few, 3, "built-in collection")
    yield explorer.compare_memory(large, first, 3, many)
    yield from explorer.compare_typing(small, few, _QUERIES, "built-in collection")
    yield from explorer.compare_typing(large, first, ("basada", "bridge", "باسا"), many)
    yield commands.compare(small, "lookup", "zabadani", runs * 2)
    yield commands.compare(small, "search", "truce", runs * 2)
    yield from commands.compare_instructions(small)
    yield importing.compare(MANY, 3)


def _latencies(small: Path, large: Path) -> Iterator[Latency]:
    yield explorer.measure_moving(small, "Ahrar al-Sham", 60, "built-in collection")
    yield explorer.measure_moving(large, _first_name(large), 60, f"{MANY:,} records")
    dated = small.with_name("dated.db")
    pictures.write_many(dated)
    yield from pictures.measure(small, dated)
    yield from pictures.measure_maps(small, dated)


def _first_name(path: Path) -> str:
    with Store(path) as store:
        return store.records()[1].name.en


def _show(line: str) -> str:
    click.echo(line)
    return line


def _machine() -> str:
    parts = [
        f"{os.cpu_count()} cores, {platform.machine()}",
        f"Python {platform.python_version()}",
        f"SQLite {sqlite3.sqlite_version}",
        *(f"{name} {version(name)}" for name in ("textual", "rapidfuzz", "click")),
    ]
    return ", ".join(parts) + "."


if __name__ == "__main__":
    main()
