"""Text made comparable: folding with offsets, and words, in Arabic and Latin script.

Folding is defined character by character (Unicode NFKD, then the rules below), so a folded text and
its map back to the text as written can never disagree. All text is in logical order.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from store.tuples import NamedTuple
from store.typed import Final

_BASE_LETTERS: Final = {
    # One letter for what writers of Arabic exchange: ya and alef maqsura, ta marbuta and ha. Hamza
    # falls, and so does its seat's difference: NFKD has split أ إ آ ؤ ئ into letter and mark.
    "ى": "ي", "ة": "ه", "ء": "", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ٵ": "ا", "ـ": "",
    # Persian, Kurdish, Urdu, Egyptian and Maghrebi forms
    "ی": "ي", "ې": "ي", "ۍ": "ي", "ێ": "ي", "ے": "ي", "ۑ": "ي", "ؠ": "ي",
    "ک": "ك", "ڪ": "ك", "ګ": "ك", "گ": "ك", "ڭ": "ك", "ݣ": "ك",
    "ھ": "ه", "ہ": "ه", "ە": "ه", "ۃ": "ه", "ۂ": "ه",
    "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "ڥ": "ف", "ڢ": "ف", "ڨ": "ق", "ڧ": "ق",
    "ڕ": "ر", "ڵ": "ل",
    "ۆ": "و", "ۇ": "و", "ۈ": "و", "ۉ": "و", "ۋ": "و", "ۊ": "و", "ۅ": "و",
    # Latin letters that Unicode does not decompose
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe",
    "þ": "th", "ə": "a", "ŋ": "n",
    # What stands for hamza and ain in transliteration
    "'": "", "`": "", "´": "", "‘": "", "’": "", "‛": "", "′": "", "ʹ": "", "ʻ": "", "ʼ": "",
    "ʽ": "", "ʾ": "", "ʿ": "", "ˈ": "", "ˊ": "", "ˋ": "", "ꞌ": "",
    "²": "2", "³": "3", "¹": "1",
}  # fmt: skip

_DROPPED: Final = frozenset({"Mn", "Me", "Cf"})  # harakat and other marks; bidi controls, joiners
_BLANK: Final = frozenset({"Cc", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"})
_HANGUL: Final = range(0xAC00, 0xD7A4)  # decomposes into letters that nobody types one by one

_SHORT: Final = 60
"""Characters of a text whose words are remembered."""
_APOSTROPHES: Final = "'’"
_USUAL_ARABIC: Final = frozenset(map(chr, range(0x621, 0x64B)))
_ARABIC_LETTERS: Final = (
    ("\u0621", "\u064a"), ("\u066e", "\u06d3"), ("\u06fa", "\u06fc"), ("\u0750", "\u077f"),
    ("\ufb50", "\ufdfb"), ("\ufe70", "\ufefc"),
)  # fmt: skip
"""From which letter to which."""


class _Folding(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if ord(character) in _HANGUL:
        return character
    # Compatibility letters may carry what folds again (ﺓ is ة, ſ is s), so letters come last.
    parts = []
    for part in unicodedata.normalize("NFKD", character):
        category = unicodedata.category(part)
        if part in _BASE_LETTERS:
            parts.append(_BASE_LETTERS[part])
        elif category in _BLANK:
            parts.append(" ")
        elif category == "Nd":
            parts.append(str(unicodedata.decimal(part)))
        elif category not in _DROPPED:
            parts.extend(_BASE_LETTERS.get(folded, folded) for folded in part.casefold())
    return "".join(parts)


_FOLDING: Final = _Folding()


class _Apart(dict[int, int]):
    """Each letter and digit, and a blank for what stands between words."""

    def __missing__(self, code: int) -> int:
        kept = self[code] = code if chr(code).isalnum() else ord(" ")
        return kept


_APART: Final = _Apart()


class Folded(NamedTuple):
    """A folded text that knows where each of its characters stood."""

    text: str
    offsets: tuple[int, ...]
    """For each folded character, and for the end, where its original begins."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stood as written, the marks on its last letter included."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        last = self.offsets[end - 1]
        while end < len(self.text) and self.offsets[end] == last:  # one became several
            end += 1
        return self.offsets[start], self.offsets[end]


def fold(text: str) -> str:
    """Fold what writers vary and readers ignore.

    Harakat, tatweel, bidi and other format controls are dropped. The forms of alef, hamza, ya and
    ta marbuta, Persian, Kurdish and Egyptian letters, presentation forms and digits of all scripts
    become the plain letter or digit. Latin loses case, diacritics and the apostrophes of
    transliteration. An apostrophe before a
    possessive s becomes a blank, and so do control characters and lone surrogates: whatever goes
    in, what comes out can be bound to an SQL statement.

    Args:
        text: any string, in logical order.

    Returns:
        The folded text in logical order; folding it again changes nothing.
    """
    if text.isascii() and text.isprintable():  # as most texts, and much quicker
        if "'" in text:
            text = _without_possessives(text).replace("'", "")
        return text.lower().replace("`", "")
    return _without_possessives(text).translate(_FOLDING)


def _without_possessives(text: str) -> str:
    """A text with a blank for each apostrophe before a possessive s; as long as it was."""
    for apostrophe in _APOSTROPHES:
        if apostrophe in text:
            before, *rest = text.split(apostrophe)
            pieces = [before]
            for piece in rest:
                is_possessive = (
                    piece[:1] in ("s", "S") and _is_word(before[-1:]) and not _is_word(piece[1:2])
                )
                pieces += " " if is_possessive else apostrophe, piece
                before = piece
            text = "".join(pieces)
    return text


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def fold_with_offsets(text: str) -> Folded:
    """Fold as `fold` does, keeping where each character stood.

    Args:
        text: any string, in logical order.

    Returns:
        The folded text with one offset into `text` a character, and one for the end.
    """
    blanked = _without_possessives(text)
    if blanked.isascii() and "'" not in blanked and "`" not in blanked:
        return Folded(blanked.translate(_FOLDING), tuple(range(len(blanked) + 1)))
    parts = list(map(_FOLDING.__getitem__, map(ord, blanked)))
    folded = "".join(parts)
    if len(folded) == len(parts) and "" not in parts:
        offsets = tuple(range(len(parts) + 1))  # as most texts fold, and much quicker
    else:
        offsets = (
            *(offset for offset, part in enumerate(parts) for _ in part),
            len(text),
        )
    return Folded(folded, offsets)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded.

    Those of a short one are remembered: whatever is made of a record asks for its names again, and
    for the labels that many records have.
    """
    return _remembered_words(text) if len(text) <= _SHORT else tuple(words(fold(text)))


@lru_cache(maxsize=2_048)
def _remembered_words(text: str) -> tuple[str, ...]:
    return tuple(words(fold(text)))


def words(folded: str) -> list[str]:
    """Split a folded text into words, as SQLite's unicode61 tokenizer finds them.

    Args:
        folded: a text that `fold` returned.

    Returns:
        Its runs of letters and digits, in order.
    """
    pieces = folded.split()
    if all(map(str.isalnum, pieces)):
        return pieces
    found: list[str] = []
    for piece in pieces:  # quicker than an expression, which also takes long to compile
        if piece.isalnum():
            found.append(piece)
        else:
            found += piece.translate(_APART).split()
    return found


def word_spans(folded: str) -> list[tuple[str, int, int]]:
    """Split a folded text into words, with the start and end of each in it."""
    apart = folded.translate(_APART)
    spans, last = [], 0
    for word in apart.split():
        first = apart.index(word, last)
        last = first + len(word)
        spans.append((word, first, last))
    return spans


def is_arabic(text: str) -> bool:
    """Whether a letter of the Arabic script stands anywhere in the text."""
    if text.isascii():
        return False
    return not _USUAL_ARABIC.isdisjoint(text) or any(
        first <= letter <= last for letter in set(text) for first, last in _ARABIC_LETTERS
    )
