"""Where what was looked for stands in a text: a query's terms, their forms and their synonyms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from store.search.query.tree import Term
from store.text import folding
from store.text.stems import stem
from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from store.model.questions import Spans


class Place(NamedTuple):
    """Where a term stands in a text, in characters."""

    start: int
    end: int
    term: int
    """The term's place in the query."""


class Highlights(NamedTuple):
    """What was found in one text."""

    spans: Spans = ()
    term_count: int = 0
    """How many different terms stand there."""
    places: tuple[Place, ...] = ()
    """Where each of them stands, in order."""


class TermHighlighter(NamedTuple):
    """Finds the terms of one query in any text."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to highlight."""
        return bool(self.terms)

    def terms_in(self, text: str) -> set[int]:
        """Which terms stand in a text, by their places; known sooner than where they stand."""
        if not self.terms:
            return set()
        return {term for term, *_ in _ways_of(self.terms).found(*_words_and_stems(text))}

    def spans(self, text: str) -> Spans:
        """Where the terms stand in a text (logical order)."""
        return self.highlights(text).spans

    def highlights(self, text: str) -> Highlights:
        """Where the terms stand in a text, and how many of them do."""
        if not self.terms:
            return Highlights()
        found = _ways_of(self.terms).found(*_words_and_stems(text))
        if not found:
            return Highlights()
        # Offsets cost more than folding alone, so they wait until something has been found.
        folded = folding.fold_with_offsets(text)
        words = folding.word_spans(folded.text)
        places = {
            Place(*folded.span(words[first][1], words[last][2]), term)
            for term, first, last in found
        }
        spans = {(place.start, place.end) for place in places}
        terms = {place.term for place in places}
        return Highlights(_merged(sorted(spans)), len(terms), tuple(sorted(places)))


class _Way(NamedTuple):
    """One way in which a term may be written: its words, or only their stems."""

    term: int
    """The term's place in the query."""
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
        self._begins = frozenset(self._by_beginning)

    def found(self, written: list[str], stems: list[str]) -> list[tuple[int, int, int]]:
        """The term and its first and last word, for each place where a term stands."""
        found: list[tuple[int, int, int]] = []
        by_beginning, grown = self._by_beginning, self._grown
        nothing_is_itself = self._begins.isdisjoint(written) and self._begins.isdisjoint(stems)
        if nothing_is_itself and not any(word.startswith(grown) for word in written if grown):
            return found
        for place, (word, stem_) in enumerate(zip(written, stems, strict=True)):
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


def _words_and_stems(text: str) -> tuple[list[str], list[str]]:
    return _kept(text) if len(text) <= _LONGEST_KEPT else _split(text)


def _split(text: str) -> tuple[list[str], list[str]]:
    words = folding.words(folding.fold(text))
    return words, list(map(stem, words))


_kept = lru_cache(maxsize=1_024)(_split)
"""As a query is typed the same passages are looked through again and again."""
_LONGEST_KEPT: Final = 1_000


@lru_cache(maxsize=16)
def _ways_of(terms: tuple[Term, ...]) -> _Ways:
    return _Ways(terms)


def _ways(number: int, term: Term) -> Iterator[_Way]:
    yield _Way(number, term.words, tuple(map(stem, term.words)), term.prefix, term.exact)
    if term.apart:
        for word in term.words:
            yield _Way(number, (word,), (stem(word),))
    if not term.exact:
        for phrase in (*term.alternatives, *term.written):
            yield _Way(number, (), phrase)


def _merged(spans: list[tuple[int, int]]) -> Spans:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
