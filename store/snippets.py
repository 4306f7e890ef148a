"""The piece of a record's text that shows why it was found, with every hit marked as written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from store import arabic
from store.passages import Passage, names, passages
from store.query_language import Term
from store.records import Record, Snippet
from store.stems import stem

_LENGTH: Final = 160
_LEAD: Final = 50
_ELLIPSIS: Final = "…"


class _Found(NamedTuple):
    passage: Passage
    marks: tuple[tuple[int, int], ...]
    terms: int


def snippet(record: Record, terms: Sequence[Term], query: str) -> Snippet:
    """The passage with most of the terms, cut around the first of them.

    Args:
        record: the record that was found.
        terms: what was looked for.
        query: as typed; of two equally good passages, the one in its script is taken.

    Returns:
        At most some 160 characters in logical order, cut between words, with the marks.
    """
    texts = [*passages(record), *(Passage("en", name) for name in names(record))]
    if not texts:
        return Snippet("")
    language = "ar" if arabic.is_arabic(query) else "en"
    found = [_found(passage, terms) for passage in texts]
    best = max(found, key=lambda item: (item.terms, item.passage.language == language))
    if not best.marks:
        best = next((item for item in found if item.passage.language == language), found[0])
    return _cut(best.passage.text, best.marks)


def count_terms(record: Record, terms: Sequence[Term]) -> int:
    """How many of the terms stand anywhere in the record."""
    text = "\n".join((*names(record), *(passage.text for passage in passages(record))))
    return _found(Passage("en", text), terms).terms


def marks_in(text: str, terms: Sequence[Term]) -> tuple[tuple[int, int], ...]:
    """Where the terms stand in a text, as start and end in characters of the text as written."""
    return _found(Passage("en", text), terms).marks


def _found(passage: Passage, terms: Sequence[Term]) -> _Found:
    folded = arabic.fold_with_offsets(passage.text)
    words = arabic.word_spans(folded.text)
    marks: set[tuple[int, int]] = set()
    count = 0
    for term in terms:
        spans = _spans(words, term)
        marks.update(folded.span(start, end) for start, end in spans)
        count += bool(spans)
    return _Found(passage, _merged(sorted(marks)), count)


def _spans(words: list[tuple[str, int, int]], term: Term) -> list[tuple[int, int]]:
    """Where a term or what else it is called stands, in folded characters."""
    written = [word for word, _, _ in words]
    ways = [_Way(term.words, tuple(map(stem, term.words)), term)]
    if term.apart:
        ways += [_Way((word,), (stem(word),), term) for word in term.words]
    if not term.exact:
        ways += [_Way((), phrase, term) for phrase in term.alternatives]
    return [
        (words[place][1], words[place + way.length - 1][2])
        for way in ways
        for place in range(len(words) - way.length + 1)
        if way.stands_at(written, place)
    ]


class _Way(NamedTuple):
    """One way in which a term may be written: its words, or only their stems."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    term: Term

    @property
    def length(self) -> int:
        return len(self.stems)

    def stands_at(self, written: list[str], place: int) -> bool:
        return all(self._is(written[place + index], index) for index in range(self.length))

    def _is(self, word: str, index: int) -> bool:
        wanted = self.words[index] if self.words else ""
        if word == wanted:
            return True
        if wanted and self.term.prefix and index == self.length - 1 and word.startswith(wanted):
            return True
        return not self.term.exact and stem(word) == self.stems[index]


def _merged(marks: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in marks:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _cut(text: str, marks: tuple[tuple[int, int], ...]) -> Snippet:
    if len(text) <= _LENGTH:
        return Snippet(text, marks)
    first = marks[0][0] if marks else 0
    start = _word_start(text, max(0, first - _LEAD))
    end = _word_end(text, min(len(text), start + _LENGTH))
    before, after = _ELLIPSIS * (start > 0), _ELLIPSIS * (end < len(text))
    shift = len(before) - start
    inside = tuple((a + shift, b + shift) for a, b in marks if start <= a and b <= end)
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
