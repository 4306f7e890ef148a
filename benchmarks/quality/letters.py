"""Fit what one letter may stand for, and what it costs to leave it out, to names in two scripts.

    python -m benchmarks.quality.letters [--folder FOLDER] [--rounds 4] [--write]

What is fitted are the prices of `store/lookup/sound_distance.py`. A question in Latin letters is
asked of GeoNames' places of Syria, Lebanon, Jordan and Palestine and of the tuned halves of the
public pairs (so far as these lie in the folder, see `benchmarks.quality.pairs`); what look-up finds
for it and what is right are aligned at the least price, and the prices on both ways are moved so
that the right name comes nearer than the others: the gradient of a softmax over the names (after
McCallum, Bellare and Pereira, "A Conditional Random Field for Discriminatively-trained Finite-state
String Edit Distance", UAI 2005), scaled as in AdaGrad. What a letter mostly stands for stays free,
what it never stands for a whole letter, and prices are drawn back to what they were. A quarter of
the names, by a checksum, is only measured unless the prices are to be written.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.quality import lookup_geonames, pairs
from store.lookup import matches, sound_distance
from store.lookup.index import NameRow
from store.lookup.keys import NameKeys, bare_words, name_keys
from store.lookup.sound_distance import sound
from store.lookup.sounds import cuts
from store.lookup.weights import WEIGHTS

Units = tuple[str, ...]
Step = tuple[str, str]
"""A unit taken for another, or left out where the other is empty (or `_OPENING`)."""
_SOFT: Final = frozenset("aeiouyYHاأعهةويى")  # other letters get no cheaper: Hamas is no Hama
_OPENING: Final = "^"  # what a vowel that opens a word costs at least is no price of letters
_MODULE: Final = Path(sound_distance.__file__)
_SHARPNESS: Final = 0.025  # of likeness: what is this much nearer is e times as likely meant
_STEP: Final = 0.03
_DRAWN_BACK: Final = 0.005
_DRAWN_NEAR: Final = 0.02  # the right name itself, so that what is sure stays sure
_LEAST_RIGHT: Final = 0.5  # a name that is less like the question is another name
_TIMES_PLACES: Final = 2  # what is looked up here are mostly places
_NAMES: Final = 8  # that look-up finds for a question
_WIDTH: Final = 100


class Question(NamedTuple):
    """A name that was asked for, and the names that it was asked of."""

    text: str
    right: tuple[str, ...]
    others: tuple[str, ...]
    times: int


class Aligned(NamedTuple):
    """How like two names are, and by which steps one becomes the other."""

    likeness: float
    steps: list[Step]
    together: float
    """What both say together."""


class Measured(NamedTuple):
    """How the questions are answered."""

    loss: float
    first: float


def geonames() -> Iterator[Question]:
    """Every Latin spelling of the places that look-up is tuned on."""
    stored = lookup_geonames.places(lookup_geonames.TUNED)
    asked = lookup_geonames.questions(stored, 1_000_000)
    names = [place.arabic for place in stored]
    yield from _questions(names, [(frozenset({n}), text) for n, text in asked], _TIMES_PLACES)


def public_pairs(folder: Path) -> Iterator[Question]:
    """The tuned halves of the public pairs, asked in Latin letters."""
    for trial in pairs.trials(folder, "tuned"):
        if trial.language == "ar":
            yield from _questions([[name] for name in trial.stored], trial.asked, 1)


def _questions(
    names: Sequence[Sequence[str]], asked: Iterable[tuple[frozenset[int], str]], times: int
) -> Iterator[Question]:
    rows = (
        NameRow(number, "ar", "alias" if position else "name", position, name)
        for number, held in enumerate(names)
        for position, name in enumerate(held)
    )
    with closing(lookup_geonames.indexed(rows)) as connection:
        for numbers, text in asked:
            found = matches.lookup(connection, text, limit=_NAMES)
            right = [name for number in sorted(numbers) for name in names[number]]
            others = [match.text for match in found if match.record not in numbers]
            question = _comparable(text, right, others, times)
            if question.right and question.others:
                yield question


def _comparable(text: str, right: Sequence[str], others: Sequence[str], times: int) -> Question:
    """The question with the names that have as many words, without namesakes of what is right."""
    many = len(_keys(text).words)
    meant = {_keys(name).words for name in right}
    return Question(
        text,
        tuple(name for name in right if len(_keys(name).words) == many),
        tuple(
            name
            for name in dict.fromkeys(others)
            if len(_keys(name).words) == many and _keys(name).words not in meant
        ),
        times,
    )


@lru_cache(maxsize=100_000)
def _keys(name: str) -> NameKeys:
    return name_keys(name)


@lru_cache(maxsize=100_000)
def _cuts(name: str, *, asked: bool) -> tuple[Units, ...]:
    word = _keys(name).joined or "".join(_keys(name).words)
    forms = (word, *bare_words(word)) if asked else (word,)
    return tuple(cut for form in forms for cut in cuts(form))


def _has_article(name: str) -> bool:
    keys = _keys(name)
    return len(keys.folded) - keys.folded.count(" ") != sum(map(len, keys.words))


class Prices:
    """The prices as they are fitted."""

    def __init__(self) -> None:
        """Begin with those of look-up."""
        self.now: dict[Step, float] = {}
        self.before: dict[Step, float] = {}
        self._moved: defaultdict[Step, float] = defaultdict(float)

    def of(self, step: Step) -> float:
        """The price of a step."""
        if step not in self.now:
            self.before[step] = self.now[step] = _price(step)
        return self.now[step]

    def move(self, gradient: Mapping[Step, float], rate: float) -> None:
        """Change the prices a little against a gradient."""
        for step, slope in gradient.items():
            if self.is_fixed(step):
                continue
            pull = slope + _DRAWN_BACK * (self.now[step] - self.before[step])
            self._moved[step] += pull * pull
            moved = self.now[step] - rate * pull / math.sqrt(self._moved[step] + 0.001)
            least = 0.0 if _is_soft(step) else self.before[step]
            self.now[step] = min(1.0, max(least, moved))

    def is_fixed(self, step: Step) -> bool:
        """Whether a price is none that is fitted."""
        unit, other = step
        if not other:
            return False
        usual = next(iter(sound_distance.READINGS.get(unit, "")), "")
        return (
            other == _OPENING
            or self.before[step] == 1.0
            or (self.before[step] == 0.0 and other == usual)
        )


def _is_soft(step: Step) -> bool:
    return set(step[0][:1] + step[1]) <= _SOFT


def _price(step: Step) -> float:
    unit, other = step
    if other == _OPENING:
        return max(sound_distance.omission(unit), WEIGHTS.first_vowel)
    return sound_distance.price(unit, other) if other else sound_distance.omission(unit)


def _left_out(word: Units, place: int) -> Step:
    opens = place == 0 and len(word) > 1 and word[0][0] in "aeiou"
    return word[place], _OPENING if opens else ""


def likeness(question: str, name: str, prices: Prices) -> Aligned:
    """How like a question and a name are under the best of their readings."""
    found = [
        _aligned(query, cut, prices, WEIGHTS.later_reading * later)
        for cut in _cuts(name, asked=False)
        for later, query in enumerate(_cuts(question, asked=True))
    ]
    best = max(found, key=lambda aligned: aligned.likeness)
    costs = WEIGHTS.article_costs / WEIGHTS.like * (_has_article(question) != _has_article(name))
    return best._replace(likeness=best.likeness - costs)


def _aligned(query: Units, name: Units, prices: Prices, costs: float) -> Aligned:
    rows = [[0.0]]
    put_ins = [prices.of(_left_out(name, place)) for place in range(len(name))]
    rows[0] += accumulate(put_ins)
    for first, unit in enumerate(query):
        above, left_out = rows[-1], prices.of(_left_out(query, first))
        row = [above[0] + left_out]
        for place, other in enumerate(name):
            taken = above[place] + prices.of((unit, other))
            row.append(min(taken, above[place + 1] + left_out, row[-1] + put_ins[place]))
        rows.append(row)
    together = sound(query).weight + sound(name).weight
    return Aligned(
        1 - 2 * rows[-1][-1] / together - costs, list(_steps(query, name, rows, prices)), together
    )


def _steps(
    query: Units, name: Units, rows: Sequence[Sequence[float]], prices: Prices
) -> Iterator[Step]:
    """The way back through the table of distances."""
    i, j = len(query), len(name)
    while i or j:
        price = rows[i][j]
        if i and j and price == rows[i - 1][j - 1] + prices.of((query[i - 1], name[j - 1])):
            i, j = i - 1, j - 1
            yield query[i], name[j]
        elif i and price == rows[i - 1][j] + prices.of(_left_out(query, i - 1)):
            i -= 1
            yield _left_out(query, i)
        else:
            j -= 1
            yield _left_out(name, j)


def learn(question: Question, prices: Prices, rate: float) -> tuple[float, bool] | None:
    """Ask one question, and move the prices if there is a rate.

    Returns:
        How unlikely the right name was taken to be, and whether it stands first; None where even
        the right name is another.
    """
    best = max(likeness(question.text, name, prices) for name in question.right)
    if best.likeness < _LEAST_RIGHT:
        return None
    others = [likeness(question.text, name, prices) for name in question.others]
    odds = [math.exp((other.likeness - best.likeness) / _SHARPNESS) for other in others]
    share = 1 / (1 + sum(odds))
    if rate:
        gradient: defaultdict[Step, float] = defaultdict(float)
        for step in best.steps:
            gradient[step] += (1 - share + _DRAWN_NEAR) * 2 / best.together
        for other, odd in zip(others, odds, strict=True):
            for step in other.steps:
                gradient[step] -= odd * share * 2 / other.together
        prices.move(gradient, rate)
    return -math.log(share), max(odds) < 1


def measured(questions: Iterable[Question], prices: Prices) -> Measured:
    """How questions are answered with these prices."""
    answers = [answer for each in questions if (answer := learn(each, prices, 0.0))]
    losses, firsts = zip(*answers, strict=True)
    return Measured(sum(losses) / len(answers), sum(firsts) / len(answers))


def fit(questions: Sequence[Question], prices: Prices, rounds: int) -> None:
    """Move the prices so that the right names come first."""
    for number in range(rounds):
        order = [each for each in questions for _ in range(each.times)]
        random.Random(number).shuffle(order)
        for question in order:
            learn(question, prices, _STEP / (1 + number / 2))


def _is_kept_aside(question: Question) -> bool:
    return zlib.crc32(question.right[0].encode()) // 8 % 4 == 0


# --- the tables as source ----------------------------------------------------------------------


def written(source: str, prices: Prices) -> str:
    """The source of the module of prices with the fitted ones in it."""
    readings = {unit: dict(row) for unit, row in sound_distance.READINGS.items()}
    omissions = dict(sound_distance.OMISSIONS)
    for (unit, other), price in prices.now.items():
        if prices.is_fixed((unit, other)):
            continue
        if other:
            readings[unit][other] = price
        else:
            omissions[unit] = price
    rows = [f'"{unit}": "{_row(row)}",' for unit, row in readings.items()]
    source = _in_place(source, "_READINGS", rows)
    return _in_place(
        source,
        "_OMISSIONS",
        [f'"{unit}": {price * 100:.0f},' for unit, price in omissions.items() if price < 0.995],
    )


def _row(readings: Mapping[str, float]) -> str:
    usual = next(iter(readings))
    dearer = sorted(readings.items(), key=lambda item: (item[0] != usual, item[1]))
    return " ".join(f"{letter}{price * 100:.0f}" for letter, price in dearer if price < 0.995)


def _in_place(source: str, table: str, entries: Sequence[str]) -> str:
    lines = ["   "]
    for entry in entries:
        if len(lines[-1]) + 1 + len(entry) > _WIDTH:
            lines.append("   ")
        lines[-1] += " " + entry
    pattern = rf"(?<=\n{table}: Final = \{{\n).*?(?=\n\}}  # fmt: skip)"
    changed, times = re.subn(pattern, lambda _: "\n".join(lines), source, flags=re.DOTALL)
    assert times == 1, table
    return changed


def main() -> None:
    """Fit, print what it gives on names that were kept aside, and write it if asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--folder", type=Path, default=pairs.FOLDER, help="of public pairs")
    parser.add_argument("--rounds", type=int, default=4, help="times that each name is asked")
    parser.add_argument("--write", action="store_true", help="fit to all, put it into the module")
    asked = parser.parse_args()
    questions = [*geonames(), *public_pairs(asked.folder)]
    aside = [each for each in questions if _is_kept_aside(each)]
    prices = Prices()
    before = measured(aside, prices)
    fit([q for q in questions if asked.write or not _is_kept_aside(q)], prices, asked.rounds)
    after = measured(aside, prices)
    print(f"{len(questions)} questions, {len(aside)} kept aside" + " at first" * asked.write)
    print(
        f"loss {before.loss:.3f} to {after.loss:.3f}, first {before.first:.3f} to {after.first:.3f}"
    )
    if asked.write:
        source = _MODULE.read_text(encoding="utf-8")
        _MODULE.write_text(written(source, prices), encoding="utf-8")


if __name__ == "__main__":
    main()
