"""Words and names that may be meant by a query: found through indexes, in bounded numbers."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence, Set
from functools import partial
from itertools import chain, pairwise

from store.lookup.keys import NameKeys
from store.lookup.likeness import skeletons_read
from store.lookup.sounds import FINE_LETTERS, ROUGH_LETTERS, neighbours, romanised
from store.lookup.weights import WEIGHTS
from store.tables.batches import fetch, listed
from store.tables.connection import last_number
from store.tables.soundness import is_text
from store.text.folding import is_arabic
from store.tuples import NamedTuple
from store.typed import Final, Literal

Column = Literal["word", "fine", "rough"]
"""By which words are looked for."""
Word = tuple[str, int, int, str, str]
"""A word, its id, how many names hold it, its fine and rough skeleton."""
Vocabulary = dict[str, Word]
"""Words by themselves."""
_COLUMNS: Final = "word, id, frequency, fine, rough"
_LIKE_VOWELS: Final = str.maketrans("eo", "au")
_PLACES: Final[dict[Column, int]] = {"word": 0, "fine": 3, "rough": 4}


class Name(NamedTuple):
    """A name that may be meant."""

    id: int
    record: int
    role: Literal["name", "alias"]
    text: str
    folded: str


class HeldWords:
    """The words of a store in memory, in the order in which its indexes have them."""

    def __init__(self, rows: Sequence[Word]) -> None:
        """Keep some rows."""
        self._rows = sorted(rows)
        self._known: dict[Column, tuple[dict[str, list[Word]], list[str]]] = {}
        self._letters: dict[bool, tuple[list[Word], list[str]]] = {}

    def _by(self, column: Column) -> tuple[dict[str, list[Word]], list[str]]:
        if column not in self._known:
            place = _PLACES[column]
            rows: dict[str, list[Word]] = {}
            for row in self._rows:
                rows.setdefault(str(row[place]), []).append(row)
            self._known[column] = rows, sorted(rows)
        return self._known[column]

    def get_ready(self) -> bool:
        """Put the words in order by another column; whether they are by all."""
        left = [column for column in _PLACES if column not in self._known]
        for column in left[:1]:
            self._by(column)
        return not left[1:]

    def equal(self, column: Column, keys: Set[str], most: int) -> Vocabulary:
        """Words that have any of some keys, in the order of these."""
        rows, _ = self._by(column)
        found = [row for key in sorted(keys & rows.keys()) for row in rows[key]]
        return {row[0]: row for row in found[:most]}

    def begun(self, column: Column, beginning: str, most: int) -> Vocabulary:
        """Words of which a key begins so, in the order of the keys."""
        from bisect import bisect_left  # a command, which looks up once, needs none of it

        rows, keys = self._by(column)
        low, high = _range(beginning)
        start = bisect_left(keys, low)
        found: list[Word] = []
        for key in keys[start : bisect_left(keys, high, start)]:
            found += rows[key]
            if len(found) >= most:
                break
        return {row[0]: row for row in found[:most]}

    def likest(self, word: str, most: int) -> Vocabulary:
        """Words of the other script with most letters in common, whatever their sounds."""
        from rapidfuzz import process  # as below
        from rapidfuzz.distance import Indel

        rows, letters = self._written_in(latin=not word.isascii())
        best = process.extract(
            _letters(word),
            letters,
            scorer=Indel.normalized_similarity,
            limit=most,
            score_cutoff=WEIGHTS.least_in_letters,
        )
        return {rows[place][0]: rows[place] for _, _, place in best}

    def _written_in(self, *, latin: bool) -> tuple[list[Word], list[str]]:
        if latin not in self._letters:
            rows = [row for row in self._rows if row[0].isascii() is latin]
            self._letters[latin] = rows, [_letters(row[0]) for row in rows]
        return self._letters[latin]


def _letters(word: str) -> str:
    """The letters of a folded word that are compared: Latin ones, with one for like vowels."""
    return romanised(word).translate(_LIKE_VOWELS)


class Read:
    """What indexes have said, kept from one query to the next while the store stays as it is.

    A query comes letter by letter: all its words but the last were looked for a letter ago.
    """

    def __init__(self) -> None:
        """Know nothing."""
        self.vocabularies: dict[tuple[str, str, int, bool], Vocabulary] = {}
        self.names: dict[tuple[str, tuple[object, ...]], dict[int, Name]] = {}
        self._queries = 0
        self._held: HeldWords | None = None
        self._small: bool | None = None
        self._languages: list[str] | None = None

    def get_ready(self, connection: sqlite3.Connection) -> bool:
        """Take a step of what keeps words in memory; whether no step is left."""
        self._queries = max(self._queries, WEIGHTS.queries_before_keys)
        if self._held is None:
            return self.held(connection) is None
        return self._held.get_ready()

    def begin(self) -> None:
        """Begin with another query; forget all where it is more than a long one needs."""
        self._queries += 1
        for known in (self.vocabularies, self.names):
            if len(known) > WEIGHTS.most_kept_answers:
                known.clear()

    def is_small(self, connection: sqlite3.Connection) -> bool:
        """Whether the store has so few words that all of them can be kept in memory."""
        if self._small is None:
            self._small = last_number(connection, "words") <= WEIGHTS.most_words_held
        return self._small

    def is_named_in(self, connection: sqlite3.Connection, language: str) -> bool:
        """Whether of the first names of the store more than a few are of a language."""
        if self._languages is None:
            asked = "SELECT language FROM names LIMIT ?"
            rows = fetch(connection, asked, (WEIGHTS.most_names_counted,))
            self._languages = [language for (language,) in rows]
        return self._languages.count(language) >= WEIGHTS.least_named * len(self._languages)

    def held(self, connection: sqlite3.Connection) -> HeldWords | None:
        """All words of a store of few, from the second query on.

        Of hundreds of keys that a slip may lead to a store has a handful, and each is found here
        in a tenth of the time that a statement takes.
        """
        return self.all_words(connection) if self._queries >= WEIGHTS.queries_before_keys else None

    def all_words(self, connection: sqlite3.Connection) -> HeldWords | None:
        """All words of a store of few, whichever query it is."""
        if self._held is None and self.is_small(connection):
            rows = fetch(connection, f"SELECT {_COLUMNS} FROM words")
            if not is_text(chain.from_iterable((row[0], *row[3:]) for row in rows)):
                rows = [row for row in rows if is_text((row[0], *row[3:]))]
            self._held = HeldWords(rows)
        return self._held


class Candidates:
    """What the indexes of a store point at; every word given to them is folded.

    One object serves all parts of a query: a word that stands in several is looked for once.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        kinds: Collection[str] | None,
        read: Read | None = None,
    ) -> None:
        """Look into the indexes of a store.

        Args:
            connection: of an open store.
            kinds: the kinds of records whose names may be meant; all when None.
            read: what earlier queries have read of the same state of the store.
        """
        self._connection = connection
        self._join = self._kinds_too = ""
        self._kinds: tuple[str, ...] = ()
        self._read = read or Read()
        self._read.begin()
        if kinds is not None:
            # Else SQLite may go through all records of a kind, by the kind's index.
            self._join = " JOIN records NOT INDEXED ON records.id = names.record"
            self._kinds_too = f" AND records.kind IN ({', '.join('?' * len(kinds))})"
            self._kinds = tuple(kinds)

    def are_in_other_script(self, query: str) -> bool:
        """Whether the store is a small one, with few names in the script of a query."""
        language = "ar" if is_arabic(query) else "en"
        read, connection = self._read, self._connection
        return not read.is_named_in(connection, language) and read.is_small(connection)

    def by_whole(self, keys: NameKeys) -> dict[int, Name]:
        """Names that are or begin with the query, or whose initials it is."""
        whole = self._names(
            "FROM names",
            "names.folded >= ? AND names.folded < ?",
            _range(keys.folded),
            WEIGHTS.most_whole,
        )
        found = dict(whole)
        together = keys.folded.replace(" ", "")
        if 2 <= len(together) <= WEIGHTS.longest_acronym:
            found |= self._names(
                "FROM names",
                "names.initials = ? AND names.initials <> ''",
                [together],
                WEIGHTS.most_whole,
            )
        return found

    def by_words(self, near: Sequence[dict[int, int]], *, single: int) -> dict[int, Name]:
        """Names that hold words like those of the query: most alike first, then short names.

        Args:
            near: for each word of the query, and then for those that its words make when written
                together, ids of words like it with their frequencies.
            single: how many of them are words that stand alone: names may hold two of those.
        """
        several = [words for words in near if words]
        share = max(WEIGHTS.least_names, WEIGHTS.most_names // max(1, len(several)))
        found: dict[int, Name] = {}
        for neighbouring in pairwise([words for words in near[:single] if words]):
            rarer, other = sorted(map(_first, neighbouring), key=lambda words: sum(words.values()))
            found |= self._names(
                "FROM (SELECT length, name FROM name_words"
                " WHERE word IN (SELECT value FROM json_each(?)) LIMIT ?) AS held"
                " JOIN names ON names.id = held.name",
                "EXISTS (SELECT 1 FROM name_words AS too WHERE too.length = held.length"
                " AND too.name = held.name AND too.word IN (SELECT value FROM json_each(?)))",
                [listed(rarer), WEIGHTS.most_crossed_names, listed(other)],
                share,
            )
        for words in several:
            found |= self._names(
                # CROSS JOIN keeps the order of the words.
                "FROM json_each(?) AS near CROSS JOIN name_words AS held"
                " ON held.word = near.value CROSS JOIN names ON names.id = held.name",
                "TRUE",
                [listed(words)],
                share,
            )
        return found

    def written(self, word: str) -> Vocabulary:
        """This very word, if a name holds it."""
        return self._once("written", word, lambda: self._written(word))

    def _written(self, word: str) -> Vocabulary:
        return self.these([word])

    def these(self, words: Collection[str]) -> Vocabulary:
        """These very words, as far as names hold them."""
        held = self._read.held(self._connection)
        if held is not None:
            return held.equal("word", set(words), len(words))
        return self._words("word IN (SELECT value FROM json_each(?))", [listed(words)], len(words))

    def spelled(self, word: str) -> Vocabulary:
        """This word and those that begin with it: of those looked at, the shortest."""
        return self._once("spelled", word, lambda: self._spelled(word))

    def _spelled(self, word: str) -> Vocabulary:
        begun = self._begun("word", word, WEIGHTS.most_begun)
        shortest = sorted(begun.items(), key=lambda item: len(item[0]))[: WEIGHTS.most_short]
        return dict(shortest)

    def sounding(self, word: str, most: int, *, unfinished: bool) -> Vocabulary:
        """Words that sound like this one, or whose beginning does where it may be unfinished."""
        find = partial(self._sounding, word, most, unfinished=unfinished)
        return self._once("sounding", word, find, most, unfinished=unfinished)

    def _sounding(self, word: str, most: int, *, unfinished: bool) -> Vocabulary:
        readings = skeletons_read(word)
        if not readings[0].fine:
            return self._words_in("fine", ["", "H", "W", "Y"], WEIGHTS.most_begun)
        same = self._words_in("fine", [reading.fine for reading in readings], WEIGHTS.most_near)
        begun: Vocabulary = {}
        for reading in readings[: WEIGHTS.most_begun_readings if unfinished else 0]:
            # A vowel that ends the query may be no end: zabada begins with the key of zabad.
            beginning = reading.fine.rstrip("WY") or reading.fine
            if beginning:
                begun |= self._begun("fine", beginning, WEIGHTS.most_begun)
        return _most_alike(word, same, most) | _most_alike(word, begun, most)

    def a_slip_away(self, word: str, most: int) -> Vocabulary:
        """Words that differ by one consonant from this one, or sound roughly like it."""
        return self._once("a slip away", word, lambda: self._a_slip_away(word, most), most)

    def _a_slip_away(self, word: str, most: int) -> Vocabulary:
        readings = skeletons_read(word)
        fine, rough = readings[0]
        near: Vocabulary = {}
        if 0 < len(fine) <= WEIGHTS.longest_varied:
            near |= self._words_in("fine", neighbours(fine, FINE_LETTERS), WEIGHTS.most_near)
        near |= self._words_in("rough", [reading.rough for reading in readings], WEIGHTS.most_near)
        if WEIGHTS.shortest_varied <= len(rough) <= 2 * WEIGHTS.longest_varied:
            near |= self._words_in("rough", neighbours(rough, ROUGH_LETTERS), WEIGHTS.most_near)
        return _most_alike(word, near, most)

    def likest_in_letters(self, word: str, most: int) -> Vocabulary:
        """Words of a small store in the other script that have most letters in common with it."""
        return self._once("letters", word, lambda: self._likest_in_letters(word, most), most)

    def _likest_in_letters(self, word: str, most: int) -> Vocabulary:
        held = self._read.all_words(self._connection)
        return held.likest(word, most) if held is not None else {}

    def _once(
        self,
        way: str,
        word: str,
        find: Callable[[], Vocabulary],
        most: int = 0,
        *,
        unfinished: bool = False,
    ) -> Vocabulary:
        asked = way, word, most, unfinished
        known = self._read.vocabularies
        if asked not in known:
            known[asked] = find()
        return known[asked]

    def _words_in(self, column: Column, keys: Iterable[str], most: int) -> Vocabulary:
        values = set(keys)
        if column != "fine":
            values.discard("")
        held = self._read.held(self._connection)
        if held is not None:
            return held.equal(column, values, most)
        return self._words(f"{column} IN (SELECT value FROM json_each(?))", [listed(values)], most)

    def _begun(self, column: Column, beginning: str, most: int) -> Vocabulary:
        held = self._read.held(self._connection)
        if held is not None:
            return held.begun(column, beginning, most)
        return self._words(f"{column} >= ? AND {column} < ?", _range(beginning), most)

    def _words(self, condition: str, values: Sequence[str], most: int) -> Vocabulary:
        rows = fetch(
            self._connection,
            f"SELECT {_COLUMNS} FROM words WHERE {condition} LIMIT ?",
            (*values, most),
        )
        return {row[0]: row for row in rows if is_text((row[0], *row[3:]))}

    def _names(
        self, source: str, condition: str, values: Sequence[object], most: int
    ) -> dict[int, Name]:
        if most <= 0:
            return {}
        asked = f"{source}{self._join} WHERE {condition}{self._kinds_too} LIMIT ?"
        bound = (*values, *self._kinds, most)
        known = self._read.names
        if (asked, bound) not in known:
            columns = "names.id, names.record, names.role, names.text, names.folded"
            rows = fetch(self._connection, f"SELECT {columns} {asked}", bound)
            known[asked, bound] = {row[0]: Name(*row) for row in rows if is_text(row[2:])}
        return known[asked, bound]


def _first(words: dict[int, int]) -> dict[int, int]:
    return dict(list(words.items())[: WEIGHTS.most_crossed])


def _most_alike(word: str, words: Vocabulary, most: int) -> Vocabulary:
    """Those words that look most alike, when not all can be compared by sound.

    What is looked at are Latin letters, then rough consonants: the former tell words of one script
    apart, the latter bring those of two scripts together.
    """
    if len(words) <= most:
        return words
    from rapidfuzz import process  # 10 ms that a small store seldom pays
    from rapidfuzz.distance import Indel

    best = process.extract(
        romanised(word) + skeletons_read(word)[0].rough,
        {other: romanised(other) + row[4] for other, row in words.items()},
        scorer=Indel.normalized_similarity,
        limit=most,
    )
    return {other: words[other] for _, _, other in best}


def _range(beginning: str) -> list[str]:
    """The bounds between which all texts lie that begin so, the upper one excluded."""
    return [beginning, beginning + "\U0010ffff"]
