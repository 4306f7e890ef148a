"""Which command is meant by what is typed in the palette: by its words, or by those of vim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from store.text import folding

_VIM: Final = {
    "quit": ("q", "qa", "qall", "quit", "x", "xa", "wq", "wqa", "wqall", "exit"),
    "export": ("w", "wa", "write", "sav", "saveas"),
    "help": ("h", "help"),
    "clear": ("noh", "nohlsearch"),
    "undo": ("u", "undo"),
    "redo": ("red", "redo"),
    "suspend": ("st", "stop", "sus"),
}
"""Command ids with the words of vim that mean the same; leaving keeps the state, as `:wq` does."""
_MEANT: Final = {word: name for name, words in _VIM.items() for word in words}
_ARTICLES: Final = ("وال", "بال", "ال", "لل")
"""A word is looked for with and without them."""


def vim_command(typed: str) -> str:
    """The id of the command that vim's word stands for, empty for what is none of its words.

    Args:
        typed: with or without a colon before it, a `!` behind it and arguments.
    """
    word = typed.strip().removeprefix(":").partition(" ")[0].removesuffix("!")
    return _MEANT.get(word, "")


def begins_with(typed: str, texts: Iterable[str]) -> bool:
    """Whether every word that is typed begins a word of the texts, spelling aside."""
    words = {
        form
        for text in texts
        for word in folding.words(folding.fold(text))
        for form in (word, *(word.removeprefix(article) for article in _ARTICLES))
    }
    wanted = folding.words(folding.fold(typed))
    if typed.strip() and not wanted:
        return False
    return all(any(word.startswith(each) for word in words) for each in wanted)


def likeness(typed: str, *names: str) -> int:
    """How well a command's names fit what is typed: 0 says it all, 1 begins so, 2 does neither."""
    wanted = " ".join(folding.words(folding.fold(typed)))
    folded = [" ".join(folding.words(folding.fold(name))) for name in names]
    if wanted in folded:
        return 0
    return 1 if wanted and any(name.startswith(wanted) for name in folded) else 2
