"""A trial: would an index of deletions find more slips than look-up by sound, or for less?

    python -m benchmarks.quality.slips [--names 20000] [--asked 400]

Names of GeoNames in all scripts are stored; each question is one of them with one slip of the
fingers: a letter left out, put in, exchanged or swapped with the next. The index of deletions is
after Garbe's SymSpell (2012): it keeps each word of the vocabulary under itself and under what is
left without any one of its letters, so that two words a slip apart meet; what they lead to is
ranked by rapidfuzz's ratio of whole names.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from benchmarks.quality.lookup_geonames import every_name, looked_up
from store.lookup.index import NameRow
from store.text.folding import fold, words

_LETTERS: Final = ("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
_MOST_NAMES: Final = 400  # of a word that are ranked
_SHORTEST: Final = 4

Find = Callable[[str], Sequence[int]]


def slip(text: str, draw: random.Random) -> str:
    """The text with one slip of the fingers, in a letter that is not the first."""
    letters = _LETTERS[not text.isascii()]
    place = draw.randrange(1, len(text) - 1)
    before, letter, after = text[:place], text[place], text[place + 1 :]
    return draw.choice(
        (
            before + after,
            before + letter + draw.choice(letters) + after,
            before + draw.choice(letters) + after,
            before + after[0] + letter + after[1:],
        )
    )


def deletions(word: str) -> set[str]:
    """A word and what is left of it without any one of its letters."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


class SlipIndex:
    """Names found by words that are at most one slip apart."""

    def __init__(self, rows: Sequence[NameRow]) -> None:
        """Index names."""
        self._names = [(row.record, fold(row.text)) for row in rows]
        self._held: dict[str, list[int]] = defaultdict(list)
        for number, (_, folded) in enumerate(self._names):
            for word in dict.fromkeys(words(folded)):
                self._held[word].append(number)
        self._by_deletion: dict[str, list[str]] = defaultdict(list)
        for word in self._held:
            for left in deletions(word):
                self._by_deletion[left].append(word)

    @property
    def sizes(self) -> tuple[int, int]:
        """How many words there are, and how many keys lead to them."""
        return len(self._held), sum(map(len, self._by_deletion.values()))

    def find(self, query: str) -> list[int]:
        """The records of the names that are most like the query."""
        folded = fold(query)
        numbers: dict[int, None] = {}
        for word in words(folded):
            near = {held for left in deletions(word) for held in self._by_deletion.get(left, ())}
            for held in near:
                if OSA.distance(word, held, score_cutoff=1) <= 1:
                    numbers.update(dict.fromkeys(self._held[held][:_MOST_NAMES]))
        texts = {number: self._names[number][1] for number in numbers}
        best = process.extract(folded, texts, scorer=fuzz.ratio, limit=20)
        return list(dict.fromkeys(self._names[number][0] for _, _, number in best))


def _asked(rows: Sequence[NameRow], most: int) -> list[tuple[frozenset[int], str]]:
    records = defaultdict(set)
    for row in rows:
        records[fold(row.text)].add(row.record)
    draw = random.Random(11)
    texts = sorted(
        text
        for text in records
        if len(text) >= _SHORTEST and set(text) <= {*_LETTERS[not text.isascii()], " "}
    )
    chosen = draw.sample(texts, min(most, len(texts)))
    return [(frozenset(records[text]), slip(text, draw)) for text in chosen]


def table(size: int, most: int) -> Iterator[str]:
    """The lines of the table."""
    rows = list(islice(every_name(), size))
    asked = _asked(rows, most)
    slips = SlipIndex(rows)
    ways: dict[str, Find] = {
        "masarat": looked_up(rows),
        "index of deletions": slips.find,
    }
    found: dict[str, list[Sequence[int]]] = {}
    yield "| names with a slip | first | in five | ms a question |"
    yield "| --- | ---: | ---: | ---: |"
    for way, find in ways.items():
        started = time.process_time()
        found[way] = [find(query)[:5] for _, query in asked]
        taken = (time.process_time() - started) / len(asked) * 1_000
        shares = " | ".join(_share(asked, found[way], most) for most in (1, 5))
        yield f"| {way} | {shares} | {taken:.1f} |"
    either = [(*ours, *theirs) for ours, theirs in zip(*found.values(), strict=True)]
    yield f"| either of both | | {_share(asked, either, 10)} | |"
    held, keys = slips.sizes
    yield f"\n{len(rows):,} names, {len(asked)} asked; {held:,} words under {keys:,} deletions."


def _share(
    asked: Sequence[tuple[frozenset[int], str]], found: Sequence[Sequence[int]], most: int
) -> str:
    right = sum(
        not meant.isdisjoint(some[:most]) for (meant, _), some in zip(asked, found, strict=True)
    )
    return f"{right / len(asked):.3f}"


def main() -> None:
    """Print what the trial gave."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--names", type=int, default=20_000)
    parser.add_argument("--asked", type=int, default=400)
    wanted = parser.parse_args()
    for line in table(wanted.names, wanted.asked):
        print(line, flush=True)


if __name__ == "__main__":
    main()
