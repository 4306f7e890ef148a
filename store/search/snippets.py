"""The piece of a record's text that shows why it was found, with every hit marked as written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from store.model.passages import Passage, names, passages
from store.model.records import Record, Snippet
from store.model.vocabulary import Language
from store.search.query_language import Term
from store.text import folding
from store.text.stems import stem

_LENGTH: Final = 160
_LEAD: Final = 50
_ELLIPSIS: Final = "…"


class _Found(NamedTuple):
    passage: Passage
    marks: tuple[tuple[int, int], ...]
    terms: int


def snippet(record: Record, terms: Sequence[Term], language: Language) -> Snippet:
    """The passage with most of the terms, cut around the first of them.

    Args:
        record: the record that was found.
        terms: what was looked for.
        language: of two equally good passages, the one in it is taken.

    Returns:
        At most some 160 characters in logical order, cut between words, with the marks.
    """
    texts = [*passages(record), *(Passage("en", name) for name in names(record))]
    texts.sort(key=lambda passage: passage.language != language)
    best = _Found(texts[0], (), 0)
    for passage in texts:
        found = _found(passage, terms)
        if found.terms > best.terms:
            best = found
        if best.terms == len(terms):
            break
    return _cut(best.passage.text, best.marks)


def marks_in(text: str, terms: Sequence[Term]) -> tuple[tuple[int, int], ...]:
    """Where the terms stand in a text, as start and end in characters of the text as written."""
    return _found(Passage("en", text), terms).marks


def _words(text: str) -> list[str]:
    return folding.words(folding.fold(text))


def _found(passage: Passage, terms: Sequence[Term]) -> _Found:
    spans = _ways_of(tuple(terms)).spans(_words(passage.text))
    if not spans:
        return _Found(passage, (), 0)
    # Offsets cost more than folding alone, so they wait until something has been found.
    folded = folding.fold_with_offsets(passage.text)
    places = folding.word_spans(folded.text)
    marks = {folded.span(places[first][1], places[last][2]) for _, first, last in spans}
    return _Found(passage, _merged(sorted(marks)), len({term for term, _, _ in spans}))


class _Way(NamedTuple):
    """One way in which a term may be written: its words, or only their stems."""

    term: int
    words: tuple[str, ...]
    stems: tuple[str, ...]
    prefix: bool = False
    exact: bool = False

    def stands_at(self, written: list[str], place: int) -> bool:
        length = len(self.stems)
        return place + length <= len(written) and all(
            self._is(written[place + index], index) for index in range(length)
        )

    def _is(self, word: str, index: int) -> bool:
        wanted = self.words[index] if self.words else ""
        if wanted and word == wanted:
            return True
        if wanted and self.prefix and index == len(self.words) - 1 and word.startswith(wanted):
            return True
        return not self.exact and stem(word) == self.stems[index]


class _Ways:
    """All ways in which terms may be written, by how they begin."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._by_beginning: dict[str, list[_Way]] = defaultdict(list)
        self._prefixes: list[_Way] = []
        for number, term in enumerate(terms):
            for way in _ways(number, term):
                self._by_beginning[way.stems[0]].append(way)
                if way.words and way.words[0] != way.stems[0]:
                    self._by_beginning[way.words[0]].append(way)
                if way.prefix and len(way.words) == 1:
                    self._prefixes.append(way)
        self._grown = tuple(way.words[0] for way in self._prefixes)

    def spans(self, written: list[str]) -> list[tuple[int, int, int]]:
        """Number of the term, and first and last word, for each place where one stands."""
        found = []
        by_beginning, grown = self._by_beginning, self._grown
        for place, (word, stem_) in enumerate(zip(written, map(stem, written), strict=True)):
            is_grown = bool(grown) and word.startswith(grown)
            if not is_grown and word not in by_beginning and stem_ not in by_beginning:
                continue
            begin = [*by_beginning.get(word, ()), *by_beginning.get(stem_, ())]
            if is_grown:
                begin += [way for way in self._prefixes if word.startswith(way.words[0])]
            found += [
                (way.term, place, place + len(way.stems) - 1)
                for way in begin
                if way.stands_at(written, place)
            ]
        return found


@lru_cache(maxsize=16)
def _ways_of(terms: tuple[Term, ...]) -> _Ways:
    return _Ways(terms)


def _ways(number: int, term: Term) -> Iterator[_Way]:
    yield _Way(number, term.words, tuple(map(stem, term.words)), term.prefix, term.exact)
    if term.apart:
        for word in term.words:
            yield _Way(number, (word,), (stem(word),))
    if not term.exact:
        for phrase in term.alternatives:
            yield _Way(number, (), phrase)


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
