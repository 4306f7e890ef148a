"""A name with its region or with another name: `Zabadani, Rif Dimashq`, `X (Y)`, `X, formerly Y`.

ACLED, GeoNames and OCHA put a place before what it lies in. Which of two names is the place and
which its region the relations of the records tell, where they know; else the first is meant.
"""

from __future__ import annotations

from store.lookup.forms.form import FOUND, HIGHEST, Asked, Form, is_named_by, lowered
from store.lookup.forms.parts import parts
from store.lookup.forms.places import around
from store.lookup.meant.telling import is_named, tells
from store.lookup.name_match import NameMatch
from store.typed import Final

_COSTS: Final = 2.0
_UNKNOWN_COSTS: Final = 15.0  # when nothing is found by one of the parts
_FURTHER: Final = 12.0  # how far behind come others of a region's name
_NEXT: Final = 3.0
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
    # Of *army of Kenya* an army is not meant where nothing is found by Kenya.
    says = is_named if any(map(is_named, pieces)) else tells
    found = [asked.look_up(piece) if says(piece) else [] for piece in pieces]
    if len(found) == 1:
        return _sure(lowered(found[0], _ALONE_COSTS))
    named = [matches for matches in found if matches and is_named_by(matches[0])]
    named_or_generic = [
        matches in named or not tells(piece) for matches, piece in zip(found, pieces, strict=True)
    ]
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
    best = []
    for match in main:
        lies_there = not regions.isdisjoint(lies_in.get(match.record, ()))
        score = min(HIGHEST, match.score - costs) - (0 if lies_there else _LIES_THERE)
        best.append(match._replace(score=score))
    top = max(match.score for match in best)
    for matches in others:  # a region itself comes next, what is named after it far behind
        best += lowered(matches[:1], 0, top - _NEXT) + lowered(matches[1:], 0, top - _FURTHER)
    is_known = all(named_or_generic) or parts(asked.text, "also") != parts(asked.text)
    return best if is_known else [_doubted(match, regions, lies_in) for match in best]


def _doubted(match: NameMatch, regions: set[int], lies_in: dict[int, set[int]]) -> NameMatch:
    """A match beside a part that names nothing: in `X, Idlib` Idlib is hardly what is meant.

    One that lies in what another part names, as `Madaya, X, Rif Dimashq`, is meant all the same.
    """
    if match.why.doubt or not regions.isdisjoint(lies_in.get(match.record, ())):
        return match
    return match._replace(why=match.why._replace(doubt="unmet"))


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
