"""An agreement by whom it binds and where: `Ceasefire between Hezbollah and Nusra Front, Arsal`.

Data sets title agreements so. What the parts name is looked up, and the relations of agreements
tell which of them has all of it: its parties and signatories, the places that it covers.
"""

from __future__ import annotations

from store.lookup.forms.dated import fitting, read_dated
from store.lookup.forms.form import Asked, Form
from store.lookup.forms.parts import Chunk, chunks
from store.lookup.meant.telling import is_of_agreements, joins, speaks_of_agreement, tells
from store.lookup.name_match import NOT_JUDGED, NameMatch
from store.tables.batches import fetch, listed
from store.text.folding import fold, is_arabic
from store.tuples import NamedTuple
from store.typed import Final

_CUTTING: Final = frozenset(
    map(
        fold,
        "between among and with in at on over by entre et avec dans sur zwischen und mit im"
        " arasinda ile ve u di navbera ku بين مع في بشأن حول على و با میان".split(),
    )
)
_AND_IN_ARABIC: Final = fold("و")
_SHORTEST_WITH_AND: Final = 4
_NAMED: Final = 85.0
_NEAR: Final = 3.0
"""Points behind the best by which a part may mean another record: a city and its governorate."""
_BINDS: Final = ("has-party", "signed-by")
_PLACES: Final = ("covers", "evacuates")
_FEWEST_PARTS: Final = 2
_MOST_PARTS: Final = 4
_MOST_MEANT: Final = 8
"""Agreements that have all that was asked for; more were hardly meant."""
_MOST_OTHERS: Final = 2
"""Whom it binds besides; of a statement of seventeen states two are not *their* agreement."""
_MOST_OTHERS_IF_SURE: Final = 1
_MOST_IF_SURE: Final = 4  # agreements
_MOST_ROWS: Final = 400
_SCORE: Final = 94.0
_EACH_FURTHER: Final = 0.5
_UNNAMED_COSTS: Final = 12.0


def _find(asked: Asked) -> list[NameMatch]:
    if not speaks_of_agreement(asked.text) or (asked.kinds and "agreement" not in asked.kinds):
        return []
    dated = read_dated(asked.text)
    parts = _parts(dated.rest if dated else asked.text)
    if not _FEWEST_PARTS <= len(parts) <= _MOST_PARTS:
        return []
    named = [records for part in parts if (records := _named(asked, part))]
    if len(named) < _FEWEST_PARTS:
        return []
    others = _with_all(asked, named)
    if dated:
        fits = fitting(asked, list(others), dated.date)
        others = {agreement: others[agreement] for agreement in others if agreement in fits}
    if not 0 < len(others) <= _MOST_MEANT:
        return []
    is_all = len(named) == len(parts)
    score = _SCORE if is_all else _SCORE - _UNNAMED_COSTS
    return _matches(asked, others, score, is_sure=is_all and len(others) <= _MOST_IF_SURE)


def _parts(text: str) -> list[str]:
    """What stands between marks, words of agreements, and words such as *between* and *and*."""
    runs: list[list[str]] = [[]]
    for piece in chunks(text):
        word = _without_and(piece) if runs[-1] else ""  # وادي begins with a letter of its own
        if all(each in _CUTTING or is_of_agreements(each) for each in piece.words):
            runs.append([])
        elif word:
            runs.append([word])
        else:
            runs[-1].append(piece.text)
    trimmed = (_trimmed(run) for run in runs)
    return [" ".join(run) for run in trimmed if run]


def _without_and(piece: Chunk) -> str:
    """A word that و is written to, without it; empty for another."""
    if len(piece.words) == 1 and len(piece.words[0]) >= _SHORTEST_WITH_AND:
        return piece.words[0][1:] if piece.words[0].startswith(_AND_IN_ARABIC) else ""
    return ""


def _trimmed(run: list[str]) -> list[str]:
    while run and joins(fold(run[0])):
        run = run[1:]
    while run and joins(fold(run[-1])):
        run = run[:-1]
    return run


def _named(asked: Asked, part: str) -> frozenset[int]:
    """The records that a part may mean; none where it names nothing."""
    found = asked.look_up(part) if tells(part) else []
    if not found or found[0].score < _NAMED or found[0].why.doubt == "begun":
        return frozenset()
    return frozenset(match.record for match in found if match.score >= found[0].score - _NEAR)


class _Others(NamedTuple):
    """How much more an agreement is about than was asked for: the less, the likelier."""

    bound: int
    places: int


def _with_all(asked: Asked, named: list[frozenset[int]]) -> dict[int, _Others]:
    """The agreements that have to do with something of each part.

    One at least of the parts must be bound by them; of two places other forms know more.
    """
    rows = fetch(
        asked.connection,
        "SELECT subject, object, predicate IN (?, ?) FROM relations"
        " JOIN agreements ON agreements.record = subject"
        " WHERE object IN (SELECT value FROM json_each(?)) AND predicate IN (?, ?, ?, ?) LIMIT ?",
        (*_BINDS, listed(sorted(frozenset().union(*named))), *_BINDS, *_PLACES, _MOST_ROWS),
    )
    met: dict[int, set[int]] = {}
    bound: set[int] = set()
    for agreement, other, binds in rows:
        parts = {place for place, records in enumerate(named) if other in records}
        met.setdefault(agreement, set()).update(parts)
        bound |= {agreement} if binds else set()
    whole = [each for each, parts in met.items() if len(parts) == len(named) and each in bound]
    return _others(asked, whole, frozenset().union(*named))


def _others(asked: Asked, agreements: list[int], named: frozenset[int]) -> dict[int, _Others]:
    rows = fetch(
        asked.connection,
        "SELECT DISTINCT subject, object, predicate IN (?, ?) FROM relations"
        " WHERE subject IN (SELECT value FROM json_each(?)) AND predicate IN (?, ?, ?, ?)",
        (*_BINDS, listed(agreements), *_BINDS, *_PLACES),
    )
    others = dict.fromkeys(agreements, _Others(0, 0))
    for agreement, other, binds in rows:
        if other not in named:
            more = others[agreement]
            others[agreement] = _Others(more.bound + bool(binds), more.places + (not binds))
    return {each: more for each, more in others.items() if more.bound <= _MOST_OTHERS}


def _matches(
    asked: Asked, others: dict[int, _Others], score: float, *, is_sure: bool
) -> list[NameMatch]:
    """The agreements as matches by their own names.

    Those first whose names are most like what was asked, then those that are about little else.
    """
    rows = fetch(
        asked.connection,
        "SELECT record, text FROM names WHERE record IN (SELECT value FROM json_each(?))"
        " AND role = 'name' ORDER BY language = ?",
        (listed(sorted(others)), "ar" if is_arabic(asked.text) else "en"),
    )
    names = dict(rows)  # of two the last: that in the script of the query, where there is one
    like = {match.record: match.score for match in asked.found}
    ranked = sorted(others, key=lambda each: (-like.get(each, 0.0), others[each], each))
    matches = []
    for place, agreement in enumerate(ranked):
        is_meant = is_sure and others[agreement].bound <= _MOST_OTHERS_IF_SURE
        matches.append(
            NameMatch(
                agreement,
                names.get(agreement, ""),
                "name",
                score - place * _EACH_FURTHER,
                "parties",
                why=NOT_JUDGED._replace(doubt="" if is_meant else "unmet"),
            )
        )
    return matches


PARTIES = Form("parties", place=18, find=_find, unless=93.0, of_parts=True)
