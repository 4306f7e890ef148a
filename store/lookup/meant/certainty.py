"""Whether a record is surely meant by a query, or may be.

A rule, not a probability: each doubt has a word by which it can be told. What makes one is measured
by `python -m benchmarks.quality.strangers`, on names of which half are kept aside.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from store.model.found.reasons import Doubt, Meeting, WordMet

_LEAST_SCORE: Final = 80.0
_LEAST_LIKENESS: Final = 0.86
_LEAST_BEGUN: Final = 5
_LEAST_INITIALS: Final = 3
_SHORT: Final = 5
_ALL_BUT_ALIKE: Final = 0.93
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


class Found(NamedTuple):
    """What is known of a match when it is judged."""

    way: str
    score: float
    meeting: Meeting
    is_lowered: bool = False
    """Found in the other script, though the record has a name in the query's own."""
    in_capitals: bool = False
    """All that was typed is capitals, or letters that have none."""


def doubt(found: Found) -> Doubt:
    """Why a record is not surely meant; empty where it is."""
    meeting = found.meeting
    if found.way == "exact":
        return ""
    if found.way == "acronym":
        is_one = found.in_capitals and len(meeting.words[0].word) >= _LEAST_INITIALS
        return "" if is_one else "letters"
    if meeting.begins:
        letters = sum([len(met.word) for met in meeting.words])
        return "" if meeting.ends_word or letters >= _LEAST_BEGUN else "begun"
    if any(met.likeness < _LEAST_LIKENESS for met in meeting.telling):
        return "unmet"
    if any(met.likeness < 1 and _YEAR.fullmatch(met.word) for met in meeting.words):
        return "date"
    if found.is_lowered:
        return "sound"
    if found.score < _LEAST_SCORE:
        return "score"
    if any(map(_is_slip_in_short, meeting.telling)):
        return "slip"
    return "kind" if meeting.lacks_kind else ""


def _is_slip_in_short(met: WordMet) -> bool:
    return len(met.word) <= _SHORT and met.likeness < _ALL_BUT_ALIKE and met.word != met.other
