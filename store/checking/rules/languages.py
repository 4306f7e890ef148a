"""Both languages tell the same: their summaries are of comparable length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.checking.rules.complaint import Complaint
from store.errors import Sentence
from store.files.markdown_text import FOOTNOTE_MARK
from store.model.records import Record

RULE: Final = "comparable-length"
# Arabic writes no short vowels: translations of one text have from 0.7 to 1.1 times the letters.
_LEAST: Final = 0.5
_MOST: Final = 1.5
_SHORT: Final = 60
"""Letters below which a summary is too short to compare."""


def languages_are_comparable(record: Record) -> Iterator[Complaint]:
    """Find a record that tells much more in one language than in the other."""
    english, arabic = (_letters(text) for text in record.summary)
    if min(english, arabic) == 0 or max(english, arabic) < _SHORT:
        return
    ratio = arabic / english
    if not _LEAST <= ratio <= _MOST:
        yield Complaint(
            ("summary", "ar"),
            Sentence(
                "the Arabic summary has {arabic} letters and the English one {english}",
                arabic=arabic, english=english,
            ),
            Sentence("Tell the same in both languages"),
            rule=RULE,
        )  # fmt: skip


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in FOOTNOTE_MARK.sub("", text))
