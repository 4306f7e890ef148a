"""The piece of a record's text that shows why it was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from store.model.passages import Passage, names_of, passages, told_passages
from store.model.records import Record, Snippet
from store.model.vocabulary import Language
from store.search.highlights import Highlights, Place, TermHighlighter

_LENGTH: Final = 160
_LEAD: Final = 50
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
    told = list(told_passages(record))
    texts = [*told, *(Passage("en", name) for name in names_of(record))] or list(passages(record))
    texts.sort(key=lambda passage: passage.language != language)
    if in_it_alone and texts[0].language == language:
        texts = [passage for passage in texts if passage.language == language]
    best, most = texts[0].text, 0
    for passage in texts:
        count = highlighter.term_count(passage.text)
        if count > most:
            best, most = passage.text, count
        if most == len(highlighter.terms):
            break
    return _cut(best, highlighter.highlights(best) if most else Highlights())


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
    inside: Counter[int] = Counter()
    for last, place in enumerate(places):
        inside[place.term] += 1
        # One word may be longer than a snippet.
        while first < last and place.end - places[first].start > _LENGTH - _LEAD:
            inside[places[first].term] -= 1
            first += 1
        inside += Counter()  # without those of which there is none left
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
