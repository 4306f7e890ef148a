"""A name with its region or with another name: `Zabadani, Rif Dimashq`, `X (Y)`, `X, formerly Y`.

ACLED, GeoNames and OCHA put a place before what it lies in. Which of two names is the place and
which its region the relations of the records tell, where they know; else the first is meant.
"""

from __future__ import annotations

from typing import Final

from store.lookup.forms.form import FOUND, HIGHEST, Asked, Form, is_named_by, lowered
from store.lookup.forms.parts import parts
from store.lookup.forms.places import around
from store.lookup.meant.telling import tells
from store.lookup.name_match import NameMatch

_COSTS: Final = 2.0
_UNKNOWN_COSTS: Final = 15.0  # when nothing is found by one of the parts
_FURTHER: Final = 12.0  # how far behind come a region, and the other name's own record
_LIES_THERE: Final = 4.0  # by how much one scores more that lies in a region that is named
_MOST_COMPARED: Final = 6
_ALONE_COSTS: Final = 3.0
_ADDRESS: Final = "://"


def meant_with_others(asked: Asked, pieces: list[str]) -> list[NameMatch]:
    """What is meant by several parts of which one is the name, and then what the others name.

    Args:
        asked: what was asked.
        pieces: its parts, in order.
    """
    found = [asked.look_up(piece) if tells(piece) else [] for piece in pieces]
    if len(found) == 1:
        return _sure(lowered(found[0], _ALONE_COSTS))
    named = [matches for matches in found if matches and is_named_by(matches[0])]
    if not named:
        return []
    lies_in = around(
        asked.connection,
        {match.record for matches in named for match in matches[:_MOST_COMPARED]},
    )
    main = _main(named, lies_in)
    others = [matches for matches in named if matches is not main]
    regions = {match.record for matches in others for match in matches[:_MOST_COMPARED]}
    # A name that stands for a region alone may have been asked among records of other kinds.
    costs = _COSTS if len(named) == len(found) else _UNKNOWN_COSTS
    best = [
        match._replace(
            score=min(HIGHEST, match.score - costs)
            + (_LIES_THERE if not regions.isdisjoint(lies_in.get(match.record, ())) else 0)
            - _LIES_THERE
        )
        for match in main
    ]
    top = max(match.score for match in best)
    return best + [match for matches in others for match in lowered(matches, 0, top - _FURTHER)]


def _sure(matches: list[NameMatch]) -> list[NameMatch]:
    return [match for match in matches if match.score >= FOUND]


def _main(named: list[list[NameMatch]], lies_in: dict[int, set[int]]) -> list[NameMatch]:
    """The part that lies in the first one, where one does; else the first."""
    first = {match.record for match in named[0][:_MOST_COMPARED]}
    for matches in named[1:]:
        if not first.isdisjoint(lies_in.get(matches[0].record, ())):
            return matches
    return named[0]


def _find(asked: Asked) -> list[NameMatch]:
    if _ADDRESS in asked.text:
        return []
    pieces = parts(asked.text, "also", "so-called")
    if len(pieces) < 2 and (not pieces or pieces[0] == asked.text.strip()):
        return []
    return meant_with_others(asked, pieces)


WITH_ANOTHER = Form("with-another", place=30, find=_find, unless=97.0, of_parts=True)
