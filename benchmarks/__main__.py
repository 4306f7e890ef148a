"""Run every measurement: the table is benchmarks/RESULTS.md, all figures are in benchmarks/raw/.

`--quick` measures each row once, on small stores, and keeps nothing: whether all of it runs.
"""

from __future__ import annotations

import compileall
import json
import os
import platform
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from benchmarks import commands, explorer, importing, keys, pictures, start
from benchmarks.measure import HEAD, Row
from store.store import Store

RESULTS: Final = Path(__file__).parent / "RESULTS.md"
RAW: Final = Path(__file__).parent / "raw"
_HEAD: Final = """# Figures

Written by `make bench`; every single figure is in [{raw}](raw/{raw}). Ours and the peer run in
turn, in one run. A figure is the median and the spread of its runs, the ratio the median of the
ratios pair by pair; where p95 is written, it is what nineteen of twenty keys do not exceed, with
the median and the greatest. Shared machines are noisy: compare ratios, not seconds. Instructions
are counted by valgrind, once, as no load moves them.

The peers: a bare Textual app that shows one line ([bare_app.py](peers/bare_app.py)), one whose key
draws three panes of plain text anew ([three_panes.py](peers/three_panes.py)), one that scrolls
plain text by the keys that pan pictures ([scrolled_text.py](peers/scrolled_text.py)), a script that
imports sqlite3 and click and runs one query ([click_query.py](peers/click_query.py)), and
`executemany` of the rows that an import leaves in every table. Keys are read from a
pseudo-terminal, until the text that they change stands. How well look-up and search find is in
[docs/quality.md](../docs/quality.md), how time and memory grow in
[docs/growth.md](../docs/growth.md).

{machine}

"""


class Effort(NamedTuple):
    """How much is measured."""

    records: int
    """Of the large store, and of an import."""
    agreements: int
    """Of which pictures are drawn."""
    starts: int
    imports: int
    moves: int
    words: int
    """That are typed."""
    rounds: int
    """Of long use, some thirty keys each."""
    pictures: pictures.Effort


_WHOLE: Final = Effort(100_000, pictures.MANY, 9, 3, 60, 6, 40, pictures.WHOLE)
_QUICK: Final = Effort(2_000, 200, 1, 1, 2, 1, 1, pictures.Effort(1, 6))
_WORDS: Final = ("zabadani", "truce", "aleppo", "الزبداني", "wounded", "هدنة")
_WORDS_OF_MANY: Final = ("basada", "bridge", "باسا", "market", "kharsa", "spring")


@click.command()
@click.option("--quick", is_flag=True, help="Each row once, on small stores; nothing is kept.")
@click.option("--keep/--no-keep", default=True, help="Write benchmarks/RESULTS.md and raw/.")
def main(*, quick: bool, keep: bool) -> None:
    """Measure masarat beside its peers."""
    root = Path(__file__).parents[1]
    for folder in ("store", "tui", "benchmarks", "tests"):
        compileall.compile_dir(root / folder, quiet=1)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        rows = [_show(row) for row in _rows(Path(name), _QUICK if quick else _WHOLE)]
    click.echo(f"{len(rows)} rows in {(time.monotonic() - began) / 60:.0f} minutes", err=True)
    if keep and not quick:
        _keep(rows)


def _rows(folder: Path, effort: Effort) -> Iterator[Row]:
    click.echo(HEAD)
    small, large, dated = (folder / f"{name}.db" for name in ("small", "large", "dated"))
    Store(small).close()
    commands.write_store(large, effort.records)
    pictures.write_many(dated, effort.agreements)
    collection, many = "built-in collection", f"{effort.records:,} records"
    home = folder / "home"
    home.mkdir()
    yield from start.compare(start.Folder(home), effort.starts)
    few = keys.Asked(small, "ahrar-al-sham", "Ahrar al-Sham", _WORDS[: effort.words], effort.moves)
    yield from keys.compare(few, collection)
    key, first = _first(large)
    asked = keys.Asked(large, key, first, _WORDS_OF_MANY[: effort.words], effort.moves)
    yield from keys.compare(asked, many)
    yield from commands.compare_instructions(small)
    yield from commands.compare_growth(small, large)
    yield explorer.compare_memory(small, "Ahrar al-Sham", effort.imports, collection, 1.25)
    yield explorer.compare_memory(large, first, effort.imports, many, 1.3)
    yield explorer.compare_use(small, "Ahrar al-Sham", effort.rounds)
    yield importing.compare(effort.records, effort.imports)
    yield from pictures.measure(small, dated, effort.pictures)


def _first(store: Path) -> tuple[str, str]:
    """The key and the name of a record that a list begins with."""
    with Store(store, None) as opened:
        row = opened.records()[1]
    return row.key, row.name.en


def _show(row: Row) -> Row:
    click.echo(row.row())
    return row


def _keep(rows: Sequence[Row]) -> None:
    today = datetime.now(UTC).date().isoformat()
    RAW.mkdir(exist_ok=True)
    raw = RAW / f"{today}.json"
    told: dict[str, Any] = {
        "date": today,
        "commit": _commit(),
        "machine": _machine(),
        "rows": [row.raw() for row in rows],
    }
    raw.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    machine = f"{today}, commit {told['commit']}. {_machine()}"
    table = "\n".join([HEAD, *(row.row() for row in rows)])
    head = _HEAD.format(raw=raw.name, machine=machine)
    RESULTS.write_text(f"{head}{table}\n", encoding="utf-8")


def _commit() -> str:
    asked = ("git", "describe", "--always", "--dirty", "--exclude=*")
    done = subprocess.run(asked, cwd=RAW.parent, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


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
