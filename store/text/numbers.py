"""Numbers in words, in both languages, brought together with their digits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.tuples import NamedTuple
from store.typed import Final

# "one" is as often no number, in either language, and stays a word.
_ENGLISH: Final = (
    "2 two; 3 three; 4 four; 5 five; 6 six; 7 seven; 8 eight; 9 nine; 10 ten; 11 eleven; 12 twelve;"
    "13 thirteen; 14 fourteen; 15 fifteen; 16 sixteen; 17 seventeen; 18 eighteen; 19 nineteen;"
    "20 twenty; 30 thirty; 40 forty; 50 fifty; 60 sixty; 70 seventy; 80 eighty; 90 ninety"
)
_ARABIC: Final = (
    "2 اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي; 3 ثلاثه ثلاث; 4 اربعه اربع; 5 خمسه خمس;"
    "6 سته ست; 7 سبعه سبع; 8 ثمانيه ثماني ثمان; 9 تسعه تسع; 10 عشره عشر; 20 عشرون عشرين;"
    "30 ثلاثون ثلاثين; 40 اربعون اربعين; 50 خمسون خمسين; 60 ستون ستين; 70 سبعون سبعين;"
    "80 ثمانون ثمانين; 90 تسعون تسعين; 100 ميه مايه; 200 ميتان ميتين مايتان مايتين;"
    "300 ثلاثميه ثلاثمايه; 400 اربعميه اربعمايه; 500 خمسميه خمسمايه; 600 ستميه ستمايه;"
    "700 سبعميه سبعمايه; 800 ثمانميه ثمانمايه ثمانيميه; 900 تسعميه تسعمايه; 1000 الف الاف;"
    "2000 الفان الفين"
)
_AMBIGUOUS: Final = frozenset({"الف", "الاف"})
"""Numbers only behind another: a letter, a name, and thousands of anything."""

VALUES: Final = {
    word: int(value)
    for entry in (*_ENGLISH.split(";"), *_ARABIC.split(";"))
    for value, *words in [entry.split()]
    for word in words
}
"""What a folded word says by itself."""
DIGITS: Final = {word: str(value) for word, value in VALUES.items() if word not in _AMBIGUOUS}
"""The same in digits, of words that say nothing else."""

_HUNDRED: Final = {"hundred": 100, "ميه": 100, "مايه": 100}
_THOUSAND: Final = {"thousand": 1_000, "الف": 1_000, "الاف": 1_000, "الفا": 1_000}
_FIRST_OF_TEENS: Final = {"احد": 1, "احدي": 1}
_AND: Final = "و"
_BEGIN: Final = frozenset(VALUES) - _AMBIGUOUS | frozenset(_FIRST_OF_TEENS)
"""Words with which a number begins that is not in digits."""


class Reading(NamedTuple):
    """A number of several words."""

    start: int
    """The place of its first word."""
    end: int
    """The place behind its last."""
    digits: str


def numbers_in(words: Sequence[str]) -> Iterator[Reading]:
    """Numbers that take several words: *twenty-five*, *three hundred*, خمس عشرة, *1,500*.

    Args:
        words: folded, see `store.text.folding.words`.
    """
    if not may_hold_number(words):
        return  # as most texts, which need not be read word by word
    place = 0
    while place < len(words):
        end, value = _longest(words, place)
        if end > place + 1:
            yield Reading(place, end, str(value))
        place = max(end, place + 1)


def may_hold_number(words: Sequence[str]) -> bool:
    """Whether any of a text's words begins as a number of several words does, in digits or not."""
    return not _BEGIN.isdisjoint(words) or any(map(str.isdigit, words))


def _longest(words: Sequence[str], place: int) -> tuple[int, int]:
    """The number that begins at a place, and where it ends; its beginning where there is none."""
    if words[place].isdigit():
        return _in_thousands(words, place)
    if place + 1 < len(words) and words[place] in _FIRST_OF_TEENS and words[place + 1] in _TEEN:
        return place + 2, 10 + _FIRST_OF_TEENS[words[place]]
    if words[place] not in VALUES or words[place] in _AMBIGUOUS:
        return place, 0
    total, group = 0, VALUES[words[place]]
    end = place + 1
    while end < len(words):
        word = words[end]
        if word in _HUNDRED and 0 < group < 10:
            group *= 100
        elif word in _THOUSAND and 0 < group < 1_000:
            total, group = total + 1_000 * group, 0
        elif word in _TEEN and 2 <= group <= 9 and words[end - 1] not in _TEEN:
            group += 10
        elif (more := _added(words, end, group or total)) is not None:
            length, value = more
            group += value
            end += length - 1
        else:
            break
        end += 1
    return end, total + group


_TEEN: Final = frozenset({"عشر", "عشره"})


def _added(words: Sequence[str], place: int, to: int) -> tuple[int, int] | None:
    """What is added to a number at a place: *-five*, *and fifty*, وعشرون; and in how many words."""
    word = words[place]
    if word == "and" and place + 1 < len(words) and to >= 100:
        value = VALUES.get(words[place + 1])
        return (2, value) if value and value < 100 else None
    value = VALUES.get(word)
    if value and word.isascii() and _fits(value, to):
        return 1, value
    if word.startswith(_AND) and (value := VALUES.get(word[1:])) and (_fits(value, to) or to < 10):
        return 1, value
    return None


def _fits(value: int, to: int) -> bool:
    """Whether a number ends in so many noughts that another has room there."""
    return (value < 10 and to % 10 == 0 and to % 100 >= 20) or (value < 100 and to % 100 == 0)


def _in_thousands(words: Sequence[str], place: int) -> tuple[int, int]:
    """Digits in groups of three, as *1,500* is two words."""
    digits, end = words[place], place + 1
    if not digits.isascii() or len(digits) > 3 or digits.startswith("0"):
        return place, 0
    while end < len(words) and len(words[end]) == 3 and words[end].isdigit() and len(digits) < 10:
        digits += words[end]
        end += 1
    return end, int(digits)
