"""Run the assaults, print what they found, and keep the table in docs/reliability.md."""

from __future__ import annotations

import math
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

import click

from docs.generated import FOLDER, write_part
from tests.assault.assault import Assault, Fault
from tests.assault.classes import ASSAULTS
from tests.assault.classes.random_keys import RandomKeys
from tests.assault.ground import Ground
from tests.assault.table import Tally, operations_tried, renewed, table

_SHORT_SECONDS, _WHOLE_SECONDS = 75, math.inf
"""So long of each class; a session of random keys that has begun goes on to its end."""


@click.command()
@click.option("--short", is_flag=True, help="Ten minutes in place of an hour.")
@click.option("--only", type=click.Choice(list(ASSAULTS)), help="One class of assault.")
@click.option("--seed", type=int, help="One attempt of it, by its number.")
@click.option("--attempts", type=int, help="So many attempts of each class.")
@click.option("--most-seconds", type=int, help="So long of each class; then no more is begun.")
@click.option("--session", type=int, help="So many seconds of each session of random keys.")
@click.option("--keep/--no-keep", default=True, help="Write docs/reliability.md; whole runs do.")
def main(
    short: bool,
    only: str | None,
    seed: int | None,
    attempts: int | None,
    most_seconds: int | None,
    session: int | None,
    keep: bool,
) -> None:
    """Throw at masarat what it must survive; ends with 1 where anything was found or not tried."""
    wanted = [ASSAULTS[only]] if only else list(ASSAULTS.values())
    RandomKeys.seconds = session or RandomKeys.seconds
    tallies = []
    with tempfile.TemporaryDirectory(prefix="assault-", ignore_cleanup_errors=True) as folder:
        ground = Ground(Path(folder).resolve() / "ground")
        ground.make()
        for assault in wanted:
            count = attempts or (assault.short if short else assault.whole)
            seconds = most_seconds or (_SHORT_SECONDS if short else _WHOLE_SECONDS)
            tally = tallied(assault, ground, count, seed, seconds)
            tallies.append(tally)
            click.echo(tally.row(short))
            for line in tally.lines():
                click.echo(f"  {line}")
    click.echo(operations_tried())
    if keep and not (attempts or most_seconds or session or seed is not None):
        write_part("reliability.md", "assaults", _kept(tallies, bool(only), short))
    sys.exit(not all(tally.is_clean for tally in tallies))


def _kept(tallies: Sequence[Tally], is_some: bool, short: bool) -> str:
    """The table of the page: of all classes anew, or with the rows of some of them renewed."""
    if not is_some:
        return table(tallies, short=short)
    page = (FOLDER / "reliability.md").read_text("utf-8")
    return renewed(page, tallies, short=short)


def tallied(
    assault: type[Assault],
    ground: Ground,
    count: int,
    seed: int | None = None,
    seconds: float = math.inf,
) -> Tally:
    """Make the attempts of a class, or one of them, and say what came of them.

    Args:
        assault: the class.
        ground: where.
        count: how many attempts.
        seed: the number of the only one.
        seconds: after which no more is begun; what is not made is not counted.
    """
    if lacking := assault.lacks():
        return Tally(assault, 0, 0, lacking=lacking)
    prepared = assault(ground)
    prepared.prepare()
    numbers = prepared.numbers(count) if seed is None else [seed]
    made = list(_attempts(prepared, numbers, seconds))
    found = tuple((number, fault) for number, faults in sorted(made) for fault in faults)
    return Tally(assault, len(made), prepared.tried(len(made)), found)


def _attempts(
    assault: Assault, numbers: Sequence[int], seconds: float
) -> Iterator[tuple[int, list[Fault]]]:
    """Make attempts until the time is up, in an order in which each kind has its turn."""
    workers = 1 if assault.is_alone else os.cpu_count() or 1
    ordered = random.Random(0).sample(numbers, len(numbers))
    name, folder = assault.name, assault.ground.folder
    until = time.monotonic() + seconds
    with ProcessPoolExecutor(workers) as pool:
        for number, running in [(n, pool.submit(attempt, name, folder, n, until)) for n in ordered]:
            faults = running.result()
            if faults is not None:
                yield number, faults


def attempt(name: str, ground: Path, number: int, until: float) -> list[Fault] | None:
    """Make one attempt, in a folder of its own; what it raises is a fault as well.

    Args:
        name: of the class.
        ground: where.
        number: of the attempt.
        until: on the machine's clock; after it nothing is begun, and the result is None.
    """
    if time.monotonic() > until:
        return None
    folder = Path(tempfile.mkdtemp(prefix=f"{name}-{number}-", dir=ground))
    try:
        return list(_assault(name, ground).attempt(number, folder))
    except Exception as error:
        return [Fault(f"the attempt failed: {type(error).__name__}: {error}")]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@cache
def _assault(name: str, ground: Path) -> Assault:
    return ASSAULTS[name](Ground(ground))


if __name__ == "__main__":
    main()
