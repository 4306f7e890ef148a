"""Words and their labels in English and Arabic, of which every vocabulary is made."""

from __future__ import annotations

from collections.abc import Callable

from store.tuples import NamedTuple
from store.typed import Literal, TypeVar

Language = Literal["en", "ar"]


class Label(NamedTuple):
    """A word of a vocabulary in each language (logical order)."""

    en: str
    ar: str

    def in_(self, language: Language) -> str:
        """The label in one language."""
        return self.ar if language == "ar" else self.en


_Word = TypeVar("_Word")


class Words(dict[str, _Word]):
    """A vocabulary: its words by key.

    A word that only a store knows, as a newer program wrote it, reads as its key.
    """

    def __init__(self, unknown: Callable[[str], _Word], words: dict[str, _Word]) -> None:
        super().__init__(words)
        self._unknown = unknown

    def __missing__(self, key: str) -> _Word:
        return self._unknown(key)


def labelled(words: dict[str, Label]) -> Words[Label]:
    """A vocabulary of words that have labels alone."""
    return Words(lambda key: Label(key, key), words)
