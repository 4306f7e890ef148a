"""Every figure by which look-up weighs and bounds: its unit, why it is there, and how it was found.

Figures with a range are fitted to data by `python -m benchmarks.quality.fit`, which writes them
here; the others are bounds on what a query may cost, or say an order that readers expect. What a
form of a name costs stands with the form (store/lookup/forms), and what one letter may stand for
with the letters (sounds.py, sound_distance.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

Unit = Literal["points", "likeness", "share", "power", "words", "names", "letters", "pairs", "keys"]
"""Points are of a score's 100; likeness and shares run from 0 to 1."""


class Range(NamedTuple):
    """Between which figures the best is looked for, and in what steps at first."""

    least: float
    most: float
    step: float


def _weight(default: float, unit: Unit, why: str, fitted: Range | None = None) -> float:
    """A figure that is weighed with, and where it is fitted its range."""
    figure: float = field(default=default, metadata={"unit": unit, "why": why, "fitted": fitted})
    return figure


def _most(default: int, unit: Unit, why: str) -> int:
    """A bound, which is not fitted: more costs more time."""
    bound: int = field(default=default, metadata={"unit": unit, "why": why, "fitted": None})
    return bound


@dataclass(frozen=True, slots=True)
class Weights:
    """The figures of look-up; each field's metadata has its unit, its reason and its range."""

    # --- how alike two words are (likeness.py) ---
    least_likeness: float = _weight(0.6, "likeness", "below it a word is another word")
    letters_count: float = _weight(
        0.3,
        "share",
        "by how much Latin words that only sound alike are less alike",
        Range(0.0, 0.6, 0.1),
    )
    later_reading: float = _weight(
        0.02, "likeness", "what a less usual reading of letters costs", Range(0.0, 0.06, 0.01)
    )
    least_begun: float = _weight(
        0.6,
        "likeness",
        "of a word of which the query is the very beginning",
        Range(0.5, 0.75, 0.05),
    )
    begun: float = _weight(
        0.45, "likeness", "or more, by how much of it is there", Range(0.35, 0.5, 0.05)
    )

    # --- how far apart two words sound (sound_distance.py) ---
    same_vowels: float = _weight(
        0.1, "share", "the least that two vowels of one script are apart", Range(0.0, 0.3, 0.05)
    )
    same_consonants: float = _weight(
        0.35, "share", "the least that two consonants of one script are", Range(0.2, 0.6, 0.1)
    )
    whole_letter: float = _weight(1.0, "share", "what a letter costs that no table names")
    least_written: float = _weight(
        0.6, "share", "what any letter costs within Arabic script, where a missing alef is a slip"
    )

    # --- which words and names are compared (candidates.py, comparisons.py, generic_terms.py) ---
    most_begun: int = _most(40, "words", "that begin with one of the query")
    most_begun_readings: int = _most(3, "keys", "under which a beginning is looked for")
    most_short: int = _most(12, "words", "of those that begin so")
    most_near: int = _most(120, "words", "at one distance from one of the query")
    longest_varied: int = _most(6, "letters", "of a key whose neighbours are looked for")
    shortest_varied: int = _most(3, "letters", "of such a rough key")
    most_crossed: int = _most(5, "words", "that are looked for together with another's")
    most_crossed_names: int = _most(60, "names", "read for such a pair")
    most_whole: int = _most(20, "names", "that begin with the whole query")
    longest_acronym: int = _most(12, "letters", "of an acronym")
    least_names: int = _most(8, "names", "that are read for one word at least")
    most_names: int = _most(36, "names", "that are scored for one query")
    sounds_compared: int = _most(60, "pairs", "of words: what one query may cost")
    generic_far: float = _weight(
        0.2, "share", "how far a Latin word may sound from a generic term and still be it"
    )


WEIGHTS: Final = Weights()
"""Those that look-up has. A trial of others replaces them before the modules that use them load."""
