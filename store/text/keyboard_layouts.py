"""What a text would have been in another keyboard layout: Arabic 101, and four Latin ones.

The tables are the standard layouts as X11 (xkeyboard-config: us, fr, de, tr, ara) and Windows
(kbdus, kbdfr, kbdgr, kbdtuq, kbda1) agree on them, by the keys' places.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from store.expressions import expression
from store.typed import Final

# One character a key: digits are left out, as all three layouts type them or none of them matters.
_ARABIC: Final = "ذضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوزظ"
_QWERTY: Final = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_AZERTY: Final = "²azertyuiop^$qsdfghjklmùwxcvbn,;:!"
_QWERTZ: Final = "^qwertzuiopü+asdfghjklöäyxcvbnm,.-"
_TURKISH: Final = '"qwertyuıopğüasdfghjklşizxcvbnmöç.'

ARABIC_101: Final[dict[str, str]] = dict(zip(_QWERTY, _ARABIC, strict=True)) | {
    "T": "ﻹ", "Y": "إ", "G": "ﻷ", "H": "أ", "J": "ـ", "K": "،", "N": "آ", "B": "ﻵ", "P": "؛",
    "?": "؟",
}  # fmt: skip
"""What each key of a US keyboard types on Arabic 101, with Shift too where that is a letter or a
mark of its own; a key that types two letters, lam and alef, has them as one ligature."""

_SHIFTED_LETTERS: Final = "HYNBGT"
_LAM_ALEF: Final = "ﻻ"
_LIGATURES: Final = str.maketrans({"ﻻ": "لا", "ﻷ": "لأ", "ﻹ": "لإ", "ﻵ": "لآ"})
_VARIANTS: Final = {"أ": "ا", "إ": "ا", "آ": "ا"}


def _to_arabic(latin: str) -> dict[int, str]:
    table = {
        ord(key): letter.translate(_LIGATURES) for key, letter in zip(latin, _ARABIC, strict=True)
    }
    capitals = {
        ord(key.upper()): table[ord(key)]
        for key in latin
        if key.isalpha() and len(key.upper()) == 1
    }
    return capitals | table


def _to_latin(latin: str) -> dict[int, str]:
    table = {ord(letter): key for key, letter in zip(latin, _ARABIC, strict=True)}
    table |= {ord(variant): table[ord(plain)] for variant, plain in _VARIANTS.items()}
    return table


_ARABIC_MEANT: Final = (
    _to_arabic(_QWERTY)
    | {ord(key): ARABIC_101[key].translate(_LIGATURES) for key in _SHIFTED_LETTERS},
    *map(_to_arabic, (_AZERTY, _QWERTZ, _TURKISH)),
)
_LATIN_MEANT: Final = tuple(map(_to_latin, (_QWERTY, _AZERTY, _QWERTZ, _TURKISH)))
_OTHER_LATIN_MEANT: Final = tuple(
    {ord(key): letter for key, letter in zip(pressed, meant, strict=True)}
    for pressed, meant in ((_AZERTY, _QWERTY), (_QWERTY, _AZERTY), (_QWERTZ, _QWERTY))
)
_LAM_AND_ALEF: Final = "لا"
_BETWEEN_DIGITS: Final = expression(r"(?<=\d)[./,-](?=\d)")
_KEPT: Final = 0xE000  # a date's signs stay what they are: for the time being in private use
_KEPT_SIGN: Final = expression("[\ue000-\ue07f]")
_BEGINS_WITH_A_MARK: Final = expression(r"""(?:^|\s)[`^$²;:,.!/<>\[\]\\+"]+\w""")
_MOST_SPLIT: Final = 2
_MOST: Final = 12


def other_layouts(text: str) -> list[str]:
    """What may have been meant by a text typed in the wrong layout.

    Args:
        text: as typed, in logical order.

    Returns:
        The same keys as Arabic 101 has them and as another Latin layout has them, where Latin was
        typed, or as QWERTY, AZERTY, QWERTZ and Turkish Q have them, where Arabic was; the likeliest
        first, nothing that equals the text or another.
    """
    text = _BETWEEN_DIGITS.sub(lambda sign: chr(ord(sign[0]) + _KEPT), text)
    pressed = text.lower() if text.isupper() else text  # capitals were locked, not shifted
    meant = [pressed.translate(table) for table in _ARABIC_MEANT]
    meant += [keys.translate(table) for keys in _keys(text) for table in _LATIN_MEANT]
    meant += [text.lower().translate(table) for table in _OTHER_LATIN_MEANT]
    same = {text, text.lower()}
    others = [other for other in dict.fromkeys(meant) if other not in same]
    if not _BEGINS_WITH_A_MARK.search(text):  # nobody means a word that begins with one
        others = [other for other in others if not _BEGINS_WITH_A_MARK.search(other)]
    return [_KEPT_SIGN.sub(lambda sign: chr(ord(sign[0]) - _KEPT), each) for each in others[:_MOST]]


def _keys(text: str) -> Iterator[str]:
    """An Arabic text by its keys: لا is typed with one key, or with two where Latin was meant."""
    pieces = text.split(_LAM_AND_ALEF)
    few = len(pieces) - 1 <= _MOST_SPLIT
    joints = product((_LAM_ALEF, _LAM_AND_ALEF), repeat=len(pieces) - 1 if few else 1)
    for some in islice(joints, 1 << _MOST_SPLIT):
        each = some if few else some * (len(pieces) - 1)
        yield pieces[0] + "".join(
            joint + piece for joint, piece in zip(each, pieces[1:], strict=True)
        )
