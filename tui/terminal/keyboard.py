"""Keys under an Arabic keyboard layout: what each Latin key types there, and bindings for both.

The layouts are "Arabic (101)" of Windows and X11, and Apple's "Arabic".
https://learn.microsoft.com/globalization/keyboards/kbda1.html
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from store.text import keyboard_layouts

_LATIN: Final = "qwertyuiop[]asdfghjkl;'zxcvnm,./"
_ARABIC_MAC: Final = "ضصثقفغعهخحجةشسيبلاتنمك؛ظطذدرو،./"
_DIGITS: Final[dict[str, tuple[str, ...]]] = {
    str(digit): (chr(0x660 + digit), chr(0x6F0 + digit)) for digit in range(10)
}

ARABIC_101: Final[dict[str, tuple[str, ...]]] = {
    # X11 sends a lam-alef as one ligature, a terminal on Windows its two letters, so that G is ل
    # (the key g) and then أ: with أ bound as G too, and not as H, which types it, G wins.
    **{key: (typed,) for key, typed in keyboard_layouts.ARABIC_101.items() if key != "H"},
    "G": (keyboard_layouts.ARABIC_101["G"], keyboard_layouts.ARABIC_101["H"]),
    **_DIGITS,
}
"""What a Latin key types on the layout "Arabic (101)", one or more characters."""
ARABIC_MAC: Final[dict[str, tuple[str, ...]]] = {
    # A key that types ASCII in both layouts (the full stop) needs no twin.
    **{k: (typed,) for k, typed in zip(_LATIN, _ARABIC_MAC, strict=True) if not typed.isascii()},
    "?": ("؟",),
    **_DIGITS,
}
"""What a Latin key types on Apple's layout "Arabic"."""


def twins(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The characters that each of the bound keys types under an Arabic layout.

    Where the layouts disagree about a letter (ة is m on one, ] on the other), it goes to the key
    of "Arabic (101)" when that key is bound, else to the Mac's.

    Args:
        keys: every single-character key that is bound; others are ignored.

    Returns:
        For each key that has any, its twins; no character stands under two keys.
    """
    bound = [key for key in keys if len(key) == 1]
    claimed = {letter: key for key in bound for letter in ARABIC_101.get(key, ())}
    for key in bound:
        for letter in ARABIC_MAC.get(key, ()):
            claimed.setdefault(letter, key)
    found: dict[str, tuple[str, ...]] = {}
    for letter, key in claimed.items():
        found[key] = (*found.get(key, ()), letter)
    return found


def typed_by(key: str, *others: str, among: str) -> str:
    """Textual's list of keys, and of what types them under an Arabic layout.

    Args:
        key: as Textual names it.
        *others: that do the same.
        among: every single-character key that is bound there, see `twins`.
    """
    under_arabic = twins(among)
    written = (each for one in (key, *others) for each in (one, *under_arabic.get(one, ())))
    return ",".join(each.replace(",", "comma") for each in written)


def mirrored(key: str) -> str:
    """The key that means the same in an interface written from right to left."""
    head, plus, name = key.rpartition("+")
    return head + plus + _MIRRORED.get(name, name)


_MIRRORED: Final = {"left": "right", "right": "left", "h": "l", "l": "h"}


def cap(key: str, *, in_words: bool = False) -> str:
    """A key as its cap says it, for the footer and the help: `alt+left` is `Alt+←`.

    Args:
        key: as Textual names it.
        in_words: for those to whom a sign is read: `Alt+Left`.
    """
    *modifiers, name = key.split("+")
    caps = _CAPS | _CAPS_IN_WORDS if in_words else _CAPS
    return "+".join([*(word.capitalize() for word in modifiers), caps.get(name, name)])


_CAPS_IN_WORDS: Final = {
    "up": "Up", "down": "Down", "left": "Left", "right": "Right", "enter": "Enter", "tab": "Tab",
    "shift+tab": "Shift+Tab", "backspace": "Backspace",
}  # fmt: skip


_CAPS: Final = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "enter": "↵", "tab": "⇥",
    "escape": "Esc", "backspace": "⌫", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home",
    "end": "End", "f1": "F1", "f2": "F2", "f3": "F3", "f4": "F4", "f6": "F6", "f7": "F7",
    "f8": "F8", "f9": "F9", "space": "Space",
}  # fmt: skip
