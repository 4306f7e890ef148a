"""A text that is read: its sentences, which of them are cited and for what, and where words stand.

Knows no widget; of a long text nothing is read or folded before it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from store.model.records import Source
from store.text.folding import fold
from store.texts.held import HeldSentence, HeldText, WholeText
from tui.explorer.browsing.browser import Browser
from tui.explorer.browsing.inside import Inside
from tui.explorer.panes.source_text import SourceShown
from tui.messages import spoken

_MOST_CHARACTERS: Final = 6_000
_MOST_SENTENCES: Final = 60
"""Before a sentence, and as many behind it, that are written out at once: some screenfuls."""


class HeldReading:
    """The text of a source, as long as it is read."""

    def __init__(self, browser: Browser, source: Source, text: WholeText) -> None:
        """Read a text.

        Args:
            browser: reads the store.
            source: whose text it is.
            text: the text itself.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        self.source = source
        self._browser = browser
        self._text = text
        with browser.reading:
            self._cited = browser.store.sentences_cited(source.key)
            (self._row,) = browser.store.source_rows([source.key])
        self._uses: dict[int, SourceShown] = {}

    @property
    def held(self) -> HeldText:
        """What is known of the text."""
        return self._text.held

    @property
    def count(self) -> int:
        """How many sentences it has."""
        return len(self._text.spans)

    @property
    def citing(self) -> int:
        """How many records cite the source, be it for a sentence or as a whole."""
        return self._row.citing

    def is_same(self, other: HeldReading) -> bool:
        """Whether nothing of it has become another."""
        return (self._text, self._cited, self._row) == (other._text, other._cited, other._row)

    def sentence(self, number: int) -> HeldSentence:
        """A sentence by its number, from 1."""
        return self._text.sentence(number)

    def begins_paragraph(self, number: int) -> bool:
        """Whether an empty line stands before a sentence."""
        if number <= 1:
            return False
        (_, end), (start, _) = self._text.spans[number - 2 : number]
        between = self._text.content[end:start].replace("\r\n", "\n").replace("\r", "\n")
        return between.count("\n") > 1

    # --- what is cited ---------------------------------------------------------------------------

    @property
    def tells_cited(self) -> bool:
        """Whether citations name sentences; else nobody knows which of them are cited."""
        return self.held.is_numbered

    def is_cited(self, number: int) -> bool:
        """Whether anything cites a sentence."""
        return number in self._cited

    @cached_property
    def cited_count(self) -> int:
        """How many of the sentences are cited."""
        return sum(1 <= number <= self.count for number in self._cited)

    @property
    def astray_count(self) -> int:
        """How many numbers are cited that no sentence of this text has."""
        return len(self._cited) - self.cited_count

    def nearest(self, number: int, step: int, *, cited: bool) -> int | None:
        """The next sentence that is cited, or that is not; None where there is none.

        Args:
            number: of the sentence from which to look.
            step: 1 looks towards the end, -1 towards the beginning.
            cited: whether it is to be cited.
        """
        ahead = range(number + 1, self.count + 1) if step > 0 else range(number - 1, 0, -1)
        return next((each for each in ahead if self.is_cited(each) is cited), None)

    def uses(self, number: int) -> SourceShown:
        """What a sentence supports; where no sentences are named, what the whole text does."""
        if not self.tells_cited:
            number = 0
        if number not in self._uses:
            self._uses[number] = self._read_uses(number)
        return self._uses[number]

    def _read_uses(self, number: int) -> SourceShown:
        browser, key = self._browser, self.source.key
        with browser.reading:
            if self.tells_cited:
                cited = browser.store.cited_for_sentence(key, number, spoken())
                citing = len({each.record.key for each in cited})
            else:
                cited, citing = browser.store.cited_for(key, spoken()), self.citing
            places = browser.store.places_of(dict.fromkeys(each.record.key for each in cited))
        return SourceShown(self.source, citing, tuple(cited), places)

    # --- what is looked for ----------------------------------------------------------------------

    def holding(self, inside: Inside) -> Sequence[int]:
        """The numbers of the sentences in which something stands, spelling aside."""
        if not inside.letters:
            return ()
        return [
            number
            for number, folded in enumerate(self._folded, start=1)
            if inside.letters in folded
        ]

    @cached_property
    def _folded(self) -> list[str]:
        return [" ".join(fold(self.sentence(each).text).split()) for each in self._numbers]

    @property
    def _numbers(self) -> range:
        return range(1, self.count + 1)

    # --- what is written out at once -------------------------------------------------------------

    def around(self, number: int) -> range:
        """The sentences that are written out together with one: all of a text that is not long."""
        first, last = number, number
        before = behind = _MOST_CHARACTERS
        while first > 1 and number - first < _MOST_SENTENCES and before > 0:
            first -= 1
            before -= self._length(first)
        while last < self.count and last - number < _MOST_SENTENCES and behind > 0:
            last += 1
            behind -= self._length(last)
        return range(first, last + 1)

    def _length(self, number: int) -> int:
        start, end = self._text.spans[number - 1]
        return end - start


def reading_of(browser: Browser, source_key: str) -> HeldReading | None:
    """Read the text of a source; None where none is held.

    Args:
        browser: reads the store.
        source_key: of the source.

    Raises:
        store.errors.MasaratError: the source or its text cannot be read.
    """
    with browser.reading:
        text = browser.store.whole_text(source_key)
        source = browser.store.source(source_key) if text else None
    return HeldReading(browser, source, text) if source and text else None
