"""The piece of a record's text that shows why it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from store.model.passages import Passage, names_of, passages
from store.model.records import Record, Snippet
from store.model.vocabulary import Language
from store.search.highlights import Highlights, TermHighlighter

if TYPE_CHECKING:
    from store.model.questions import Spans

_LENGTH: Final = 160
_LEAD: Final = 50
_ELLIPSIS: Final = "…"


def snippet(record: Record, highlighter: TermHighlighter, language: Language) -> Snippet:
    """The passage with most of the terms, cut around the first of them.

    Args:
        record: the record that was found.
        highlighter: finds what was looked for.
        language: of two equally good passages, the one in it is taken.

    Returns:
        At most some 160 characters in logical order, cut between words, with the hits.
    """
    texts = [*passages(record), *(Passage("en", name) for name in names_of(record))]
    texts.sort(key=lambda passage: passage.language != language)
    best, best_found = texts[0].text, Highlights()
    for passage in texts:
        found = highlighter.highlights(passage.text)
        if found.term_count > best_found.term_count:
            best, best_found = passage.text, found
        if best_found.term_count == len(highlighter.terms):
            break
    return _cut(best, best_found.spans)


def _cut(text: str, spans: Spans) -> Snippet:
    if len(text) <= _LENGTH:
        return Snippet(text, spans)
    first = spans[0][0] if spans else 0
    start = _word_start(text, max(0, first - _LEAD))
    end = _word_end(text, min(len(text), start + _LENGTH))
    before, after = _ELLIPSIS * (start > 0), _ELLIPSIS * (end < len(text))
    shift = len(before) - start
    inside = tuple((a + shift, b + shift) for a, b in spans if start <= a and b <= end)
    return Snippet(f"{before}{text[start:end]}{after}", inside)


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
