"""Both languages tell the same: their summaries are of comparable length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.files.markdown_text import FOOTNOTE_MARK
from store.model.records import Record

# Arabic writes no short vowels: translations of one text have from 0.7 to 1.1 times the letters.
_LEAST: Final = 0.5
_MOST: Final = 1.5
_SHORT: Final = 60
"""Letters below which a summary is too short to compare."""


class ComparableLength(Rule):
    """A reader of either language learns as much."""

    name = "comparable-length"
    place = 100
    asks = f"the Arabic summary has from {_LEAST} to {_MOST} times the letters of the English one"

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find a record that tells much more in one language than in the other."""
        english, arabic = (_letters(text) for text in record.summary)
        if min(english, arabic) == 0 or max(english, arabic) < _SHORT:
            return
        if not _LEAST <= arabic / english <= _MOST:
            yield Problem(
                ("summary", "ar"),
                Sentence(
                    "the Arabic summary has {arabic} letters and the English one {english}",
                    arabic=arabic, english=english,
                ),
                Sentence("Tell the same in both languages"),
            )  # fmt: skip


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in FOOTNOTE_MARK.sub("", text))
