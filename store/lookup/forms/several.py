"""Several names at once: `Foua and Kefraya`, الفوعة وكفريا, `Nawa + Inkhil`."""

from __future__ import annotations

from store.expressions import expression
from store.lookup.forms.form import HIGHEST, Asked, Form, is_named_by, lowered
from store.lookup.forms.parts import parts
from store.lookup.meant.telling import tells
from store.lookup.name_match import NameMatch
from store.typed import Final

_SIGN: Final = expression(r"[&+＋]")
_AND_IN_ARABIC: Final = expression(r"\sو(?=[^\W\d_]{2})")
_FOUND: Final = 85.0
_SURE: Final = 95.0
_COSTS: Final = 3.0
_UNSURE_COSTS: Final = 8.0  # where one of them is only like a name
_EACH_FURTHER: Final = 0.3
_NOT_ALL_COSTS: Final = 20.0
_NEAR: Final = 6.0  # how far below its best a name's other records are left out


def _find(asked: Asked) -> list[NameMatch]:
    text = _SIGN.sub(" , ", asked.text)
    pieces = parts(_AND_IN_ARABIC.sub(" , ", text), "and")
    if len(pieces) <= len(parts(asked.text)):  # no word joins them
        return []
    found = [asked.look_up(piece) if tells(piece) else [] for piece in pieces]
    named = [matches for matches in found if matches and is_named_by(matches[0], _FOUND)]
    costs = _COSTS if all(matches[0].score >= _SURE for matches in named) else _UNSURE_COSTS
    if len(named) < len(found):
        costs = _NOT_ALL_COSTS
    return [
        match
        for place, matches in enumerate(named)
        for match in lowered(
            [match for match in matches if match.score >= matches[0].score - _NEAR],
            costs + place * _EACH_FURTHER,
            HIGHEST - place * _EACH_FURTHER,
        )
    ]


SEVERAL = Form("several", place=20, find=_find, unless=97.0, of_parts=True)
