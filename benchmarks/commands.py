"""Commands beside the least script that asks SQLite through click.

    python -m benchmarks.commands [--many 100000]

Instructions are counted by valgrind (apt-get install valgrind), so that no other program moves
them. With --many a store of so many made-up records is asked too, beside the collection: how what a
command does grows with the store.
"""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import click

from benchmarks.generated import write_json_lines
from benchmarks.measure import HEAD, Comparison, NotMeasured, Row
from store.exchange.importing import import_path
from store.store import Store

PEER: Final = Path(__file__).parent / "peers/click_query.py"
_ROOT: Final = Path(__file__).parents[1]
_ASKED_BY_PEER: Final = "truce"
AIMS: Final = {
    ("lookup", "zabadani"): 1.0,
    ("search", "truce"): 1.25,
    ("show", "zabadani"): 1.1,
    ("list",): 1.1,
    ("--help",): 1.0,
}
"""The ratio to the peer that each command is not to exceed."""
GROWING: Final = (
    (("lookup", "basada"), ("lookup", "zabadani")),
    (("lookup", "tell bridi"), ("lookup", "eastern ghouta")),
    (("search", "bridge"), ("search", "truce")),
    (("search", "market river"), ("search", "forced displacement")),
)
"""Commands that find something in many made-up records, each beside its like on the collection."""
_GROWTH: Final = 1.3
_MILLION: Final = 1e6
_NEEDED: Final = "valgrind is needed: apt-get install valgrind"


def compare_instructions(store: Path) -> Iterator[Row]:
    """Count what each command executes against the peer."""
    if shutil.which("valgrind") is None:
        yield from (NotMeasured(f"`masarat {' '.join(command)}`", _NEEDED) for command in AIMS)
        return
    compile_ours()
    peer = _executed(PEER, store, _ASKED_BY_PEER)
    for command, aim in AIMS.items():
        ours = _executed("-m", "tui", "--store", store, *command)
        yield Comparison(f"`masarat {' '.join(command)}`", [ours], [peer], "M instructions", aim)


def compare_growth(collection: Path, many: Path) -> Iterator[Row]:
    """Count what commands execute on a large store against what they do on the collection."""
    if shutil.which("valgrind") is None:
        asked = (" ".join(command) for command, _ in GROWING)
        yield from (NotMeasured(f"`masarat {each}` of many records", _NEEDED) for each in asked)
        return
    compile_ours()
    for of_many, of_collection in GROWING:
        large = _executed("-m", "tui", "--store", many, *of_many)
        small = _executed("-m", "tui", "--store", collection, *of_collection)
        name = f"`masarat {' '.join(of_many)}` of many records, beside the collection"
        yield Comparison(name, [large], [small], "M instructions", _GROWTH)


def compile_ours() -> None:
    """Write the bytecode of the program, which else the first run would do."""
    for folder in ("store", "tui"):
        compileall.compile_dir(_ROOT / folder, quiet=1)


def write_store(file: Path, count: int) -> None:
    """Fill a new store with made-up records, beside those that are shipped."""
    lines = file.with_suffix(".jsonl")
    write_json_lines(lines, count)
    with Store(file) as store:
        import_path(store, lines)


def _executed(*arguments: str | Path) -> float:
    """Million instructions of a Python program; the second run, as the first may write files."""
    counting = ("valgrind", "--tool=callgrind", f"--callgrind-out-file={os.devnull}")
    _run(sys.executable, *arguments)
    done = _run(*counting, sys.executable, *arguments)
    (line,) = [line for line in done.stderr.splitlines() if "Collected" in line]
    return int(line.rpartition(":")[2]) / _MILLION


def _run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, env=_environment(), capture_output=True, text=True, check=False)


def _environment() -> dict[str, str]:
    kept = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONHASHSEED": "0"}


@click.command()
@click.option("--many", default=0, help="Records of a large store that is asked too; 0 for none.")
def main(many: int) -> None:
    """Count the instructions of commands."""
    if shutil.which("valgrind") is None:
        raise click.ClickException(_NEEDED)
    click.echo(HEAD)
    with TemporaryDirectory() as name:
        small = Path(name) / "small.db"
        with Store(small):
            pass
        for comparison in compare_instructions(small):
            click.echo(comparison.row())
        if many:
            large = Path(name) / "large.db"
            write_store(large, many)
            for comparison in compare_growth(small, large):
                click.echo(comparison.row())


if __name__ == "__main__":
    main()
