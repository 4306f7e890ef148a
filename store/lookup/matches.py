"""Find records by a name as people remember it: with slips, in either script or another layout.

Look-up goes from words to names. The words of all names make one vocabulary. For each word of the
query, those that equal it, begin with it or sound like it are found through indexes, in bounded
numbers, and compared with it (`candidates`, `comparisons`). Then the names that hold the most alike
are scored, rare words counting more than common ones such as Khirbat and Tell (`scores`). Nothing
is read that an index did not point at.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from functools import partial
from itertools import combinations, pairwise

from store.expressions import expression
from store.lookup.candidates import Candidates, Read
from store.lookup.comparisons import Bounds, Comparisons, Known
from store.lookup.forms import found_in_forms
from store.lookup.forms.form import Asked
from store.lookup.keys import NameKeys, name_keys, other_form
from store.lookup.meant.certainty import Found, doubt, is_of_another, may_be_meant
from store.lookup.meant.elsewhere import is_elsewhere
from store.lookup.meant.fullest import best_known_first, fullest_first
from store.lookup.meant.telling import speaks_of_agreement
from store.lookup.name_match import NameMatch
from store.lookup.scores import Scorer
from store.lookup.transliteration.weighing import spelling_weighed
from store.lookup.weights import WEIGHTS
from store.model.found.reasons import Cost, Reasons
from store.model.questions import LONGEST_QUERY
from store.tables.batches import listed
from store.text.folding import is_arabic
from store.text.keyboard_layouts import other_layouts
from store.tuples import NamedTuple
from store.typed import Final

_WITHOUT_WORDS: Final = frozenset({"more-words", "translated"})
_FEW: Final = range(3, 7)  # letters: so few may sound like a name by chance (asdf, qwerty)
_LAYOUT_KEYS: Final = frozenset("[];,./^$ù²öäüğşç")  # no part of a name, but letters in Arabic
_BLANKS: Final = expression(r"[\s-]")  # a hyphen has one key in all layouts
_DEEPEST: Final = 1  # a part of a text is read in no form that cuts it


class _WordsSought(NamedTuple):
    """The words of a query that are looked for in the vocabulary."""

    single: list[str]
    """Words that stand alone, the longest first."""
    joined: dict[str, tuple[str, ...]]
    """The whole query, and each pair of neighbours, written as one word: with its parts."""

    @property
    def all(self) -> tuple[str, ...]:
        """Single words first, then joined ones."""
        return (*self.single, *self.joined)


def lookup(
    connection: sqlite3.Connection,
    query: str,
    *,
    kinds: Collection[str] | None = None,
    limit: int = 20,
    read: Read | None = None,
) -> list[NameMatch]:
    """Find the records that a name may mean, each by the best of its names.

    Those that are surely meant come first, of these the likeliest, then those that may be.

    Args:
        connection: a store's connection.
        query: any string up to `LONGEST_QUERY`, in logical order; its last word may be unfinished.
        kinds: the kinds of records to look among; all when None.
        limit: the most records to return.
        read: what earlier queries have read of the same state of the store.
    """
    query = query[:LONGEST_QUERY]
    found = _Reader(connection, query, kinds, read).read(query)
    found = best_known_first(connection, found)
    found.sort(key=_is_doubted)
    return fullest_first(found, asks_agreement=speaks_of_agreement(query))[:limit]


class _Reader:
    """Reads one query as it stands and in the forms that it may have, no part of it twice."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        query: str,
        kinds: Collection[str] | None,
        read: Read | None,
    ) -> None:
        self._connection = connection
        self._kinds = kinds
        self._candidates = Candidates(connection, kinds, read)
        self._words = Known({}, {}, {}, {}, {}, {}, {})
        self._bounds = _bounds(self._candidates, query)
        self._known: dict[tuple[str, int], list[NameMatch]] = {}
        self._found: dict[tuple[str, bool], list[NameMatch]] = {}

    def read(self, query: str, depth: int = 0) -> list[NameMatch]:
        """Find the records that a text may mean as it stands, in another layout, or in some form.

        Args:
            query: the text or a part of it.
            depth: 0 for the text, 1 for a part of it, 2 for what is left of a part.
        """
        known = query, depth
        if known not in self._known:
            self._known[known] = self._read(query, depth)
        return self._known[known]

    def _read(self, query: str, depth: int) -> list[NameMatch]:
        found = self._find(query)
        score = found[0].score if found else 0.0
        if not depth and (score < WEIGHTS.good_score or not _LAYOUT_KEYS.isdisjoint(query)):
            in_layouts = _in_other_layouts(
                self._connection, query, self._candidates, self._words, self._bounds
            )
            found = _best_of_each_record(found + in_layouts)
            if in_layouts and found[0].how == "layout":
                return found
        if depth > _DEEPEST or score >= (WEIGHTS.good_score if depth else WEIGHTS.as_it_stands):
            return found
        look_up = partial(self.read, depth=depth + 1)
        asked = Asked(self._connection, query, self._kinds, found, look_up)
        in_forms = found_in_forms(asked, in_parts=not depth)
        asks_agreement = speaks_of_agreement(query)
        enough = [match for match in in_forms if _is_enough(match, asks_agreement=asks_agreement)]
        return _best_of_each_record(found + enough)

    def _find(self, query: str) -> list[NameMatch]:
        """Find what a text means as it stands; parts that differ in signs alone are found as one.

        Their spelling is weighed for each, as the signs of ain and hamza count for it.
        """
        keys, in_capitals = name_keys(query), query == query.upper()
        asked = keys.folded, in_capitals
        if asked not in self._found:
            self._found[asked] = _find(
                self._connection,
                keys,
                self._candidates,
                self._words,
                self._bounds,
                in_capitals=in_capitals,
            )
        return spelling_weighed(query, self._found[asked])


def _is_enough(match: NameMatch, *, asks_agreement: bool) -> bool:
    """Whether what is found through a form is like enough to be shown.

    What is left of an agreement's name without its words of agreements is often any word. What a
    spelling costs says which comes first, not whether it is like enough: as of a whole text.
    """
    is_any_word = asks_agreement and _is_doubted(match) and match.how in _WITHOUT_WORDS
    likeness = match.score + dict(match.why.costs).get("spelling", 0.0)
    return likeness >= (WEIGHTS.least_score_of_few if is_any_word else WEIGHTS.least_score)


def _in_other_layouts(
    connection: sqlite3.Connection,
    query: str,
    candidates: Candidates,
    known: Known,
    bounds: Bounds,
) -> list[NameMatch]:
    """Find the records that the same keys may mean in another keyboard layout."""
    blanks = len(_BLANKS.findall(query))
    found = []
    for other in other_layouts(query):
        keys = name_keys(other)
        # A few letters, or words that fall apart, were hardly meant.
        if len(keys.folded) < WEIGHTS.least_in_layout or keys.folded.count(" ") > blanks:
            continue
        if not all(map(candidates.written, keys.words[:-1])):
            continue  # words that no name holds are mostly gibberish, and cost as much as a name
        if len(keys.words) == 1 and not candidates.spelled(keys.words[0]):
            continue
        least = (
            WEIGHTS.layout_score
            if len(keys.folded) > WEIGHTS.least_in_layout
            else WEIGHTS.layout_score_of_few
        )
        for match in _find(connection, keys, candidates, known, bounds, by_sound=False):
            if match.score >= least and match.how != "cross-script":
                score = match.score - WEIGHTS.layout_costs
                why = match.why._replace(costs=(*match.why.costs, ("layout", WEIGHTS.layout_costs)))
                found.append(match._replace(score=score, how="layout", why=why))
    return found


def _find(
    connection: sqlite3.Connection,
    keys: NameKeys,
    candidates: Candidates,
    known: Known,
    bounds: Bounds,
    *,
    by_sound: bool = True,
    in_capitals: bool = False,
) -> list[NameMatch]:
    """Find the records that a name may mean in the keyboard layout in which it was typed.

    Args:
        connection: a store's connection.
        keys: of what was typed.
        candidates: what the store's indexes point at, for the records to look among.
        known: what other parts of the query have found out of words.
        bounds: how much is compared by sound.
        by_sound: look for words that only sound alike too.
        in_capitals: nothing else was typed.
    """
    if not keys.folded:
        return []
    sought = _words_sought(keys)
    comparisons = _compare(candidates, keys, sought, known, bounds, by_sound=by_sound)
    near = [comparisons.nearest(word, WEIGHTS.most_kept) for word in sought.all]
    names = candidates.by_whole(keys) | candidates.by_words(near, single=len(sought.single))
    scorer = Scorer(connection, keys, comparisons, candidates)
    ranked = scorer.rank(names.values())
    least, across = _least_scores(keys)
    needed = {"spelling": least, "cross-script": across}
    matches = [
        NameMatch(name.record, name.text, name.role, score, way)
        for name, score, way in ranked
        if score >= needed.get(way, WEIGHTS.least_score)
    ]
    best = _best_of_each_record(_lower_other_script(connection, keys, matches, least))
    judged = [_judged(match, scorer, in_capitals=in_capitals) for match in best]
    found = [match for match in judged if match is not None]
    if scorer.asks_agreement and all(is_of_another(m.why.meeting, m.score) for m in found):
        return []
    if found and all(map(_is_doubted, found)) and _is_elsewhere(connection, scorer):
        return [match for match in found if match.why.doubt == "begun"]
    return found


def _least_scores(keys: NameKeys) -> tuple[float, float]:
    """What a name that is only like a query must score, and one of the other script alone."""
    if len(keys.folded) in _FEW:
        return WEIGHTS.least_score_of_few, WEIGHTS.least_across_of_few
    is_long = len(keys.folded) > max(_FEW)
    return WEIGHTS.least_score, WEIGHTS.least_across if is_long else WEIGHTS.least_score


def _is_elsewhere(connection: sqlite3.Connection, scorer: Scorer) -> bool:
    """Whether a country elsewhere is asked for, or an agreement by the name of one among others."""
    asked = scorer.telling_words[: WEIGHTS.most_words]
    if is_elsewhere(connection, asked):
        return True
    return scorer.asks_agreement and any(
        is_elsewhere(connection, asked[start:end])
        for start, end in combinations(range(len(asked) + 1), 2)
    )


def _is_doubted(match: NameMatch) -> bool:
    return bool(match.why.doubt)


def _judged(match: NameMatch, scorer: Scorer, *, in_capitals: bool) -> NameMatch | None:
    """The match with what was compared, what it cost, and whether it is surely meant.

    Returns:
        None where it is so unlike that it was not meant.
    """
    meeting = scorer.meeting(match.text)
    names = scorer.names_holding(meeting.telling)
    found = Found(
        match.how, match.score, meeting, match.is_lowered, names, scorer.asks_agreement, in_capitals
    )
    if not may_be_meant(found):
        return None
    costs: list[tuple[Cost, float]] = (
        [("alias", WEIGHTS.alias_costs)] if match.role == "alias" else []
    )
    if match.is_lowered:
        costs.append(("other-script", WEIGHTS.other_script_costs))
    return match._replace(why=Reasons(meeting, tuple(costs), doubt(found)))


def _bounds(candidates: Candidates, query: str) -> Bounds:
    """How much of a query is compared.

    More of a short one, which costs less, where a small store has few names in its script: what is
    asked for can be found by its sound alone.
    """
    is_short = len(name_keys(query).words) <= WEIGHTS.few_words
    if is_short and candidates.are_in_other_script(query):
        return Bounds(
            WEIGHTS.most_compared_of_few,
            WEIGHTS.least_compared_of_few,
            WEIGHTS.sounds_compared_of_few,
            WEIGHTS.likest_in_letters,
        )
    return Bounds(WEIGHTS.most_compared, WEIGHTS.least_compared, WEIGHTS.sounds_compared, 0)


def _compare(
    candidates: Candidates,
    keys: NameKeys,
    sought: _WordsSought,
    known: Known,
    bounds: Bounds,
    *,
    by_sound: bool,
) -> Comparisons:
    """Compare each word of the query with those of the vocabulary that may be meant by it."""
    forms = _other_forms(keys) if by_sound else {}
    comparisons = Comparisons(keys.words, forms, known, bounds.pairs)
    most = max(bounds.at_least, bounds.at_each_step // len(sought.single))
    unsure: set[str] = set()
    for word in sought.all:
        unfinished = word.endswith(keys.words[-1])
        same = candidates.spelled(word) if unfinished else candidates.written(word)
        comparisons.consider(word, same)
        if len(word) < WEIGHTS.least_heard and len(keys.words) > 1:
            continue
        whole = word in sought.single or word == keys.joined
        # Neighbours written together are worth a search when one of them does not stand alone.
        if by_sound and (whole or not unsure.isdisjoint(sought.joined[word])):
            compared = most if word in sought.single else bounds.at_least
            alike = candidates.sounding(word, compared, unfinished=unfinished)
            comparisons.consider(word, alike)
            form = forms.get(word, "")
            # A word of Arabic letters that no name holds may be like one of Latin letters already.
            enough = WEIGHTS.enough_alike if form.isascii() else 1.0
            if form and comparisons.best(word)[0] < enough:
                alike = candidates.sounding(form, compared, unfinished=unfinished)
                comparisons.consider(word, alike)
            if whole and comparisons.best(word)[0] < WEIGHTS.enough_alike:
                unsure.add(word)
                comparisons.consider(word, candidates.a_slip_away(word, compared))
                is_long = len(word) >= WEIGHTS.shortest_in_letters
                is_found = comparisons.best(word)[0] >= WEIGHTS.sure_likeness
                if bounds.by_letters and is_long and not is_found:
                    alike = candidates.likest_in_letters(word, bounds.by_letters)
                    comparisons.consider(word, alike)
    return comparisons


def _other_forms(keys: NameKeys) -> dict[str, str]:
    """How words of a query may stand in the other script, for those that have such a form."""
    folded = keys.folded.split()
    forms = {word: other_form(word, folded) for word in keys.words}
    return {word: form for word, form in forms.items() if form}


def _lower_other_script(
    connection: sqlite3.Connection, keys: NameKeys, matches: list[NameMatch], least: float
) -> list[NameMatch]:
    """Lower names of the other script whose record has a name in the query's own script.

    Those that then score less than the least are left out: a record that has a name in the query's
    script would mostly have been found by that.
    """
    across = {match.record for match in matches if match.how == "cross-script"}
    if not across:
        return matches
    rows = connection.execute(
        "SELECT DISTINCT record FROM names"
        " WHERE record IN (SELECT value FROM json_each(?)) AND language = ?",
        (listed(across), "ar" if is_arabic(keys.folded) else "en"),
    )
    named = {record for (record,) in rows}
    lowered = [
        match._replace(score=match.score - WEIGHTS.other_script_costs, is_lowered=True)
        if match.how == "cross-script" and match.record in named
        else match
        for match in matches
    ]
    return [match for match in lowered if not match.is_lowered or match.score >= least]


def _words_sought(keys: NameKeys) -> _WordsSought:
    single = sorted(dict.fromkeys(keys.words), key=len, reverse=True)[: WEIGHTS.most_words]
    joined: dict[str, tuple[str, ...]] = {keys.joined: keys.words} if keys.joined else {}
    for parts in pairwise(keys.words[: WEIGHTS.most_words]):
        joined.setdefault("".join(parts), parts)
    return _WordsSought(single, joined)


def _best_of_each_record(matches: list[NameMatch]) -> list[NameMatch]:
    """Keep the best match of each record; the best first, then the shortest name."""
    best: dict[int, NameMatch] = {}
    for match in matches:
        if match.record not in best or _how_likely(match) > _how_likely(best[match.record]):
            best[match.record] = match
    return sorted(best.values(), key=lambda match: (-match.score, len(match.text), match.record))


def _how_likely(match: NameMatch) -> tuple[bool, float]:
    return not match.why.doubt, match.score
