"""The piece of a record's text that shows why it was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from store.model.passages import Passage, names_of, passages, summary_passages, told_passages
from store.model.records import Bilingual, Record, Snippet
from store.model.vocabulary import Language
from store.search.highlights import Highlights, Place, TermHighlighter
from store.text.folding import is_arabic
from store.typed import Final

_LENGTH: Final = 160
_LEAD: Final = 50
_LESS_IF_NAMED: Final = 0.5
"""How much less a word tells of why a record was found if it stands in the record's own name."""
_ELLIPSIS: Final = "…"


def snippet(
    record: Record,
    highlighter: TermHighlighter,
    language: Language,
    *,
    in_it_alone: bool = False,
) -> Snippet:
    """The passage with most of the terms, cut around where most of them stand together.

    Args:
        record: the record that was found.
        highlighter: finds what was looked for.
        language: of two equally good passages, the one in it is taken.
        in_it_alone: whether nothing in the other language is quoted, where there is anything in it.

    Returns:
        At most some 160 characters in logical order, cut between words, with the hits. What kind of
        thing a record is tells nobody why it was found: that is quoted where there is nothing else.
    """
    names = [Passage("ar" if is_arabic(name) else "en", name) for name in names_of(record)]
    texts = _preferred(told_passages(record), language, in_it_alone=in_it_alone)
    named = {term for name in names for term in highlighter.terms_in(name.text)}
    best, found = _best(texts, highlighter, named)
    if not found:  # a list shows the names beside it
        names = _preferred(names, language, in_it_alone=in_it_alone)
        best, found = _best(names, highlighter, named)
    if not found:
        best = (texts or names or list(passages(record)))[0].text
    return _cut(best, highlighter.highlights(best) if found else Highlights())


def snippet_of_summary(
    summary: Bilingual, highlighter: TermHighlighter, language: Language
) -> Snippet | None:
    """What `snippet` makes of a record, where its summary alone decides that; None elsewhere.

    It does so for most records: a paragraph in the language that is preferred has all terms, and
    none before it has some of them. Then nothing else of the record need be read.
    """
    for passage in summary_passages(summary):
        if passage.language != language:
            continue
        found = highlighter.highlights(passage.text)
        if found.term_count == len(highlighter.terms):
            return _cut(passage.text, found)
        if found.term_count:
            return None
    return None


def _preferred(
    passages: Iterable[Passage], language: Language, *, in_it_alone: bool
) -> list[Passage]:
    """Passages, those of a language first, or alone where there is any in it."""
    ordered = sorted(passages, key=lambda passage: passage.language != language)
    if in_it_alone and ordered and ordered[0].language == language:
        return [passage for passage in ordered if passage.language == language]
    return ordered


def _best(
    passages: Iterable[Passage], highlighter: TermHighlighter, named: Set[int]
) -> tuple[str, float]:
    """The first passage that tells most, and how much; 0 where no term stands in any."""
    best, most = "", 0.0
    for passage in passages:
        found = highlighter.terms_in(passage.text)
        told = len(found) - _LESS_IF_NAMED * len(found & named)
        if told > most:
            best, most = passage.text, told
        if len(found) == len(highlighter.terms):
            break
    return best, most


def _cut(text: str, found: Highlights) -> Snippet:
    if len(text) <= _LENGTH:
        return Snippet(text, found.spans)
    start = _word_start(text, max(0, _where_most_stand(found.places) - _LEAD))
    end = _word_end(text, min(len(text), start + _LENGTH))
    before, after = _ELLIPSIS * (start > 0), _ELLIPSIS * (end < len(text))
    shift = len(before) - start
    inside = tuple((a + shift, b + shift) for a, b in found.spans if start <= a and b <= end)
    return Snippet(f"{before}{text[start:end]}{after}", inside)


def _where_most_stand(places: Sequence[Place]) -> int:
    """Where the first piece begins that has most of the terms and is no longer than a snippet."""
    best, start, first = 0, 0, 0
    inside: dict[int, int] = {}
    for last, place in enumerate(places):
        inside[place.term] = inside.get(place.term, 0) + 1
        # One word may be longer than a snippet.
        while first < last and place.end - places[first].start > _LENGTH - _LEAD:
            left = places[first].term
            inside[left] -= 1
            if not inside[left]:
                del inside[left]
            first += 1
        if len(inside) > best:
            best, start = len(inside), places[first].start
    return start


def _word_start(text: str, place: int) -> int:
    if place == 0:
        return 0
    space = text.find(" ", place)
    return place if space < 0 else space + 1


def _word_end(text: str, place: int) -> int:
    if place == len(text):
        return place
    space = text.rfind(" ", 0, place + 1)
    return place if space < 0 else space
