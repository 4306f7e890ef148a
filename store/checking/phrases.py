"""Many phrases at once, found in a text however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_LONGEST: Final = 30
"""Words: a longer phrase is found nowhere."""


class Phrases:
    """Phrases of words, the longest of which is found at a place in work that its words bound."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        self._phrases = frozenset(words for words in phrases if 0 < len(words) <= _LONGEST)
        self._begun = frozenset(words[:2] for words in self._phrases)
        self._longest = max(map(len, self._phrases), default=0)

    def longest_at(self, written: Sequence[str], place: int, joined: int = 0) -> tuple[int, int]:
        """Find the longest phrase that begins with a word of a text.

        Args:
            written: the words of a text.
            place: of the word among them.
            joined: how many letters may be written to the word without being of the phrase, as
                conjunctions and prepositions are in Arabic.

        Returns:
            How many letters are written to it, and how many words the phrase has: 0 where none
            begins there.
        """
        return next(self.all_at(written, place, joined), (0, 0))

    def all_at(
        self, written: Sequence[str], place: int, joined: int = 0
    ) -> Iterator[tuple[int, int]]:
        """Find every phrase that begins with a word of a text, as `longest_at` does the longest."""
        first = written[place]
        most = min(self._longest, len(written) - place)
        for before in range(joined + 1):
            bare = first[before:]
            begun = {(bare,), (bare, *written[place + 1 : place + 2])}
            if begun.isdisjoint(self._begun):
                continue
            for length in range(most, 0, -1):
                if (bare, *written[place + 1 : place + length]) in self._phrases:
                    yield before, length
