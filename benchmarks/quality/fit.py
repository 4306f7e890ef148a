"""Fit the weights of look-up to data, and say what they give on data that they are not fitted to.

    python -m benchmarks.quality.fit [--folder FOLDER] [--rounds 1] [--only NAME]... [--write]

What is fitted are the figures of `store/lookup/weights.py` that have a range: to the tuned halves
of `names.tsv` and of the public pairs (so far as these lie in the folder, see
`benchmarks.quality.pairs`) and to GeoNames' places of Syria, Lebanon, Jordan and Palestine. A
coordinate search tries a step up and a step down for each figure, in an order drawn by a seed, and
halves the steps in each further round. A step is taken where the mean over all sets of (first + in
five) / 2 gains and no set loses more than a little. At the end the weights before and after are
measured on what was held out: the other halves, the other Arab countries. `--write` puts the
figures into the module.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Literal, NamedTuple, TypeVar

from store.lookup import weights
from store.lookup.weights import Range, Weights

Part = Literal["tuned", "held"]
_Question = TypeVar("_Question")
_MODULE: Final = Path(weights.__file__)
_SEED: Final = 20
_MOST: Final = 300  # questions of a set that is fitted to, drawn by the seed
_MAY_LOSE: Final = 0.004  # of any one set
_LEAST_GAIN: Final = 0.0004


class Figures(NamedTuple):
    """How well the questions of a set are answered."""

    first: float
    five: float

    @property
    def mean(self) -> float:
        """What is fitted."""
        return (self.first + self.five) / 2


Quality = Mapping[str, Figures]
"""Of each set, by its name."""


def fitted() -> dict[str, Range]:
    """The figures that are fitted, by name, each with its range."""
    return {f.name: f.metadata["fitted"] for f in fields(Weights) if f.metadata["fitted"]}


def quality(given: Mapping[str, float], part: Part, folder: Path) -> Quality:
    """What weights give, found out in a process of its own, since modules read them once."""
    trial = json.dumps([dict(given), part, str(folder)])
    done = subprocess.run(
        [sys.executable, "-m", __spec__.name if __spec__ else __name__, "--trial", trial],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return {name: Figures(*figures) for name, figures in json.loads(done.stdout).items()}


def score(found: Quality) -> float:
    """The figure that is fitted: the mean over the sets."""
    return sum(figures.mean for figures in found.values()) / len(found)


def steps(value: float, span: Range, halvings: int) -> Iterator[float]:
    """What is tried beside a value: a step up and a step down, within the range."""
    step = span.step / 2**halvings
    for other in (value + step, value - step):
        if span.least <= other <= span.most:
            yield round(other, 4)


def search(
    begin: Mapping[str, float],
    spans: Mapping[str, Range],
    rounds: int,
    measured: Callable[[Mapping[str, float]], Quality],
    say: Callable[[str], None],
) -> dict[str, float]:
    """The weights that a coordinate search comes to.

    Args:
        begin: the weights to begin with.
        spans: those to fit.
        rounds: how often each is tried; steps are halved after each round.
        measured: what weights give on the tuned questions; called from two threads.
        say: told of each step that is taken.
    """
    best, known = dict(begin), measured(begin)
    order = random.Random(_SEED)
    with ThreadPoolExecutor(2) as both:
        for halvings in range(rounds):
            for name in order.sample(sorted(spans), len(spans)):
                trials = [best | {name: v} for v in steps(best[name], spans[name], halvings)]
                qualities = list(both.map(measured, trials))
                trial, reached = max(
                    zip(trials, qualities, strict=True), key=lambda tried: score(tried[1])
                )
                taken = _gains(known, reached)
                gain = f"{score(known):.4f} to {score(reached):.4f}"
                say(f"{name}: {best[name]} to {trial[name]}: {gain}" + " (no)" * (not taken))
                if taken:
                    best, known = trial, reached
    return best


def _gains(before: Quality, after: Quality) -> bool:
    loses = any(before[name].mean - after[name].mean > _MAY_LOSE for name in before)
    return not loses and score(after) >= score(before) + _LEAST_GAIN


def written(source: str, found: Mapping[str, float]) -> str:
    """The source of the module of weights with other figures in it."""
    for name, value in found.items():
        source, times = re.subn(
            rf"(\n    {name}: float = _weight\(\s*)[\d.]+", rf"\g<1>{value}", source
        )
        assert times == 1, name
    return source


# --- a trial, in its own process ---------------------------------------------------------------


def _trial(given: dict[str, Any], part: Part, folder: Path) -> None:
    """Print what weights give: they are set before what uses them is imported."""
    setattr(weights, "WEIGHTS", replace(Weights(), **given))  # noqa: B010 — final to all others
    print(json.dumps(dict(_measured(part, folder))))


def _measured(part: Part, folder: Path) -> Iterator[tuple[str, Sequence[float]]]:
    from benchmarks.quality import lookup_geonames, names, pairs
    from store.store import Store

    with TemporaryDirectory() as made, Store(Path(made) / "collection.db") as store:
        asked = _some([one for one in names.read_names(part) if one.wanted])
        answers = names.ask(asked, names.looked_up(store))
        first, five = (
            sum(names.right(*answer, most) for answer in answers) / len(answers) for most in (1, 5)
        )
        yield "names", (first, five)
    for trial in pairs.trials(folder, part):
        found = lookup_geonames.measure_any(pairs.ours(trial), _some(trial.asked))
        yield trial.label, (found.first, found.five)
    countries = lookup_geonames.TUNED if part == "tuned" else lookup_geonames.HELD_OUT
    stored = lookup_geonames.places(countries)
    questions = _some(lookup_geonames.questions(stored))
    found = lookup_geonames.measure(lookup_geonames.ours(stored), questions)
    yield "GeoNames", (found.first, found.five)


def _some(questions: Sequence[_Question]) -> list[_Question]:
    return random.Random(_SEED).sample(questions, min(len(questions), _MOST))


# --- what is printed ---------------------------------------------------------------------------


def _table(before: Quality, after: Quality) -> Iterator[str]:
    yield "| held out | first before | first after | in five before | in five after |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, was in before.items():
        now = after[name]
        yield f"| {name} | {was.first:.3f} | {now.first:.3f} | {was.five:.3f} | {now.five:.3f} |"
    yield f"| **mean of both** | {score(before):.4f} | {score(after):.4f} | | |"


def main() -> None:
    """Fit, print what was found and what it gives, and write it where that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--folder", type=Path, default=Path("build/pairs"), help="of public pairs")
    parser.add_argument("--rounds", type=int, default=1, help="times that each figure is tried")
    parser.add_argument("--only", action="append", choices=sorted(fitted()), help="fit this one")
    parser.add_argument("--write", action="store_true", help="put the figures into the module")
    parser.add_argument("--trial", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.trial:
        given, part, folder = json.loads(asked.trial)
        _trial(given, part, Path(folder))
        return
    begin = asdict(weights.WEIGHTS)
    spans = {name: span for name, span in fitted().items() if name in (asked.only or fitted())}
    found = search(
        begin,
        spans,
        asked.rounds,
        lambda given: quality(given, "tuned", asked.folder),
        lambda line: print(line, flush=True),
    )
    changed = {name: value for name, value in found.items() if value != begin[name]}
    print("\n" + ("\n".join(f"{name} = {value}" for name, value in changed.items()) or "as it is"))
    before = quality(begin, "held", asked.folder)
    after = quality(found, "held", asked.folder)
    print("\n" + "\n".join(_table(before, after)))
    if asked.write:
        _MODULE.write_text(written(_MODULE.read_text("utf-8"), changed), encoding="utf-8")


if __name__ == "__main__":
    main()
