"""The records that may stand on screen together, so that no two of them are drawn alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from store.model.records import Row, SourceRow
from store.model.vocabulary import Language
from store.typed import Final

_REACH: Final = 60
"""Lines above and below one that may stand on screen with it."""
_STRETCH: Final = 10
"""Lines that are drawn one after the other, and have the same neighbours."""

Looks = tuple[str, str, str]
"""What is drawn of a record in any case: kind, date, and name in the interface's language."""


class Neighbours:
    """Rows of records near each other; what is asked of them is worked out once a language."""

    def __init__(self, rows: Sequence[Row | SourceRow] = ()) -> None:
        self.rows = rows
        self._names: dict[Language, list[str]] = {}
        self._by_looks: dict[Language, dict[Looks, list[Row | SourceRow]]] = {}

    def names(self, language: Language) -> list[str]:
        """What they are called (logical order)."""
        if language not in self._names:
            self._names[language] = [row.name.prefer(language) for row in self.rows]
        return self._names[language]

    def twins(self, row: Row | SourceRow, language: Language) -> list[Row | SourceRow]:
        """Other records of its kind with the same name and date: only keys tell them apart."""
        if language not in self._by_looks:
            found: dict[Looks, list[Row | SourceRow]] = defaultdict(list)
            for each in self.rows:
                found[_looks(each, language)].append(each)
            self._by_looks[language] = found
        alike = self._by_looks[language].get(_looks(row, language), [])
        return [each for each in alike if each.key != row.key]


class Neighbourhood:
    """The neighbours of each line of a listing, the same for a stretch of lines."""

    def __init__(self, read: Callable[[int, int], Sequence[Row | SourceRow]]) -> None:
        """Read nothing yet.

        Args:
            read: gives the rows of the records from one line to before another; the second may lie
                beyond the last.
        """
        self._read = read
        self._stretch = -1
        self._neighbours = Neighbours()

    def of(self, y: int) -> Neighbours:
        """Those of the line at `y`."""
        if (stretch := y // _STRETCH) != self._stretch:
            first = stretch * _STRETCH
            near = self._read(max(0, first - _REACH), first + _STRETCH + _REACH)
            self._neighbours = Neighbours(near)
            self._stretch = stretch
        return self._neighbours


def _looks(row: Row | SourceRow, language: Language) -> Looks:
    return row.kind, row.date, row.name.prefer(language)
