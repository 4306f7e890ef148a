"""Which of the likeliest records has most of what was asked, where several are nearly as likely.

A place that is named in full scores more than an agreement of which most words are named: of
*Talbisa, Rastan and Al-Hula ceasefire* Talbisa is one word, and the ceasefire has all of them. Of
those that are as likely that stands first which goes by most names.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from store.lookup.meant.telling import speaks_of_agreement
from store.lookup.name_match import NameMatch
from store.tables.batches import fetch, listed
from store.typed import Final

_NEAR: Final = 8.0
"""Points by which one that has more of the query may score less, and stand first all the same."""
_MET: Final = 0.86
"""Likeness from which a word counts as met: that of a word that is surely meant."""
_OF_PARTS: Final = frozenset({"several", "with-another"})
"""Ways of finding that read names side by side as several: each has a part, and is meant."""

_OF_AGREEMENTS: Final = frozenset({"date", "identifier", "exact"})
"""Ways of finding by which an agreement is meant that is found so."""


def fullest_first(found: Sequence[NameMatch], *, asks_agreement: bool) -> list[NameMatch]:
    """Matches in their order, but for one that has more of the query than the first has.

    Args:
        found: the likeliest first, those that may be meant behind those that surely are.
        asks_agreement: the query speaks of an agreement, so that names side by side are its own.
    """
    if len(found) < 2 or (found[0].how in _OF_PARTS and not asks_agreement):
        return list(found)
    found = found if asks_agreement else _bare_name_first(found)
    first, met = found[0], _met(found[0])
    for place, match in enumerate(found):
        is_near = match.score >= first.score - _NEAR and match.why.doubt in ("", first.why.doubt)
        if is_near and met < _met(match):
            return [match, *found[:place], *found[place + 1 :]]
    return list(found)


def _bare_name_first(found: Sequence[NameMatch]) -> Sequence[NameMatch]:
    """Matches, first the one whose name has no word of agreements, where none was asked for.

    *Beit Sahem* is the town Beit Sahm, though an agreement goes by *Beit Sahem evacuation*.
    """
    first = found[0]
    if first.how in _OF_AGREEMENTS or not speaks_of_agreement(first.text):
        return found
    for place, match in enumerate(found):
        is_near = match.score >= first.score - _NEAR and match.why.doubt in ("", first.why.doubt)
        if is_near and not speaks_of_agreement(match.text) and _letters(match) >= _letters(first):
            return [match, *found[:place], *found[place + 1 :]]
    return found


def best_known_first(connection: sqlite3.Connection, found: list[NameMatch]) -> list[NameMatch]:
    """Of matches in their order, those that score the same by how many names their record has.

    A place that many write about has a name in each of their spellings; its namesake in another
    governorate has one.
    """
    times = Counter([match.score for match in found])
    alike = [match.record for match in found if times[match.score] > 1]
    if not alike:
        return found
    rows = fetch(
        connection,
        "SELECT record, count(*) FROM names WHERE record IN (SELECT value FROM json_each(?))"
        " GROUP BY record",
        (listed(alike),),
    )
    names = dict(rows)
    return sorted(found, key=lambda match: (-match.score, -names.get(match.record, 0)))


def _letters(match: NameMatch) -> int:
    """Of the words that are met, whether apart or as one."""
    return sum(map(len, _met(match)))


def _met(match: NameMatch) -> frozenset[str]:
    words = match.why.meeting.words
    return frozenset(word.word for word in words if word.tells and word.likeness >= _MET)
