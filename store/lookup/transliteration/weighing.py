"""Which of the names in the other script a spelling is likeliest to stand for.

*Brqin* sounds like برقين and بروقين alike; how people spell says which of them is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from store.lookup.meant.certainty import doubt_of_score
from store.lookup.name_match import NameMatch
from store.lookup.weights import WEIGHTS
from store.model.found.reasons import Cost
from store.text.folding import is_arabic
from store.typed import Final

_SPELT: Final = "cross-script"
_COST: Final[Cost] = "spelling"
_UNMET: Final = -5.0
"""Of a name of which no word is met alone."""


def spelling_weighed(query: str, found: Sequence[NameMatch]) -> list[NameMatch]:
    """Matches, the best first, with what each name of the other script costs by its spelling.

    The likeliest spelling costs nothing, so that names of the query's own script stay where they
    are.

    Args:
        query: as it was typed.
        found: what it may mean; those of the other script as names sound.
    """
    of_other_script = [match for match in found if match.how == _SPELT]
    if len(of_other_script) < 2:
        return list(found)
    likely = _likelihoods(query, of_other_script)
    best = max(likely.values(), default=0.0)
    weighed = [
        _costing(match, WEIGHTS.spelling_costs * (best - likely.get(match.text, best)))
        if match.how == _SPELT
        else match
        for match in found
    ]
    return sorted(weighed, key=lambda match: -match.score)


def _likelihoods(query: str, found: Sequence[NameMatch]) -> dict[str, float]:
    """How likely the query is as a spelling of each name, or of those words of it that it meets."""
    from store.lookup.transliteration.likelihood import letters, likelihood  # seldom asked for

    asked = letters(query)
    likely = {}
    for match in found if asked else ():
        met = letters(" ".join([word.other for word in match.why.meeting.words]))
        pair = (met, asked) if is_arabic(asked) else (asked, met)
        likely[match.text] = likelihood(*pair) if met else _UNMET
    return likely


def _costing(match: NameMatch, points: float) -> NameMatch:
    if not points:
        return match
    score = match.score - points
    costs = (*match.why.costs, (_COST, points))
    why = match.why._replace(costs=costs, doubt=match.why.doubt or doubt_of_score(score))
    return match._replace(score=score, why=why)
