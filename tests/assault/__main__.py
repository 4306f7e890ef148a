"""Run the assaults, print what they found, and keep the table in docs/reliability.md."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

import click

from docs.generated import write_part
from tests.assault.assault import Assault, Fault
from tests.assault.classes import ASSAULTS
from tests.assault.ground import Ground
from tests.assault.table import Tally, table


@click.command()
@click.option("--short", is_flag=True, help="Ten minutes in place of an hour.")
@click.option("--only", type=click.Choice(list(ASSAULTS)), help="One class of assault.")
@click.option("--seed", type=int, help="One attempt of it, by its number.")
@click.option("--attempts", type=int, help="So many attempts of each class.")
@click.option("--keep/--no-keep", default=True, help="Write docs/reliability.md; whole runs do.")
def main(short: bool, only: str | None, seed: int | None, attempts: int | None, keep: bool) -> None:
    """Throw at masarat what it must survive; ends with 1 where anything was found or not tried."""
    wanted = [ASSAULTS[only]] if only else list(ASSAULTS.values())
    tallies = []
    with tempfile.TemporaryDirectory(prefix="assault-", ignore_cleanup_errors=True) as folder:
        ground = Ground(Path(folder).resolve() / "ground")
        ground.make()
        for assault in wanted:
            count = attempts or (assault.short if short else assault.whole)
            tally = tallied(assault, ground, count, seed)
            tallies.append(tally)
            click.echo(tally.row(short))
            for line in tally.lines():
                click.echo(f"  {line}")
    if keep and not (only or attempts):
        write_part("reliability.md", "assaults", table(tallies, short=short))
    sys.exit(not all(tally.is_clean for tally in tallies))


def tallied(assault: type[Assault], ground: Ground, count: int, seed: int | None = None) -> Tally:
    """Make the attempts of a class, or one of them, and say what came of them."""
    if lacking := assault.lacks():
        return Tally(assault, 0, 0, lacking=lacking)
    prepared = assault(ground)
    prepared.prepare()
    numbers = prepared.numbers(count) if seed is None else [seed]
    found = tuple(
        (number, fault) for number, faults in _attempts(prepared, numbers) for fault in faults
    )
    return Tally(assault, len(numbers), prepared.tried(len(numbers)), found)


def _attempts(assault: Assault, numbers: Sequence[int]) -> Iterator[tuple[int, list[Fault]]]:
    workers = 1 if assault.is_alone else os.cpu_count() or 1
    name, folder = assault.name, assault.ground.folder
    with ProcessPoolExecutor(workers) as pool:
        for number, running in [(n, pool.submit(attempt, name, folder, n)) for n in numbers]:
            yield number, running.result()


def attempt(name: str, ground: Path, number: int) -> list[Fault]:
    """Make one attempt, in a folder of its own; what it raises is a fault as well."""
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
