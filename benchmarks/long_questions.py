"""How long questions of thirty letters and more take, beside rapidfuzz over the same names.

    python -m benchmarks.long_questions [--every 1]

Each is asked of the collection as the explorer asks it, names, texts and sources together: every
other one afresh (`whole answer`), the others after the same without its last letter (`last
letter`), as they are typed. Processor time, as the machine may do other things; how many plain
additions a loop of Python does in that time is told, so that runs on other machines compare.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import click
from rapidfuzz import fuzz, process

from benchmarks.measure import percentile
from store.model.questions import Question
from store.store import Store

_QUALITY: Final = Path(__file__).parent / "quality"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_ARABIC: Final = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_DIGITS: Final = "0123456789"
_LETTERS: Final = 30
_ADDITIONS: Final = 30_000
_MOST: Final = 60
"""Questions of a kind."""


def _asked_in(*tables: str) -> list[str]:
    lines = [
        line
        for table in tables
        for line in (_QUALITY / f"{table}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    ]
    return list(dict.fromkeys(line.partition("\t")[0] for line in lines if line))


def long_questions() -> dict[str, list[str]]:
    """Long questions of every sort, in a fixed random order."""
    choose = random.Random(30)
    texts = [text for text in _asked_in("judged", "questions") if len(text) >= _LETTERS]
    names = [name for name in _asked_in("names", "lookups", "forms") if len(name) >= _LETTERS - 6]
    strangers = [name for name in _asked_in("strangers") if len(name) >= _LETTERS - 6]
    words = [word for text in (*texts, *names) for word in text.split() if len(word) > 2]

    def letters(some: str, count: int = _LETTERS) -> str:
        return "".join(choose.choices(some, k=count))

    def made(make: Callable[[str], str], alphabets: Sequence[str]) -> list[str]:
        return [make(alphabets[number % len(alphabets)]) for number in range(_MOST)]

    scripts = (_LATIN, _ARABIC)
    return {
        "beginnings of questions": [text[:_LETTERS] for text in choose.sample(texts, _MOST)],
        "whole questions": choose.sample(texts, _MOST),
        "names and agreements": choose.sample(names, _MOST),
        "names of other things": choose.sample(strangers, _MOST),
        "words of both scripts": made(
            lambda _: " ".join(choose.choices(words, k=6))[:_LETTERS], [""]
        ),
        "words written together": made(
            lambda _: "".join(choose.choices(words, k=8))[:_LETTERS], [""]
        ),
        "one word of garbage": made(letters, scripts),
        "words of garbage": made(
            lambda some: " ".join(letters(some, 4) for _ in range(6)), scripts
        ),
        "letters and digits": made(letters, [_LATIN + _ARABIC + _DIGITS]),
        "digits": made(letters, [_DIGITS, _DIGITS + " "]),
        "one letter": made(lambda some: choose.choice(some) * _LETTERS, scripts),
        "single letters": made(lambda some: " ".join(letters(some, 15)), scripts),
    }


class Taken(NamedTuple):
    """Milliseconds of processor time for some questions."""

    whole: list[float]
    typed: list[float]
    peer: list[float]


def _timed(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def _add() -> None:
    added = 0
    for number in range(_ADDITIONS):
        added += number


def _ask(store: Store, asked: Sequence[str]) -> Taken:
    """Ask every other question afresh, the others as they are typed; and rapidfuzz all of them."""
    found = store._connection.execute("SELECT folded FROM names ORDER BY id")
    names = [name for (name,) in found]
    taken = Taken([], [], [])
    for number, text in enumerate(asked):
        is_typed = number % 2
        if is_typed:
            store.find(Question(text[:-1]))
        answer = partial(store.find, Question(text))
        (taken.typed if is_typed else taken.whole).append(_timed(answer))
        scan = partial(process.extract, text, names, scorer=fuzz.WRatio, limit=20)
        taken.peer.append(_timed(scan))
    return taken


def _row(kind: str, taken: Taken) -> str:
    cells = [f"{percentile(times, 50):.1f} / {percentile(times, 95):.1f}" for times in taken]
    return f"| {kind} | {len(taken.peer)} | " + " | ".join(cells) + " |"


@click.command()
@click.option("--every", default=1, show_default=True, help="Ask only one in so many.")
def main(every: int) -> None:
    """Measure long questions."""
    gc.disable()  # as the explorer does while it answers
    click.echo("| long questions | asked | whole answer, p50 / p95 ms | last letter | rapidfuzz |")
    click.echo("| --- | ---: | ---: | ---: | ---: |")
    everything = Taken([], [], [])
    with TemporaryDirectory() as name, Store(Path(name) / "asked.db") as store:
        for text in ("zabadani truce", "هدنة الزبداني"):  # the first loads modules
            store.find(Question(text))
        for kind, questions in long_questions().items():
            taken = _ask(store, questions[::every])
            for times, more in zip(everything, taken, strict=True):
                times.extend(more)
            click.echo(_row(kind, taken))
    click.echo(_row("**all of them**", everything))
    additions = percentile([_timed(_add) for _ in range(300)], 10)
    slow = percentile(everything.whole, 95)
    click.echo(f"\np95 is {slow / additions * _ADDITIONS:,.0f} additions of a loop of Python")


if __name__ == "__main__":
    main()
