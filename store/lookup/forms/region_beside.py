"""A place with its region where no mark parts them: `Beit Sahm Rif Dimashq`, ريف دمشق زملكا."""

from __future__ import annotations

from store.lookup.forms.form import FOUND, Asked, Form
from store.lookup.forms.parts import chunks
from store.lookup.forms.places import around
from store.lookup.forms.with_another import meant_with_others
from store.lookup.keys import without_article
from store.lookup.meant.telling import tells
from store.lookup.name_match import NameMatch
from store.tables.batches import fetch, listed
from store.typed import Final

_LONGEST: Final = 3  # words of a region's name
_MOST_WORDS: Final = 8
_MOST_REGIONS: Final = 6  # of one name


def _find(asked: Asked) -> list[NameMatch]:
    words = [piece.text for piece in chunks(asked.text) if piece.words]
    if not 1 < len(words) <= _MOST_WORDS:
        return []
    place, regions = _with_regions_behind(asked, words)
    if not regions:
        return _with_region_before(asked, words)
    found = asked.look_up(place)
    if not found or found[0].score < FOUND:
        return []
    return meant_with_others(asked, [place, *regions])


def _with_regions_behind(asked: Asked, words: list[str]) -> tuple[str, list[str]]:
    regions: list[str] = []
    while length := _longest_region(asked, words, from_end=True):
        regions.append(" ".join(words[-length:]))
        words = words[:-length]
    return " ".join(words), regions


def _with_region_before(asked: Asked, words: list[str]) -> list[NameMatch]:
    """As officials write: from the larger to the smaller, of which the one lies in the other."""
    regions: list[str] = []
    while length := _longest_region(asked, words, from_end=False):
        regions.append(" ".join(words[:length]))
        words = words[length:]
    place = " ".join(words)
    found = asked.look_up(place) if regions and tells(place) else []
    if not found or found[0].score < FOUND or found[0].why.doubt:
        return []
    around_it = around(asked.connection, {found[0].record})[found[0].record]
    named = [match.record for match in asked.look_up(regions[0])[:_MOST_REGIONS]]
    if around_it.isdisjoint(named):
        return []
    return meant_with_others(asked, [place, *reversed(regions)])


def _longest_region(asked: Asked, words: list[str], *, from_end: bool) -> int:
    """How many words at an end are the very name of a place in which others lie; 0 for none."""
    ends = {}
    for length in range(min(_LONGEST, len(words) - 1), 0, -1):
        own = words[-length:] if from_end else words[:length]
        folded = [word for piece in chunks(" ".join(own)) for word in piece.words]
        if not folded:
            return 0
        bare = folded[0].removeprefix("ب")
        for first in dict.fromkeys((folded[0], without_article(folded[0]), f"ال{folded[0]}", bare)):
            ends[" ".join((first, *folded[1:]))] = length
    rows = fetch(
        asked.connection,
        "SELECT folded FROM names WHERE folded IN (SELECT value FROM json_each(?)) AND EXISTS"
        " (SELECT 1 FROM relations WHERE object = names.record AND predicate = 'lies-in')",
        (listed(ends),),
    )
    return max((ends[folded] for (folded,) in rows), default=0)


REGION_BESIDE = Form("with-another", place=40, find=_find, unless=97.0, of_parts=True)
