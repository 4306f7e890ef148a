"""A text that the user holds: what is known of it, and its sentences."""

from __future__ import annotations

from typing import Final

from store.tuples import NamedTuple

_MOST_DIGITS: Final = 6
_BLANKS: Final = dict.fromkeys(map(ord, "\n\r\t\v\f\x85\u2028\u2029"), " ")


class HeldText(NamedTuple):
    """The text of a source, which the user attached; without the text itself."""

    source: str
    """The key of the source."""
    sha256: str
    """Of the file that was attached."""
    file: str
    """The name of that file."""
    sentence_count: int
    expected: str = ""
    """The SHA-256 that the source's record knows; empty where it knows none."""
    is_numbered: bool = False
    """Whether numbers that cite the source are those of sentences."""

    @property
    def is_another(self) -> bool:
        """Whether it is not the text whose hash is known."""
        return bool(self.expected) and self.expected != self.sha256


class HeldSentence(NamedTuple):
    """A sentence of such a text."""

    number: int
    """From 1."""
    text: str
    """In logical order, as it was written; whoever shows it makes it safe."""
    highlights: tuple[tuple[int, int], ...] = ()
    """Start and end of what was looked for in it, in characters."""

    @property
    def line(self) -> str:
        """The same text with blanks for its line breaks and tabs."""
        return self.text.translate(_BLANKS)


class Around(NamedTuple):
    """A sentence that is cited, with its neighbours."""

    held: HeldText
    sentence: HeldSentence
    before: HeldSentence | None = None
    after: HeldSentence | None = None


class WholeText(NamedTuple):
    """A text with the places of its sentences: they are cut out when they are asked for."""

    held: HeldText
    content: str
    spans: tuple[tuple[int, int], ...]

    def sentence(self, number: int) -> HeldSentence:
        """A sentence by its number, from 1.

        Raises:
            IndexError: there is none.
        """
        if number < 1:
            raise IndexError(number)
        start, end = self.spans[number - 1]
        return HeldSentence(number, self.content[start:end])


class SentencesFound(NamedTuple):
    """What a query finds in one text."""

    source: str
    """Its key."""
    sentences: tuple[HeldSentence, ...]
    """The first of those that were found, in the order of the text."""
    numbers: tuple[int, ...]
    """Those of all that were found."""

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.numbers)


def is_number(locator: str) -> bool:
    """Whether a locator is the number of a sentence."""
    return locator.isascii() and locator.isdecimal() and len(locator) <= _MOST_DIGITS
