"""Every figure by which look-up weighs and bounds: its unit, why it is there, and how it was found.

Figures with a range are fitted to data by `python -m benchmarks.quality.fit`, which writes them
here; the others are bounds on what a query may cost, or say an order that readers expect. What a
form of a name costs stands with the form (store/lookup/forms), and what one letter may stand for
with the letters (sounds.py, sound_distance.py).
"""

from __future__ import annotations

from store.tuples import NamedTuple
from store.typed import Final, Literal

Unit = Literal[
    "points", "likeness", "share", "power", "words", "names", "letters", "pairs", "keys", "queries"
]
"""Points are of a score's 100; likeness and shares run from 0 to 1."""


class Range(NamedTuple):
    """Between which figures the best is looked for, and in what steps at first."""

    least: float
    most: float
    step: float


class Told(NamedTuple):
    """What is told of a figure."""

    unit: Unit
    why: str
    fitted: Range | None = None
    """Its range, where it is fitted."""


_told: list[Told] = []
"""Of each figure, in their order."""


def _weight(default: float, unit: Unit, why: str, fitted: Range | None = None) -> float:
    """A figure that is weighed with, and where it is fitted its range."""
    _told.append(Told(unit, why, fitted))
    return default


def _most(default: int, unit: Unit, why: str) -> int:
    """A bound, which is not fitted: more costs more time."""
    _told.append(Told(unit, why))
    return default


class Weights(NamedTuple):
    """The figures of look-up; `TOLD` has the unit, the reason and the range of each."""

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
    first_vowel: float = _weight(
        0.35,
        "share",
        "what a Latin vowel that opens a word costs at least",
        Range(0.15, 0.55, 0.1),
    )
    first_ain: float = _weight(
        0.5, "share", "what an Arabic ain that opens a word costs at least", Range(0.1, 0.7, 0.1)
    )
    short_written: float = _weight(
        0.06,
        "share",
        "what a vowel before two consonants costs more where Arabic has a letter for it",
        Range(0.0, 0.2, 0.04),
    )
    short_omitted: float = _weight(
        0.08, "share", "and less where it has none", Range(0.0, 0.12, 0.02)
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
    few_words: int = _most(3, "words", "of a query that is compared with more: see matches.py")
    least_named: float = _weight(0.2, "share", "of names that are not few, in a query's script")
    most_names_counted: int = _most(1_000, "names", "that tell in which script a store names")
    most_compared_of_few: int = _most(60, "words", "at each step, then")
    least_compared_of_few: int = _most(10, "words", "for one word, then")
    sounds_compared_of_few: int = _most(200, "pairs", "of words, then")
    likest_in_letters: int = _most(
        20, "words", "of all, where none is surely meant: then, and for each word"
    )
    shortest_in_letters: int = _most(4, "letters", "of a word for which they are looked for")
    least_in_letters: float = _weight(0.4, "share", "of letters that such a word has in common")
    generic_far: float = _weight(
        0.2, "share", "how far a Latin word may sound from a generic term and still be it"
    )

    # --- how like a query a name is (scores.py) ---
    exact: float = _weight(100.0, "points", "the name itself")
    all_but_articles: float = _weight(99.0, "points", "the name without its articles")
    like: float = _weight(98.0, "points", "what is only like the query shares what is left below")
    acronym: float = _weight(97.0, "points", "a name of which the query has the initials")
    short_acronym: float = _weight(80.0, "points", "two letters are more often a beginning")
    beginning: float = _weight(90.0, "points", "a name that begins with the query as written")
    alias_costs: float = _weight(
        1.0, "points", "what a name that is but an alias scores less", Range(0.0, 2.0, 0.4)
    )
    article_costs: float = _weight(
        0.4, "points", "when one has an article and the other none", Range(0.0, 3.0, 0.4)
    )
    good_score: float = _weight(
        80.0, "points", "from it on little is doubtful; below it other layouts are tried as well"
    )
    by_sound_costs: float = _weight(
        0.4,
        "share",
        "of what is above a good score: a beginning as written goes before the other script",
        Range(0.0, 0.8, 0.1),
    )
    sure_together: float = _weight(
        0.7,
        "likeness",
        "of whole names, beyond which words may part elsewhere",
        Range(0.6, 0.9, 0.05),
    )
    sure_likeness: float = _weight(
        0.87, "likeness", "of a word that is surely meant", Range(0.75, 0.95, 0.03)
    )
    better_side: float = _weight(
        0.75,
        "share",
        "how much the side counts that is met better, as a name may have more words or fewer",
        Range(0.5, 0.95, 0.05),
    )
    enough_met: float = _weight(
        0.4, "share", "of the query that must be met for that", Range(0.25, 0.6, 0.05)
    )
    least_met: float = _weight(
        0.3, "likeness", "of a word that counts as met at all", Range(0.1, 0.6, 0.1)
    )
    many_more: int = _most(
        2, "words", "by which a query is longer than a name: more of it must be met"
    )
    most_met: float = _weight(0.45, "share", "of the query, then", Range(0.3, 0.7, 0.05))
    good_met: float = _weight(
        0.85, "likeness", "of telling words, above which they are not compared as one"
    )
    telling: float = _weight(
        1.5, "power", "to which rarity is raised: rare words tell more", Range(0.5, 2.5, 0.25)
    )
    generic: float = _weight(
        0.1, "share", "what a generic term tells beside another word", Range(0.0, 0.4, 0.05)
    )

    # --- what is looked for, and what is an answer (matches.py) ---
    least_score: float = _weight(58.0, "points", "what scores less is no answer")
    least_score_of_few: float = _weight(
        66.0, "points", "nor what scores less, where a few letters were typed"
    )
    least_across: float = _weight(
        54.0, "points", "nor a name of the other script, where the record has none in this one"
    )
    least_across_of_few: float = _weight(62.0, "points", "for a few letters, then")
    other_script_costs: float = _weight(
        14.0, "points", "where the record has names in the script of the query"
    )
    spelling_costs: float = _weight(
        4.0,
        "points",
        "what a name of the other script costs by how much less likely it is spelt so: for each"
        " unit of likelihood (transliteration)",
        Range(0.0, 6.0, 1.0),
    )
    layout_score: float = _weight(
        85.0, "points", "that a text in another layout must reach, as nobody typed it so"
    )
    layout_costs: float = _weight(5.0, "points", "what such a text scores less")
    layout_score_of_few: float = _weight(96.0, "points", "that one of three letters must reach")
    least_in_layout: int = _most(3, "letters", "of a text that is tried in other layouts")
    most_words: int = _most(6, "words", "of a query that are looked for")
    enough_alike: float = _weight(
        0.94, "likeness", "at which a word need not be looked for among slips"
    )
    most_compared: int = _most(18, "words", "compared by sound at each step, over a whole query")
    least_heard: int = _most(2, "letters", "of a word beside others that is looked for by sound")
    least_compared: int = _most(5, "words", "but for one word at least so many")
    as_it_stands: float = _weight(
        98.5, "points", "from it on a text is a name and is read in no other form"
    )
    most_kept_answers: int = _most(
        400, "keys", "whose words or names are kept from one query to the next"
    )
    most_words_held: int = _most(
        20_000, "words", "of a store whose words and keys are kept in memory"
    )
    queries_before_keys: int = _most(
        2, "queries", "the query from which on they are, as one need not"
    )
    most_kept: int = _most(9, "words", "of the vocabulary that lead to names, for each word")


TOLD: Final = dict(zip(Weights._fields, _told, strict=True))
"""What is told of each figure, by its name."""

WEIGHTS: Final = Weights()
"""Those that look-up has. A trial of others replaces them before the modules that use them load."""
