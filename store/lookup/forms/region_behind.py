"""A place with its region where no mark parts them: `Beit Sahm Rif Dimashq`, زملكا ريف دمشق."""

from __future__ import annotations

from store.lookup.forms.form import FOUND, Asked, Form
from store.lookup.forms.parts import chunks
from store.lookup.forms.with_another import meant_with_others
from store.lookup.keys import without_article
from store.lookup.name_match import NameMatch
from store.tables.batches import fetch, listed
from store.typed import Final

_LONGEST: Final = 3  # words of a region's name
_MOST_WORDS: Final = 8


def _find(asked: Asked) -> list[NameMatch]:
    words = [piece.text for piece in chunks(asked.text) if piece.words]
    if not 1 < len(words) <= _MOST_WORDS:
        return []
    regions: list[str] = []
    while length := _region_at_the_end(asked, words):
        regions.append(" ".join(words[-length:]))
        del words[-length:]
    if not regions:
        return []
    place = " ".join(words)
    found = asked.look_up(place)
    if not found or found[0].score < FOUND:
        return []
    return meant_with_others(asked, [place, *regions])


def _region_at_the_end(asked: Asked, words: list[str]) -> int:
    """How many words at the end are the very name of a place in which others lie; 0 for none."""
    ends = {}
    for length in range(min(_LONGEST, len(words) - 1), 0, -1):
        folded = [word for piece in chunks(" ".join(words[-length:])) for word in piece.words]
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


REGION_BEHIND = Form("with-another", place=40, find=_find, unless=97.0, of_parts=True)
