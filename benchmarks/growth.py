"""How time and memory grow with a store: a plot each, from 1,000 records on.

    python -m benchmarks.growth [--to 1000000]

Figures are processor time, which a busy machine moves least, and the greatest resident memory of
one look-up in a process of its own. The plots are docs/growth/*.svg, in both themes of the page
that shows them; the figures stand in docs/growth/figures.tsv.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import click

from benchmarks.generated import write_json_lines
from benchmarks.plot import svg
from store.exchange.importing import import_path
from store.store import Store

FOLDER: Final = Path(__file__).parents[1] / "docs/growth"
_SMALLEST: Final = 1_000
_QUERIES: Final = ("basada", "tell bridi", "باسادا", "kharsa")
_TEXTS: Final = ("bridge", "market river", "spring*", "school NOT mosque")
_ROUNDS: Final = 5


class Curve(NamedTuple):
    """What grows, and how it is told."""

    name: str
    title: str
    unit: str


CURVES: Final = (
    Curve("look-up", "A name looked up", "ms"),
    Curve("text", "Words searched, with 20 snippets", "ms"),
    Curve("opening", "A store opened", "ms"),
    Curve("import", "Records imported", "s"),
    Curve("memory", "Memory of one look-up", "MiB"),
)


def figures(count: int, folder: Path) -> Iterator[float]:
    """The figure of each curve for so many records, in the order of `CURVES`."""
    lines, file = folder / "records.jsonl", folder / f"{count}.db"
    write_json_lines(lines, count)
    with Store(file, None) as store:
        imported = _spent(lambda: import_path(store, lines))
        yield _each(store.lookup, _QUERIES)
        yield _each(lambda q: [hit.snippet for hit in store.search(q, limit=20)], _TEXTS)
    yield statistics.median(_spent(lambda: Store(file, None).close()) for _ in range(9)) * 1_000
    yield imported
    yield _memory(file)


def _each(ask: Callable[[str], object], queries: tuple[str, ...]) -> float:
    """Median milliseconds of all queries, each asked some times."""
    ask(queries[0])  # what is loaded once is not measured
    return statistics.median(
        _spent(lambda q=query: ask(q)) * 1_000  # type: ignore[misc]
        for query in queries
        for _ in range(_ROUNDS)
    )


def _spent(work: Callable[[], object]) -> float:
    began = _processor_time()
    work()
    return _processor_time() - began


def _processor_time() -> float:
    """Seconds of this process and of those that it waited for: an import may have a second one."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _memory(file: Path) -> float:
    """MiB of a look-up in a process of its own, which reports them as it ends.

    What `getrusage` calls the greatest is kept across `exec`: it would be that of this process.
    """
    code = (
        "import sys; from store.store import Store\n"
        "with Store(sys.argv[1], None) as store: store.lookup('basada')\n"
        "status = open('/proc/self/status').read()\n"
        "print(status.split('VmHWM:')[1].split()[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, file], capture_output=True, text=True, check=True
    )
    return int(done.stdout) / 1024


@click.command()
@click.option(
    "--to", "most", default=100_000, show_default=True, help="Records of the largest store."
)
def main(most: int) -> None:
    """Measure and draw."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sizes = []
    size = _SMALLEST
    while size <= most:
        sizes.append(size)
        size *= 10
    table = {}
    for size in sizes:
        with TemporaryDirectory() as folder:
            table[size] = list(figures(size, Path(folder)))
        click.echo("\t".join([str(size), *(f"{each:.3g}" for each in table[size])]))
    FOLDER.mkdir(exist_ok=True)
    head = "\t".join(["records", *(f"{curve.name} ({curve.unit})" for curve in CURVES)])
    rows = ["\t".join([str(size), *(f"{each:.4g}" for each in row)]) for size, row in table.items()]
    (FOLDER / "figures.tsv").write_text("\n".join([head, *rows, ""]), "utf-8")
    for place, curve in enumerate(CURVES):
        points = [(size, row[place]) for size, row in table.items()]
        drawn = svg(f"{curve.title}, {curve.unit}", points)
        (FOLDER / f"{curve.name}.svg").write_text(drawn, "utf-8")


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    main()
