"""A name inside more words: `the besieged town of Kefraya`, مدينة كفريا المحاصرة, `Foua köyü`."""

from __future__ import annotations

from store.expressions import expression
from store.lookup.forms.form import FOUND, HIGHEST, Asked, Form, lowered
from store.lookup.forms.parts import MOST_PARTS, chunks
from store.lookup.forms.with_another import meant_with_others
from store.lookup.forms.words_beside import KINDS, length_at, types_named
from store.lookup.keys import without_article
from store.lookup.name_match import NameMatch
from store.tables.batches import fetch, listed
from store.text.folding import fold, words
from store.typed import Final

_AS_IT_STANDS: Final = 92.0  # with this a text is not read so, unless it names a type
_YEARS: Final = expression(r"\(?\b(?:19|20)\d\d\s?[-–—]\s?(?:(?:19|20)\d\d|)(?:\)|$)")
"""For how long a data set has somebody by a name: *Police Forces of Syria (2000-2024)*."""
_COSTS: Final = 3.0
_BEHIND: Final = 1.0
_OTHER_TYPE_COSTS: Final = 1.5  # for a city where a governorate is named


def _find(asked: Asked) -> list[NameMatch]:
    text = _YEARS.sub(" ", asked.text)
    runs, beside = _telling(text)
    types = types_named(beside)
    is_all_of_it = not beside and text == asked.text
    if not runs or is_all_of_it or (asked.best >= _AS_IT_STANDS and not types):
        return []
    found = lowered(asked.look_up(" ".join(runs)), _COSTS)
    if (not found or found[0].score < FOUND) and len(runs) > 1:
        found = lowered(meant_with_others(asked, runs[:MOST_PARTS]), _COSTS)
    return _behind_the_whole(asked, _of_types(asked, found, types) if types else found)


def _telling(text: str) -> tuple[list[str], list[str]]:
    """The runs of words of a text that tell something, as typed; and the folded ones beside."""
    pieces = [piece for piece in chunks(text) if piece.words]
    folded = [word for piece in pieces for word in piece.words]
    telling = [True] * len(folded)
    # What is written with full stops between letters is one word: U.S.A. has no article.
    lettered = {
        at
        for at, piece in enumerate(piece for piece in pieces for _ in piece.words)
        if "." in piece.text
    }
    place = 0
    while place < len(folded):
        length = 0 if place in lettered else length_at(folded, place, KINDS)
        telling[place : place + length] = [False] * length
        place += length or 1
    runs: list[list[str]] = [[]]
    place = 0
    for piece in pieces:
        own = telling[place : place + len(piece.words)]
        left = [word for word, tells in zip(piece.words, own, strict=True) if tells]
        if not left:
            runs.append([])
        else:
            runs[-1].append(piece.text if all(own) else " ".join(left))
        place += len(piece.words)
    beside = [word for word, tells in zip(folded, telling, strict=True) if not tells]
    return [" ".join(run) for run in runs if run], beside


def _of_types(asked: Asked, found: list[NameMatch], types: frozenset[str]) -> list[NameMatch]:
    """Those of another type than is named score less, so that of two of one name it decides."""
    rows = fetch(
        asked.connection,
        "SELECT record FROM zones WHERE record IN (SELECT value FROM json_each(?))"
        " AND type IN (SELECT value FROM json_each(?))",
        (listed([match.record for match in found]), listed(sorted(types))),
    )
    named_so = {record for (record,) in rows}
    best = max((match.score for match in found if match.record in named_so), default=0.0)
    if best < FOUND - _COSTS:
        return found
    raised = max(match.score for match in found) - best
    return [
        match._replace(score=match.score + raised)
        if match.record in named_so
        else match._replace(score=match.score - _OTHER_TYPE_COSTS)
        for match in found
    ]


def _behind_the_whole(asked: Asked, found: list[NameMatch]) -> list[NameMatch]:
    """None goes before a name that has all the words, as `Homs Governorate` has in any order."""
    asked_words = _but_beside(words(fold(asked.text)))
    whole = [
        match.score
        for match in asked.found
        if match.score >= FOUND and _but_beside(words(fold(match.text))) == asked_words
    ]
    return lowered(found, 0, max(whole, default=HIGHEST + _BEHIND) - _BEHIND)


def _but_beside(folded: list[str]) -> set[str]:
    return {
        without_article(word)
        for place, word in enumerate(folded)
        if not length_at(folded, place, "beside")
    }


MORE_WORDS = Form("more-words", place=60, find=_find, unless=97.0)
