"""Which of the names in the other script a spelling is likeliest to stand for.

*Brqin* sounds like برقين and بروقين alike; how people spell says which of them is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from store.lookup.name_match import NameMatch
from store.lookup.transliteration.likelihood import letters, likelihood
from store.lookup.weights import WEIGHTS
from store.model.found.reasons import Cost
from store.text.folding import is_arabic
from store.typed import Final

_SPELT: Final = "cross-script"
_COST: Final[Cost] = "spelling"


def spelling_weighed(query: str, found: Sequence[NameMatch]) -> list[NameMatch]:
    """Matches, the best first, with what each name of the other script costs by its spelling.

    The likeliest spelling costs nothing, so that names of the query's own script stay where they
    are.

    Args:
        query: as it was typed.
        found: what it may mean; those of the other script as names sound.
    """
    asked = letters(query)
    likely = {
        match.text: _likelihood(asked, letters(match.text))
        for match in found
        if match.how == _SPELT and asked
    }
    if len(likely) < 2:
        return list(found)
    best = max(likely.values())
    weighed = [
        _costing(match, WEIGHTS.spelling_costs * (best - likely[match.text]))
        if match.how == _SPELT
        else match
        for match in found
    ]
    return sorted(weighed, key=lambda match: -match.score)


def _likelihood(asked: str, name: str) -> float:
    return likelihood(name, asked) if is_arabic(asked) else likelihood(asked, name)


def _costing(match: NameMatch, points: float) -> NameMatch:
    if not points:
        return match
    why = match.why._replace(costs=(*match.why.costs, (_COST, points)))
    return match._replace(score=match.score - points, why=why)
