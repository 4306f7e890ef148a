"""Arabic in Latin letters and digits, as it is written in chats: `7oms`, `Dar3a`, `el 3'outa`.

Digits stand for the letters that they look like: 2 for ء (and for ق, which Damascus speaks so), 3
ع, 5 خ, 6 ط, 7 ح, 8 ق or غ, 9 ص or ق, with an apostrophe for the dotted letter: 3' غ, 7' خ. What
has digits for other reasons is no such word: `b2b`, `h2o`, `m20`, `covid19`.
"""

from __future__ import annotations

from itertools import islice, product

from store.expressions import expression
from store.lookup.forms.form import HIGHEST, Asked, Form, lowered
from store.lookup.meant.telling import speaks_of_agreement
from store.lookup.name_match import NameMatch
from store.lookup.weights import WEIGHTS
from store.typed import Final

_DOTTED: Final = {"3'": ("gh",), "6'": ("z",), "7'": ("kh",), "9'": ("d",)}
_LETTERS: Final = {
    "2": ("q", ""), "3": ("a",), "4": ("dh", "sh"), "5": ("kh",), "6": ("t",), "7": ("h",),
    "8": ("q", "gh"), "9": ("s", "q"), "$": ("sh",),
} | _DOTTED  # fmt: skip
"""The letters that a digit stands for, the likeliest first."""
_DIGIT: Final = expression(r"[3679]'(?=[^\W\d_])|[2-9$]")
_AIN_BESIDE_A_VOWEL: Final = expression(r"3(?=[aeiou])|(?<=[aeiou])3(?![aeiou]|$)")
_APOSTROPHE: Final = expression("[’‘ʼʻ`´′]")
_DIFFERENT_DIGITS: Final = expression(r"(\d)(?!\1)\d")
_NUMBERED: Final = expression(r"([^\W\d_]{3,40})(\d{1,4})")
_SIGNS: Final = frozenset("23456789$")
_BLANKS: Final = expression(r"([\s-]+)")
_ARTICLE: Final = expression("2[aei]?l")
_ENOUGH_LETTERS: Final = 3
_ENOUGH_HEARD: Final = 6  # letters: a few of them sound like many names
_FEW_LETTERS: Final = 2  # in a word beside others
_MOST_READINGS: Final = 4
_LONGEST: Final = 60
_COSTS: Final = 3.0
_LEAST: Final = 71.0
_NUMBERED_COSTS: Final = 2.0


def _is_word(word: str, *, alone: bool) -> bool:
    """Whether a word with digits may be one that is spoken."""
    if _ARTICLE.fullmatch(word):
        return not alone
    letters = [letter for letter in word if letter.isalpha()]
    if _DIFFERENT_DIGITS.search(word) or not all(letter.isascii() for letter in letters):
        return False
    if len(letters) >= _ENOUGH_LETTERS:
        return True
    return not alone and len(letters) == _FEW_LETTERS and bool(set(letters) & set("aeioul"))


def _readings(text: str) -> list[str]:
    """What a text with digits may be in letters alone."""
    text = _APOSTROPHE.sub("'", text.casefold())
    pieces = _BLANKS.split(text)
    spelled = [
        index
        for index, piece in enumerate(pieces)
        if any(sign in _SIGNS for sign in piece) and any(map(str.isalpha, piece))
    ]
    if not spelled or not all(_is_word(pieces[at], alone=len(pieces) == 1) for at in spelled):
        return []
    for at in spelled:
        pieces[at] = _AIN_BESIDE_A_VOWEL.sub("", pieces[at]) if len(pieces[at]) > 2 else pieces[at]
    signs = dict.fromkeys(sign for at in spelled for sign in _DIGIT.findall(pieces[at]))
    found = []
    for letters in islice(product(*(_LETTERS[sign] for sign in signs)), _MOST_READINGS):
        habit = dict(zip(signs, letters, strict=True))
        read = pieces.copy()
        for at in spelled:
            read[at] = _DIGIT.sub(lambda sign: habit[sign[0]], pieces[at])  # noqa: B023 — used at once
        found.append("".join(read))
    return found


def _heard(match: NameMatch) -> NameMatch:
    """A match by an Arabic name, which is what was meant to be heard, where enough of it is."""
    why = match.why
    letters = sum(len(met.word) for met in why.meeting.telling)
    is_less = letters < _ENOUGH_HEARD or speaks_of_agreement(match.text)
    if why.doubt != "sound" or is_less:
        return match
    costs = tuple(cost for cost in why.costs if cost[0] != "other-script")
    score = min(HIGHEST, match.score + WEIGHTS.other_script_costs)
    return match._replace(score=score, is_lowered=False, why=why._replace(costs=costs, doubt=""))


def _find(asked: Asked) -> list[NameMatch]:
    text = asked.text.strip()
    if len(text) > _LONGEST or _SIGNS.isdisjoint(text):
        return []
    found = [
        match
        for reading in _readings(text)
        for match in lowered([_heard(match) for match in asked.look_up(reading)], _COSTS)
    ]
    if numbered := _NUMBERED.fullmatch(text):  # Astana7
        found += lowered(asked.look_up(" ".join(numbered.groups())), _NUMBERED_COSTS)
    return [match for match in found if match.score >= _LEAST]


DIGITS = Form("digits", place=50, find=_find, unless=90.0)
