"""The words of all sources of a store, kept in memory: a source is found by words of its lines.

A store has far fewer sources than records have words, so that they need no index on disk: their
words are folded once, be it little by little while nobody asks, and when the store has changed
those of sources that have.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate, islice
from typing import Final
from urllib.parse import unquote

from store.lookup.keys import telling_words, without_article
from store.lookup.sounds import skeleton
from store.model.records import Bilingual, SourceRow
from store.model.vocabulary import SOURCE_TYPES
from store.search.query.tree import And, AndNot, Node, Or, Term
from store.sources.rows import every_row
from store.tables.soundness import Report, raise_it
from store.text import folding
from store.text.folding import is_arabic
from store.tuples import NamedTuple

_ARTICLE: Final = "ال"
_LONGEST: Final = 400
"""Characters of a line that are looked through."""
_LEAST_LIKE: Final = 80
"""Of 100, from which a word may be a slip in another."""
_LESS_LIKE: Final = 5
"""So much less like than the nearest word another one may be."""
_SHORTEST_LIKE: Final = 4
"""Letters of a word that may have a slip."""
_MOST_LIKE: Final = 8
_FEW: Final = 200
"""Sources of which each is looked through by itself sooner than the text of all."""


class Lines(NamedTuple):
    """The folded words of a source, each with a blank before it and one behind the last."""

    titles: Bilingual
    """Without the blanks around."""
    publisher: str
    key: str
    all: str
    """Those of the address and of what type it is too, and words without their articles."""


class SourceWords:
    """The sources of a store, each with its words."""

    def __init__(self, rows: Mapping[int, SourceRow], known: SourceWords | None = None) -> None:
        """Know sources; their words are folded when they are needed, or some at a time before.

        Args:
            rows: by the source's id.
            known: those of before a change: what is the same is not folded again.
        """
        self.rows = rows
        before: Mapping[int, SourceRow] = known.rows if known else {}
        lines: Mapping[int, Lines] = known.known_lines if known else {}
        self._lines = {
            number: lines[number]
            for number, row in rows.items()
            if number in lines and before[number] == row
        }
        self._to_fold = iter([number for number in rows if number not in self._lines])

    @property
    def known_lines(self) -> Mapping[int, Lines]:
        """The words of those sources that are folded already."""
        return self._lines

    @property
    def lines(self) -> Mapping[int, Lines]:
        """The words of each source, by its id."""
        self.fold_some(len(self.rows))
        return self._lines

    def fold_some(self, most: int) -> bool:
        """Fold the words of so many more sources; whether those of all are folded then."""
        for number in islice(self._to_fold, most):
            self._lines[number] = _lines(self.rows[number])
        return len(self._lines) == len(self.rows)

    def having(self, node: Node | None, among: set[int] | None = None) -> set[int]:
        """Ids of the sources in whose lines stands what a query wants; all for None.

        Args:
            node: what is wanted.
            among: only these sources; all when None.
        """
        match node:
            case None:
                return set(self.rows) if among is None else among
            case Term():
                return set().union(*(self._with_all(asked, among) for asked in _asked(node)))
            case And(parts):
                found = among
                for part in sorted(parts, key=_cost):  # what few have leaves few to look through
                    found = self.having(part, found)
                    if not found:
                        break
                return found or set()
            case Or(parts):
                return set().union(*(self.having(part, among) for part in parts))
            case AndNot(wanted, excluded):
                found = self.having(wanted, among)
                return found - self.having(excluded, found)

    def _with_all(self, pieces: Sequence[str], among: set[int] | None) -> set[int]:
        """Ids of the sources in whose lines all pieces stand."""
        found = among
        for piece in sorted(pieces, key=len, reverse=True):
            found = self._with(piece) if found is None else self._with_among(piece, found)
            if not found:
                break
        return found or set()

    def _with_among(self, piece: str, among: set[int]) -> set[int]:
        """Ids of those of a few sources in whose lines a piece stands."""
        if len(among) > _FEW:
            return among & self._with(piece)
        return {number for number in among if piece in self._lines[number].all}

    def _with(self, piece: str) -> set[int]:
        text, ends, numbers = self._one_text
        found: set[int] = set()
        at = text.find(piece)
        while at >= 0:
            place = bisect_right(ends, at)
            found.add(numbers[place])
            at = text.find(piece, ends[place])
        return found

    @cached_property
    def _one_text(self) -> tuple[str, list[int], list[int]]:
        """All lines as one text, where in it each source's end, and the ids of these.

        A piece is looked for in one text in a tenth of the time that it takes in hundreds. No piece
        goes beyond a line, as none has the mark behind it.
        """
        lines = [f"{lines.all}\n" for lines in self.lines.values()]
        return "".join(lines), list(accumulate(map(len, lines))), list(self.lines)

    def with_likely(self, term: Term) -> Term:
        """A term with the words that may have been meant by one of its own, where it has one."""
        (word, *others) = term.words
        return term if others else term._replace(alternatives=tuple(zip(self._like(word))))

    def _like(self, word: str) -> list[str]:
        """Words that sound the same in either script, and such as differ in a letter or two."""
        found = list(_near(word, self._words))
        sound = skeleton(without_article(word)).rough if word.isalpha() else ""
        for each in [sound] if sound in self._by_sound else _near(sound, self._by_sound):
            # In one script the letters themselves say more.
            others = self._by_sound.get(each, ())
            found += [other for other in others if is_arabic(other) != is_arabic(word)]
        return list(dict.fromkeys(found))[:_MOST_LIKE]

    @cached_property
    def _words(self) -> Collection[str]:
        return dict.fromkeys(
            word
            for lines in self.lines.values()
            for line in (*lines.titles, lines.publisher, lines.key)
            for word in line.split()
            if len(word) >= _SHORTEST_LIKE
        )

    @cached_property
    def _by_sound(self) -> Mapping[str, Collection[str]]:
        found: dict[str, list[str]] = {}
        for word in filter(str.isalpha, self._words):
            found.setdefault(skeleton(without_article(word)).rough, []).append(word)
        return found


def _cost(node: Node) -> tuple[bool, int, int]:
    """What is asked first where all must stand: words with few other names, of these long ones."""
    if not isinstance(node, Term):
        return True, 0, 0
    return False, len(node.alternatives), -max(map(len, node.words))


def _near(word: str, known: Collection[str]) -> Iterator[str]:
    if len(word) < _SHORTEST_LIKE:
        return
    from rapidfuzz import fuzz, process  # only what is not found as written needs it

    found = process.extract(
        word, list(known), scorer=fuzz.ratio, limit=_MOST_LIKE, score_cutoff=_LEAST_LIKE
    )
    for each, score, _ in found:
        if score > found[0][1] - _LESS_LIKE:
            yield each


def source_words(
    connection: sqlite3.Connection,
    report: Report = raise_it,
    known: SourceWords | None = None,
) -> SourceWords:
    """Read the sources of a store, to fold their words.

    Args:
        connection: of an open store.
        report: told of what is damaged, without which the source is found.
        known: the words of before a change.
    """
    return SourceWords(every_row(connection, report), known)


def _lines(row: SourceRow) -> Lines:
    en, ar = map(_folded, row.name)
    publisher, key = _folded(row.publisher), _folded(row.key)
    address = _folded(unquote(row.url) if "%" in row.url else row.url)
    written = f"{en} {ar} {publisher} {key} {address} {_type_words(row.type)}"
    bare: list[str] = []
    if _ARTICLE in written:
        words = written.split()
        bare = [word[len(_ARTICLE) :] for word in words if word.startswith(_ARTICLE)]
    together = (line.replace(" ", "") for line in (publisher, key) if " " in line)
    return Lines(
        Bilingual(en, ar),
        f" {publisher} ",
        f" {key} ",
        f" {' '.join([written, *bare, *together])} ",
    )


def _folded(text: str) -> str:
    """The words of a line, with one blank between them."""
    return " ".join(folding.words(folding.fold(text[:_LONGEST])))


@cache
def _type_words(kind: str) -> str:
    return _folded(" ".join(SOURCE_TYPES.get(kind, ())))


def _asked(term: Term) -> list[tuple[str, ...]]:
    """Of which pieces of a line all those of one entry have to stand in it.

    A phrase stands as it is; a word begins a word, as titles are too short for its forms.
    """
    asked: list[tuple[str, ...]]
    if term.exact or len(term.words) > 1:
        end = "" if term.prefix else " "
        phrases = (" ".join(telling_words(list(term.words))), " ".join(term.words))
        asked = [(f" {phrase}{end}",) for phrase in phrases]
        if term.apart:
            asked.append(tuple(f" {word} " for word in term.words))
    else:
        (word,) = term.words
        asked = [(f" {word}",), (f" {without_article(word)}",)]
    alternatives = (tuple(f" {word}" for word in words) for words in term.alternatives)
    return list(dict.fromkeys([*asked, *alternatives]))
