"""What a form of a name is: a way in which people write names that no record has as they stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection

from store.lookup.name_match import NOT_JUDGED, How, NameMatch
from store.tuples import NamedTuple
from store.typed import Final

_OF_WORDS: Final = frozenset({"more-words", "translated"})
"""Forms that leave words out or change them: a name that has yet more was hardly meant."""
FOUND: Final = 80.0
"""The score from which a part of what was asked is found."""
SURE: Final = 90.0
"""What a form has found with this score is not read in another one."""
HIGHEST: Final = 97.5
"""What is found through a form scores no more: a name that stands as typed goes before it."""


class Asked(NamedTuple):
    """What somebody asked, what it finds as it stands, and how to look up a part of it."""

    connection: sqlite3.Connection
    text: str
    """As typed, in logical order."""
    kinds: Collection[str] | None
    """Of the records that may be meant; all when None."""
    found: list[NameMatch]
    """What is found by the text as it stands, the best first."""
    look_up: Callable[[str], list[NameMatch]]
    """From another text to what it finds, the best first."""

    @property
    def best(self) -> float:
        """The best score of what is found by the text as it stands."""
        return self.found[0].score if self.found else 0.0


class Form(NamedTuple):
    """One form of names."""

    name: How
    """How a match by it is told: the `how` of matches."""
    place: int
    """Which is tried first; see `store.entries`."""
    find: Callable[[Asked], list[NameMatch]]
    """The records that are meant where the text has this form, with their scores; else none."""
    unless: float
    """A text that finds a record with this score as it stands is not read so."""
    of_parts: bool = False
    """Whether it cuts the text into parts, which are then not cut again."""


def lowered(matches: list[NameMatch], by: float, most: float = HIGHEST) -> list[NameMatch]:
    """Matches with a lower score each, and none above the highest."""
    return [_lowered(match, min(match.score - by, most)) for match in matches]


def _lowered(match: NameMatch, score: float) -> NameMatch:
    if score >= match.score:
        return match._replace(score=score)
    before = dict(match.why.costs)  # a form within a form costs twice, and is told as one
    costs = before | {"form": before.get("form", 0.0) + match.score - score}
    why = match.why._replace(costs=tuple(costs.items()))
    return match._replace(score=score, why=why)


def is_named_by(best: NameMatch, least: float = FOUND) -> bool:
    """Whether a part of a text is a name: what it finds best is like it, and no mere beginning."""
    return best.score >= least and best.why.doubt not in ("begun", "letters")


def settled(match: NameMatch, form: Form) -> NameMatch:
    """A match as one of a form, with the doubt that its score leaves."""
    why = match.why
    if why == NOT_JUDGED and match.score >= SURE:
        why = why._replace(doubt="")
    if not why.doubt and match.score < FOUND:
        why = why._replace(doubt="score")
    if not why.doubt and form.name in _OF_WORDS and why.meeting.left:
        why = why._replace(doubt="left")
    return match._replace(how=form.name, why=why)
