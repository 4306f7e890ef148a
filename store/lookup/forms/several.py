"""Several names at once: `Foua and Kefraya`, الفوعة وكفريا, `Nawa + Inkhil`, `Madaya Zabadani`."""

from __future__ import annotations

from store.expressions import expression
from store.lookup.forms.form import HIGHEST, Asked, Form, is_named_by, lowered
from store.lookup.forms.parts import parts
from store.lookup.meant.telling import speaks_of_agreement, tells
from store.lookup.name_match import NameMatch
from store.tables.batches import fetch, listed
from store.text.folding import fold, words
from store.typed import Final

_SIGN: Final = expression(r"[&+＋]")
_AND_IN_ARABIC: Final = expression(r"\sو(?=[^\W\d_]{2})")
_FOUND: Final = 85.0
_SURE: Final = 95.0
_COSTS: Final = 3.0
_UNSURE_COSTS: Final = 8.0  # where one of them is only like a name
_UNJOINED_COSTS: Final = 10.0  # so that a name that has all of them may go before
_EACH_FURTHER: Final = 0.3
_NOT_ALL_COSTS: Final = 20.0
_LONGEST: Final = 4  # words of a name that stands beside another
_MOST_WORDS: Final = 8
_NEAR: Final = 6.0  # how far below its best a name's other records are left out


def _find(asked: Asked) -> list[NameMatch]:
    text = _SIGN.sub(" , ", asked.text)
    pieces = parts(_AND_IN_ARABIC.sub(" , ", text), "and")
    if len(pieces) <= len(parts(asked.text)):  # no word joins them
        return []
    found = [asked.look_up(piece) if tells(piece) else [] for piece in pieces]
    named = [matches for matches in found if matches and is_named_by(matches[0], _FOUND)]
    costs = _COSTS if all(matches[0].score >= _SURE for matches in named) else _UNSURE_COSTS
    if len(named) == len(found):
        return _in_turn(named, costs)
    return [
        match._replace(why=match.why._replace(doubt=match.why.doubt or "unmet"))
        for match in _in_turn(named, _NOT_ALL_COSTS)
    ]


def _find_unjoined(asked: Asked) -> list[NameMatch]:
    pieces = _very_names(asked)
    if speaks_of_agreement(asked.text):  # of *Security Council Resolution 2254* it is meant
        pieces.sort(key=lambda piece: not speaks_of_agreement(piece))
    found = [asked.look_up(piece) if tells(piece) else [] for piece in pieces]
    return _in_turn(found, _UNJOINED_COSTS) if all(found) else []


def _in_turn(named: list[list[NameMatch]], costs: float) -> list[NameMatch]:
    """What each of some names finds, those of the first one first."""
    return [
        match
        for place, matches in enumerate(named)
        for match in lowered(
            [match for match in matches if match.score >= matches[0].score - _NEAR],
            costs + place * _EACH_FURTHER,
            HIGHEST - place * _EACH_FURTHER,
        )
    ]


def _very_names(asked: Asked) -> list[str]:
    """The names of which a text consists, word for word; none where it is no such text."""
    folded = words(fold(asked.text))
    if not 1 < len(folded) <= _MOST_WORDS:
        return []
    spans = {
        " ".join(folded[start:end])
        for start in range(len(folded))
        for end in range(start + 1, min(start + _LONGEST, len(folded)) + 1)
    }
    rows = fetch(
        asked.connection,
        "SELECT DISTINCT folded FROM names WHERE folded IN (SELECT value FROM json_each(?))",
        (listed(spans),),
    )
    names = {name for (name,) in rows}
    pieces: list[str] = []
    while folded:
        lengths = range(min(_LONGEST, len(folded)), 0, -1)
        length = next((each for each in lengths if " ".join(folded[:each]) in names), 0)
        if not length:
            return []
        pieces.append(" ".join(folded[:length]))
        folded = folded[length:]
    return pieces


SEVERAL = Form("several", place=20, find=_find, unless=97.0, of_parts=True)
UNJOINED = Form("several", place=50, find=_find_unjoined, unless=97.0, of_parts=True)
