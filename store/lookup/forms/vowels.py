"""Kurdish in Arabic letters, which writes its vowels: حەلەب is read as *halab*, not as حهلهب."""

from __future__ import annotations

from store.expressions import expression
from store.lookup.forms.form import Asked, Form, lowered
from store.lookup.name_match import NameMatch
from store.typed import Final

_KURDISH: Final = expression("[ەێۆڕڵڤۊ]|ه\u200c")
_ROMAN: Final = {
    "ئ": "", "ا": "a", "ب": "b", "پ": "p", "ت": "t", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh",
    "د": "d", "ر": "r", "ڕ": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ع": "", "غ": "gh",
    "ف": "f", "ڤ": "v", "ق": "q", "ک": "k", "ك": "k", "گ": "g", "ل": "l", "ڵ": "l", "م": "m",
    "ن": "n", "ه": "h", "ھ": "h", "ە": "a", "ێ": "e", "ۆ": "o", "ۊ": "u", "و": "u", "ی": "i",
    "ي": "i", "ى": "i", "ة": "a", "ث": "th", "ذ": "dh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z",
    "أ": "a", "إ": "i", "آ": "a", "ء": "",
}  # fmt: skip
_BEFORE_A_VOWEL: Final = expression("[ویي](?=[اەێۆ])")
_GLIDES: Final = {"و": "w", "ی": "y", "ي": "y"}
_LONGEST: Final = 80
_LEAST: Final = 69.0
_COSTS: Final = 3.0


def romanised(text: str) -> str:
    """Kurdish in Arabic letters as it is written in Latin ones, roughly as English does."""
    text = text.replace("ه\u200c", "ە").replace("وو", "ۊ")
    text = _BEFORE_A_VOWEL.sub(lambda glide: _GLIDES[glide[0]], text)
    return "".join(_ROMAN.get(letter, letter) for letter in text)


def _find(asked: Asked) -> list[NameMatch]:
    if len(asked.text) > _LONGEST or not _KURDISH.search(asked.text):
        return []
    found = lowered(asked.look_up(romanised(asked.text)), _COSTS)
    return [match for match in found if match.score >= _LEAST]


VOWELS = Form("vowels", place=55, find=_find, unless=90.0)
