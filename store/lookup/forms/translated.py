"""A name in the words of another language: `Doğu Guta`, `Özgür Suriye Ordusu`, `Armée de l'islam`.

What its words mean is data: `meanings.txt`. The names themselves are heard: Guta is Ghouta.
"""

from __future__ import annotations

import os.path
from collections.abc import Mapping
from functools import lru_cache

from store.expressions import expression
from store.lookup.forms.form import Asked, Form, lowered
from store.lookup.forms.words_beside import length_at
from store.lookup.name_match import NameMatch
from store.text.folding import fold, words
from store.typed import Final

_FILE: Final = os.path.join(os.path.dirname(__file__), "meanings.txt")
_ELIDED: Final = expression(r"\b[dlDL]['’](?=\w)")
_MOST_WORDS: Final = 12
_MOST_READINGS: Final = 2
_LEAST: Final = 72.0
_COSTS: Final = 3.0

Phrase = tuple[str, ...]


@lru_cache(maxsize=1)
def _meanings() -> Mapping[Phrase, tuple[str, ...]]:
    """From folded words of other languages to what they mean in English, in the file's order."""
    found: dict[Phrase, list[str]] = {}
    with open(_FILE, encoding="utf-8") as lines:
        for line in lines:
            meaning, colon, foreign = line.partition(":")
            if not colon or line.startswith("#"):
                continue
            for phrase in foreign.split(","):
                folded = tuple(words(fold(phrase)))
                if folded and meaning not in found.setdefault(folded, []):
                    found[folded].append(meaning)
    return {phrase: tuple(meanings) for phrase, meanings in found.items()}


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _meanings()))


def _readings(folded: list[str]) -> list[str]:
    """The text with its foreign words in English: the first meaning of each, then the second."""
    pieces: list[tuple[str, ...]] = []
    place = 0
    translated = False
    while place < len(folded):
        length, meanings = _meaning_at(folded, place)
        if length:
            pieces.append(meanings)
            translated = translated or meanings[0] != " ".join(folded[place : place + length])
        elif not length_at(folded, place, "beside"):
            pieces.append((folded[place],))
        place += length or 1
    if not translated:
        return []
    readings = (
        " ".join(meanings[min(which, len(meanings) - 1)] for meanings in pieces)
        for which in range(_MOST_READINGS)
    )
    return list(dict.fromkeys(readings))


def _meaning_at(folded: list[str], place: int) -> tuple[int, tuple[str, ...]]:
    for length in range(min(_longest(), len(folded) - place), 0, -1):
        if meanings := _meanings().get(tuple(folded[place : place + length])):
            return length, meanings
    return 0, ()


def _find(asked: Asked) -> list[NameMatch]:
    folded = words(fold(_ELIDED.sub(" ", asked.text)))
    if not 0 < len(folded) <= _MOST_WORDS:
        return []
    return [
        match
        for reading in _readings(folded)
        for match in lowered(asked.look_up(reading), _COSTS)
        if match.score >= _LEAST
    ]


TRANSLATED = Form("translated", place=58, find=_find, unless=88.0)
