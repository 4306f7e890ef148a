"""Whether a record is surely meant by a query, or may be.

A rule, not a probability: each doubt has a word by which it can be told. What makes one is measured
by `python -m benchmarks.quality.strangers`, on names of which half are kept aside.
"""

from __future__ import annotations

from store.expressions import expression
from store.lookup.meant.telling import joins
from store.model.found.reasons import Doubt, Meeting, WordMet
from store.tuples import NamedTuple
from store.typed import Final

_LEAST_SCORE: Final = 80.0
_LEAST_LIKENESS: Final = 0.86
_LEAST_BEGUN: Final = 5
_LEAST_INITIALS: Final = 3
_SHORT: Final = 5
_SHORT_BESIDE: Final = 6
_ALL_BUT_ALIKE: Final = 0.93
_LEAST_OF_MANY: Final = 70.0
_LEAST_LOWERED: Final = 62.0
_LEAST_BY_LETTERS: Final = 0.66
_LEAST_BY_SOUND: Final = 0.8
_LEAST_BESIDE_A_KIND: Final = 0.8
_LEAST_BESIDE: Final = 0.88
_LEAST_BESIDE_BY_SOUND: Final = 0.92
_WELL_KNOWN: Final = 10
_YEAR: Final = expression(r"(?:19|20)\d\d")


class Found(NamedTuple):
    """What is known of a match when it is judged."""

    way: str
    score: float
    meeting: Meeting
    is_lowered: bool = False
    """Found in the other script, though the record has a name in the query's own."""
    names: int = 1
    """How many names hold the words of it that tell most, at least."""
    asks_agreement: bool = False
    """The query speaks of an agreement, and tells of which one."""
    in_capitals: bool = False
    """All that was typed is capitals, or letters that have none."""


def doubt(found: Found) -> Doubt:
    """Why a record is not surely meant; empty where it is."""
    meeting = found.meeting
    if found.way == "exact":
        return ""
    if found.way == "acronym":
        return "" if found.in_capitals and _are_initials(meeting) else "letters"
    if meeting.begins or _joins_only(meeting):
        return "" if _is_begun_enough(meeting) else "begun"
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
    if meeting.left and any(met.word != met.other for met in meeting.telling):
        return "left"
    return "kind" if meeting.lacks_kind else ""


def _joins_only(meeting: Meeting) -> bool:
    """Whether nothing was asked but words such as *the*, *in*, على: any name may go on so."""
    return bool(meeting.words) and all(joins(met.word) for met in meeting.words)


def _is_begun_enough(meeting: Meeting) -> bool:
    if _joins_only(meeting):
        return False
    return meeting.ends_word or sum([len(met.word) for met in meeting.words]) >= _LEAST_BEGUN


def doubt_of_score(score: float) -> Doubt:
    """The doubt that a score leaves by itself; for one that came down after a match was judged."""
    return "score" if score < _LEAST_SCORE else ""


def _are_initials(meeting: Meeting) -> bool:
    """Whether enough letters were typed, as one word or one by one: SDF, S.D.F., ق س د."""
    typed = [len(met.word) for met in meeting.words]
    return sum(typed) >= _LEAST_INITIALS and (len(typed) == 1 or max(typed) == 1)


def may_be_meant(found: Found) -> bool:
    """Whether a name that is only like the query is worth showing at all.

    What is asked in a script in which the record has names is more like one of these, where it is
    meant; so what only sounds like a name in the other script must be a name that many records
    have, or be very like it. A word that has no counterpart leaves the others to be met the better.
    """
    if found.way != "spelling" and not found.is_lowered:
        return True
    is_known = found.is_lowered and found.names >= _WELL_KNOWN
    if found.is_lowered and found.score < _LEAST_LOWERED and not is_known:
        return False
    telling = found.meeting.telling
    least = _LEAST_BY_SOUND if found.is_lowered else _LEAST_BY_LETTERS
    if found.asks_agreement:
        least = max(least, _LEAST_BESIDE_A_KIND)
    if any(map(_is_begun_or_mixed_up, telling)):
        return True
    met = [each.likeness for each in telling if each.likeness >= least]
    if not met or len(met) == len(telling):
        return bool(met) or (is_known and not found.asks_agreement)
    beside = _LEAST_BESIDE_BY_SOUND if found.is_lowered and not is_known else _LEAST_BESIDE
    return min(met) >= beside


def is_of_another(meeting: Meeting, score: float) -> bool:
    """Whether what an agreement is asked by is a name that only resembles one that we have.

    Agreements of the whole world are asked for: *Dhamar truce* is none of Dumayr. So beside a word
    of agreements one short name must be met better, a beginning leave nothing of the name, and of
    a name of many words more be met than is left.
    """
    telling = meeting.telling
    met = [each for each in telling if each.likeness >= _LEAST_LIKENESS]
    if score < _LEAST_OF_MANY and len(meeting.left) > max(1, len(met)):
        return True
    if len(telling) != 1:
        return False
    only = telling[0]
    if _is_begun_or_mixed_up(only) and only.word != only.other:
        return bool(meeting.left) and not meeting.begins
    return meeting.lacks_kind and bool(only.other) and _is_far_in_short(only)


def _is_far_in_short(met: WordMet) -> bool:
    return len(met.word) <= _SHORT_BESIDE and met.likeness < _ALL_BUT_ALIKE


def _is_begun_or_mixed_up(met: WordMet) -> bool:
    """Whether a word is the beginning of another as written, or its letters in disorder."""
    return bool(met.other) and (
        met.other.startswith(met.word) or sorted(met.word) == sorted(met.other)
    )


def _is_slip_in_short(met: WordMet) -> bool:
    return len(met.word) <= _SHORT and met.likeness < _ALL_BUT_ALIKE and met.word != met.other
