"""Look-up across scripts, measured on public pairs of names in Arabic and Latin letters.

    python -m benchmarks.quality.pairs [--folder FOLDER] [--half tuned|held] [--failures]

ANETAC (Hadj Ameur, Meziane and Guessoum 2019) has names out of parallel texts and names no licence,
Google's ar2en pairs are Wikipedia's (Apache 2.0); so neither is in this repository. Lay both files
into one folder; by default it is `build/pairs`:

    https://raw.githubusercontent.com/MohamedHadjAmeur/ANETAC/master/EN-AR%20NE/EN-AR%20Named-entities.txt
    https://raw.githubusercontent.com/google/transliteration/master/ar2en.txt

Of the names in one script 5,000 are stored, and 1,500 of those that they are paired with are asked
in the other; any stored name that stands beside the asked one in the data is right. Weights are
fitted on the `tuned` half alone: names are of a half by a checksum of the Arabic one.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NamedTuple

from rapidfuzz import fuzz, process

from benchmarks.quality.lookup_geonames import Answer, Quality, looked_up, measure_any
from store.lookup.index import NameRow

FOLDER: Final = Path("build/pairs")
HALVES: Final = ("tuned", "held")
STORED: Final = 5_000
ASKED: Final = 1_500
_ARABIC: Final = re.compile(r"[\u0600-\u06ff]")


class Pair(NamedTuple):
    """A name in either script."""

    arabic: str
    latin: str


class Trial(NamedTuple):
    """Names to store in one script, and what is asked in the other."""

    label: str
    language: str
    """Of the stored names."""
    stored: list[str]
    asked: list[tuple[frozenset[int], str]]
    """Each question with the numbers of the stored names that are right."""


def read_anetac(text: str) -> list[Pair]:
    """Pairs out of lines that have a class, a name in Latin letters and the same in Arabic ones."""
    found = []
    for line in text.splitlines():
        _, _, names = line.partition(" ")
        begin = _ARABIC.search(names)
        if begin and begin.start():
            found.append(Pair(names[begin.start() :].strip(), names[: begin.start()].strip()))
    return found


def read_google(text: str) -> list[Pair]:
    """Pairs out of lines that have a name in Arabic letters, a tab, and the same in Latin ones."""
    rows = (line.split("\t") for line in text.splitlines())
    return [Pair(*map(str.strip, row)) for row in rows if len(row) == 2]


SETS: Final[Mapping[str, tuple[str, Callable[[str], list[Pair]]]]] = {
    "ANETAC": ("EN-AR Named-entities.txt", read_anetac),
    "Google ar2en": ("ar2en.txt", read_google),
}
"""The sets by name: the file of each, and how it is read."""


def of_half(pairs: Iterable[Pair], half: str) -> list[Pair]:
    """Those of a half; a name in Arabic is of one half with all that it is paired with."""
    number = HALVES.index(half)
    return [pair for pair in pairs if zlib.crc32(pair.arabic.encode()) % len(HALVES) == number]


def trials(folder: Path, half: str, *, most: int = ASKED) -> Iterator[Trial]:
    """Both directions of each set that lies in the folder."""
    for label, (file, read) in SETS.items():
        if (folder / file).is_file():
            pairs = of_half(read((folder / file).read_text(encoding="utf-8")), half)
            for language, asked_in in (("ar", "Latin"), ("en", "Arabic")):
                yield _trial(f"{label}, {asked_in} asked", language, pairs, most)


def _trial(label: str, language: str, pairs: Sequence[Pair], most: int) -> Trial:
    partners: dict[str, set[str]] = defaultdict(set)  # of each asked name
    for pair in pairs:
        name, other = (pair.arabic, pair.latin) if language == "ar" else (pair.latin, pair.arabic)
        partners[other].add(name)
    names = sorted({name for held in partners.values() for name in held})
    drawn = random.Random(7)
    stored = drawn.sample(names, min(STORED, len(names)))
    number_of = {name: number for number, name in enumerate(stored)}
    asked = [
        (frozenset(number_of[name] for name in held if name in number_of), other)
        for other, held in sorted(partners.items())
        if len(other) > 2 and not held.isdisjoint(number_of)
    ]
    return Trial(label, language, stored, drawn.sample(asked, min(most, len(asked))))


def ours(trial: Trial) -> Answer:
    """Look-up as masarat does it."""
    return looked_up(
        NameRow(n, trial.language, "name", 0, name) for n, name in enumerate(trial.stored)
    )


def transliterated(trial: Trial, scorer: Callable[..., float]) -> Answer:
    """Anyascii's transliteration, ranked by one of rapidfuzz's scorers."""
    anyascii: Callable[[str], str] = import_module("anyascii").anyascii
    texts = [anyascii(name).lower() for name in trial.stored]

    def answer(question: str) -> list[int]:
        plain = anyascii(question).lower()
        best: list[Any] = process.extract(plain, texts, scorer=scorer, limit=20)
        return [place for _, _, place in best]

    return answer


def _row(trial: Trial, way: str, quality: Quality) -> str:
    figures = f"{quality.first:.3f} | {quality.five:.3f} | {quality.median:.1f}"
    return f"| {trial.label} | {way} | {figures} | {quality.slow:.1f} |"


def table(folder: Path, half: str) -> Iterator[str]:
    """The lines of the table."""
    yield "| pairs | look-up | first | in five | median ms | p99 ms |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    for trial in trials(folder, half):
        yield _row(trial, "masarat", measure_any(ours(trial), trial.asked))
        try:
            for way, scorer in (("ratio", fuzz.ratio), ("WRatio", fuzz.WRatio)):
                found = measure_any(transliterated(trial, scorer), trial.asked)
                yield _row(trial, f"anyascii, rapidfuzz {way}", found)
        except ImportError:
            yield f"| {trial.label} | pip install -e .[benchmarks] | | | | |"


def _print_failures(folder: Path) -> None:
    for trial in trials(folder, "tuned"):
        answer = ours(trial)
        for meant, question in trial.asked:
            found = answer(question)[:5]
            if meant.isdisjoint(found[:1]):
                wanted = ", ".join(trial.stored[number] for number in meant)
                place = next((n for n, key in enumerate(found, 1) if key in meant), 0)
                others = ", ".join(trial.stored[key] for key in found[:3])
                print(f"{trial.label}: {question}: {wanted} at {place}; found {others}")


def main() -> None:
    """Print how well names are found across scripts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where both files lie")
    parser.add_argument("--half", choices=HALVES, default="held", help="which names are asked")
    parser.add_argument("--failures", action="store_true", help="list what the tuned half misses")
    wanted = parser.parse_args()
    missing = [file for file, _ in SETS.values() if not (wanted.folder / file).is_file()]
    if missing:
        print(f"not in {wanted.folder}: {', '.join(missing)}; see --help", file=sys.stderr)
        print((__doc__ or "").partition("\n\n")[2], file=sys.stderr)
    for line in table(wanted.folder, wanted.half) if len(missing) < len(SETS) else ():
        print(line, flush=True)
    if wanted.failures:
        _print_failures(wanted.folder)


if __name__ == "__main__":
    main()
