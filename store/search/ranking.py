"""In what order records answer a query, and which of those that lack some words answer at all.

Only a bounded pool of records is compared, so a word that nearly all records have costs no more
than a rare one. Each is scored by BM25 (Robertson and Zaragoza, Foundations and Trends in
Information Retrieval 3, 2009) of the words as written and of their stems; what else the words are
called counts little, so that exact stands over stemmed, and stemmed over synonym.

A question in whole sentences has words that no answer repeats. Where few records have all words,
those with some of them follow, told apart. What a record has of a query is weighted by how rare the
words are, and more where its names have them; a word that no record holds may be only the asker's
way of saying it, and counts less. A record without enough of the weight is not even that, so that
a query about something else finds little or nothing.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from operator import add

from store.search.fts5 import BODY, FULL_TEXT, NAMES, Index, expression
from store.search.index import beginning_with
from store.search.query.tree import And, Node, Or, Term
from store.tables.batches import listed
from store.tables.connection import last_number
from store.text.stems import stem
from store.tuples import NamedTuple
from store.typed import Final

_LEAST_SHARES: Final = {1: 0.5, 2: 0.3}
"""The share of a query's weight that a record must have, by the number of its telling words."""
_LEAST_SHARE: Final = 0.2
_SCATTERED: Final = 2
_LEAST_SHARE_SCATTERED: Final = 0.7
"""The share where, of two telling words, one stands in names alone and the other in text alone."""
_LEAST_NAMED: Final = 0.6
"""The share that a record with some of it in its names must have, where others have all of it."""
_LEAST_NEAR: Final = 0.4
"""The share that its names and the best of its passages must have."""
_CALLED: Final = 0.8
"""What a word counts that is there only as something else that it is called."""
_TELLING: Final = 0.7
"""The weight from which a word tells something: about half of the records lack it."""
_UNHELD: Final = 0.85
"""What a word that no record holds counts where it is missing, beside one that some hold."""
_NAMED: Final = 1.5
"""How much more a word counts in a record's names."""
_SMOOTHING: Final = 4
"""Records added to every count: a word that none holds may be only the asker's way of saying it."""
_MOST_COUNTED: Final = 500
"""Records that hold a word which are asked for; the number of all that do is then estimated."""
_MANY: Final = 5_000
"""Records of which so many words begin alike that these are looked up one by one."""
_MOST_BEGUN: Final = 8
"""Words that are asked for where one is not written to its end."""
FEW: Final = 5
"""With fewer records that have all of a query's words, those that have most are added."""
_SATURATION: Final = 1.2
_LENGTH_COUNTS: Final = 0.75
_WRITTEN_IN_NAMES: Final = 10.0
_WRITTEN: Final = 3.0
_STEM_IN_NAMES: Final = 5.0
_STEM: Final = 1.0
_SYNONYM: Final = 0.1
"""What a synonym counts, beside a stem: it decides between records that are equal else."""
_FORM: Final = 0.8
"""What the word in another form counts that no stem brings together, beside a stem."""
_NAMED_AT_ALL: Final = 2.0
"""What a word counts for standing in a record's names in whatever form, beside its rarity."""
_EACH_NAMED: Final = 0.6
"""What is added to the rarity of each of these, so that a name of two words stands before one."""
_TOGETHER: Final = 1.5
"""What words count for standing in one passage, beside their rarity."""
_PASSAGE: Final = 100
"""Characters of stems that count as one passage: about two lines."""
_MOST_READ_CLOSELY: Final = 80
"""Records of which passages are compared: more than anybody looks at."""
_ROUNDING: Final = 1e-9
"""By how much a sum may be off; what it decides then is found out exactly."""
_NEXT: Final = 1.0
"""What two words count for standing side by side, beside the rarity of the commoner one."""


class Hit(NamedTuple):
    """A record that answers a query."""

    record: int
    """Its id."""
    score: float
    has_all: bool = True
    """It has all that was asked for; else only some of the words."""


class _Text(NamedTuple):
    """A record's columns of the full-text index, each with blanks around every word."""

    record: int
    names: str = ""
    body: str = ""
    name_stems: str = ""
    stems: str = ""


class _Held:
    """The first records that hold a term: all of them, where they are fewer than are counted."""

    def __init__(self, written: str | None, count: int, last: int | None) -> None:
        """Ids in their order, with commas between; how many they are, and the last of them."""
        self._written = written or ""
        self.count = count
        self.last = last or 0
        self.are_all = count < _MOST_COUNTED
        self.ids = frozenset(self.first(count)) if self.are_all else frozenset()
        """All of them; none where they are more than are counted."""

    @cached_property
    def counted(self) -> frozenset[int]:
        """Those that are counted; of a common word they are seldom asked for."""
        return self.ids if self.are_all else frozenset(self.first(self.count))

    def first(self, most: int) -> list[int]:
        """At most so many, in their order."""
        return [int(number) for number in self._written.split(",", most)[:most] if number]


class _Holders(NamedTuple):
    """The first records that hold a term."""

    named: _Held
    """In their names."""
    told: _Held
    """In other text."""

    @property
    def are_all(self) -> bool:
        return self.named.are_all and self.told.are_all


class _WeightedTerm(NamedTuple):
    """A term, how it may stand in the columns of a text, and how much it tells."""

    phrase: str
    """All its words as written."""
    words: tuple[str, ...]
    word_stems: tuple[str, ...]
    stem_phrases: tuple[str, ...]
    """All its words, and what else they are called, as stems."""
    sought: tuple[str, ...]
    """What is looked for among stems to tell where it stands, each once."""
    forms: tuple[str, ...]
    """Those of them that are the word itself in another form."""
    others: tuple[str, ...]
    """The rest of them that no word by itself has counted yet."""
    exact: bool
    apart: bool
    stands_otherwise: bool
    """Whether what counts may stand where the word is not held: one of several, its stem, or the
    day of a date, which is another word to the index."""
    weight: float
    """How much it tells with all that it is called."""
    own_weight: float
    """How much it tells by itself, in whatever form."""
    lack: float
    """What it counts where a record lacks it."""
    holders: _Holders
    """The records that hold it, which saves looking into their texts."""
    own_holders: _Holders
    """Those that hold it by itself."""
    may_be_called: bool
    """Whether a record may hold it only by what else it is called, or by words that stand apart."""
    are_all_known: bool
    """Whether these are all that hold it, so that no text need be looked into to know."""

    def is_in_names(self, text: _Text) -> bool:
        named = self.holders.named
        if named.are_all:
            return text.record in named.ids
        return self._stands(text.names, text.name_stems)

    def are_in_names(self, texts: Sequence[_Text]) -> list[bool]:
        """Whether it is in the names of each."""
        named = self.holders.named
        if named.are_all:
            return [text.record in named.ids for text in texts]
        return [self._stands(text.names, text.name_stems) for text in texts]

    def is_in_body(self, text: _Text) -> bool:
        told = self.holders.told
        if told.are_all:
            return text.record in told.ids
        return self._stands(text.body, text.stems)

    def may_have_places(self, text: _Text) -> bool:
        """Whether any of what is sought may stand among the stems of a text."""
        told = self.holders.told
        return self.stands_otherwise or not told.are_all or text.record in told.ids

    def is_in(self, text: _Text) -> bool:
        return self.is_in_body(text) or self.is_in_names(text)

    def scores(
        self, texts: Sequence[_Text], norms: Sequence[float], are_named: Sequence[bool]
    ) -> list[float]:
        """BM25 of the term in each record.

        Args:
            texts: of the records.
            norms: of each the count that saturates half, which tells how long it is.
            are_named: whether each has the term in its names.
        """
        words, word_stems, forms, others = self.words, self.word_stems, self.forms, self.others
        own_weight, weight = self.own_weight, self.weight
        counts_all = self.stands_otherwise or not self.are_all_known
        told = frozenset() if counts_all else self.holders.told.ids
        scores = []
        # One loop for all of it, as this is asked most of all.
        for text, norm, is_named in zip(texts, norms, are_named, strict=True):
            counts_names = counts_all or is_named
            if not (counts_names or text.record in told):
                scores.append(0.0)
                continue
            names, name_stems = (text.names, text.name_stems) if counts_names else ("", "")
            body, stems = text.body, text.stems
            total = called = 0.0
            for word in words:
                count = _WRITTEN_IN_NAMES * names.count(word) + _WRITTEN * body.count(word)
                total += count / (count + norm)
            for stem_ in word_stems:
                count = _STEM_IN_NAMES * name_stems.count(stem_) + _STEM * stems.count(stem_)
                total += count / (count + norm)
            for phrase in forms:
                count = _STEM_IN_NAMES * name_stems.count(phrase) + _STEM * stems.count(phrase)
                total += _FORM * count / (count + norm)
            for phrase in others:
                count = _STEM_IN_NAMES * name_stems.count(phrase) + _STEM * stems.count(phrase)
                called += _SYNONYM * count / (count + norm)
            scores.append((_SATURATION + 1) * (own_weight * total + weight * called))
        return scores

    def is_itself_in(self, text: _Text) -> bool:
        """Whether the word stands there in any form, and not only what else it is called."""
        named, told = self.own_holders
        if told.are_all:
            return text.record in told.ids or text.record in named.counted
        return self._stands_itself(text)

    def _stands_itself(self, text: _Text) -> bool:
        for written, stems in ((text.body, text.stems), (text.names, text.name_stems)):
            if self.phrase in written or any(form in stems for form in self.forms):
                return True
            if all(word in stems for word in self.word_stems):
                return True
        return False

    def places(self, stems: str) -> list[int]:
        """Where it stands among stems, in whatever form."""
        places = []
        for phrase in self.sought:
            place = stems.find(phrase)
            while place >= 0:
                places.append(place)
                place = stems.find(phrase, place + 1)
        return places

    def _stands(self, written: str, stems: str) -> bool:
        if self.phrase in written:
            return True
        if self.exact:
            return False
        for phrase in self.stem_phrases:  # not any(): this is asked most of all
            if phrase in stems:
                return True
        return self.apart and all(word in stems for word in self.word_stems)


class Holdings:
    """Which and how many records hold each term of a query, asked once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Ask an open store, when first asked."""
        self._connection = connection
        self._known: dict[Term, _Holders] = {}
        self._anywhere: dict[Term, _Held] = {}
        self._words: dict[str, Sequence[str]] = {}

    @cached_property
    def records(self) -> int:
        """As good as the number of records."""
        return highest_id(self._connection)

    def of(self, term: Term) -> float:
        """About how many records hold a term: after the first few hundred an estimate."""
        named, told = self.holders(term)
        if told.are_all:
            return float(len(named.counted | told.ids))
        return float(told.count * self.records / max(1, told.last))

    def holders(self, term: Term) -> _Holders:
        """The records that hold a term, the first few hundred in names and in other text."""
        known = self._known.get(term)
        if known is None:
            known = _Holders(self._first(term, NAMES), self._first(term, BODY))
            self._known[term] = known
        return known

    def own_holders(self, term: Term) -> _Holders:
        """Those of them that hold the term itself, in whatever form, and not what it is called."""
        own = _itself(term)
        if own not in self._known:
            named, told = self.holders(term)
            self._known[own] = _Holders(
                self._first(own, NAMES) if named.count else named,
                self._first(own, BODY) if told.count else told,
            )
        return self._known[own]

    def _first(self, term: Term, index: Index) -> _Held:
        # Written together, as five hundred rows take as long to fetch as to find.
        found = f"SELECT rowid AS id FROM {index.table} WHERE {index.table} MATCH ? LIMIT ?"
        counted = f"SELECT group_concat(id), count(*), max(id) FROM ({found})"
        asked = self.expression(term, index), _MOST_COUNTED
        return _Held(*self._connection.execute(counted, asked).fetchone())

    def expression(self, node: Node, index: Index) -> str:
        """What finds in an index the records that hold what is asked."""
        return expression(node, index, self._begun)

    def _begun(self, beginning: str) -> Sequence[str]:
        if self.records < _MANY:
            return ()  # they are read as quickly as looked up
        if beginning not in self._words:
            words = beginning_with(self._connection, beginning, _MOST_BEGUN)
            self._words[beginning] = words if len(words) <= _MOST_BEGUN else ()
        return self._words[beginning]

    def first(self, node: Node, index: Index, most: int) -> list[int] | None:
        """The first records that hold what is asked, so far as the holders of its terms tell them.

        Returns:
            As many as are asked for or all there are; None where the index itself must be asked.
        """
        match node:
            case Or(parts):
                found: set[int] = set()
                for part in parts:
                    first = self.first(part, index, most)
                    if first is None:
                        return None
                    found.update(first)
                return sorted(found)[:most]
            case Term() if most <= _MOST_COUNTED and (held := self._held(node, index)):
                return sorted({number for each in held for number in each.first(most)})[:most]
        known = self.with_all(node, index)
        return None if known is None else sorted(known)[:most]

    def with_all(self, node: Node, index: Index) -> frozenset[int] | None:
        """All records that hold what is asked, so far as the holders of its terms tell them.

        Returns:
            None where the index itself must be asked: a term has more holders than are counted.
        """
        match node:
            case And(parts):
                known = [self.with_all(part, index) for part in parts]
                if any(held is not None and not held for held in known):
                    return frozenset()  # whatever the others have
                sets = [held for held in known if held is not None]
                return frozenset.intersection(*sets) if len(sets) == len(parts) else None
            case Term() if held := self._held(node, index):
                if all(each.are_all for each in held):
                    return held[0].ids.union(*[each.ids for each in held[1:]])
        return None

    def _held(self, term: Term, index: Index) -> Sequence[_Held]:
        """Who holds a term in an index, in as many parts as are known; none where none is."""
        if index is NAMES:
            return [self.holders(term).named]
        if index is not FULL_TEXT:
            return ()
        if not term.apart or len(term.words) == 1:
            return self.holders(term)
        if term not in self._anywhere:  # some of its words may stand in names, others elsewhere
            self._anywhere[term] = self._first(term, FULL_TEXT)
        return [self._anywhere[term]]

    def rarest_first(self, terms: Sequence[Term]) -> list[Term]:
        """The terms of a query, those that the fewest records hold first."""
        return sorted(terms, key=self.of)


def ranked(
    connection: sqlite3.Connection,
    terms: Sequence[Term],
    complete: Collection[int],
    partial: Collection[int] = (),
    unread: Collection[int] = (),
    *,
    holdings: Holdings,
) -> list[Hit]:
    """The records that have what a query asks for, the best first; then those with some of it.

    Args:
        connection: of an open store.
        terms: what the query asks for.
        complete: ids of records that have all of it, and so are answers.
        partial: ids of records that have some of it; those with enough are answers too.
        unread: ids of records that belong to either of these, or to none.
        holdings: how many records hold each term.
    """
    weighted = [_weighted(term, holdings) for term in terms]
    texts = _texts(connection, (*complete, *unread))
    whole = {*complete, *(number for number in unread if _has_all(weighted, texts[number]))}
    spots = _Spots(weighted)
    shares = _Shares(weighted, 0.0 if len(whole) < FEW else _LEAST_NAMED)
    has_several = len(terms) > 1
    if has_several and all(word.are_all_known for word in weighted):
        partial = [each for each in partial if shares.of(_Text(each))]  # of others no text is read
    if has_several:
        texts |= _texts(connection, partial)

    def is_enough(text: _Text) -> bool:
        share = shares.of(text)
        return share is not None and _is_near(share, text, spots)

    answers = {
        number: text
        for number, text in texts.items()
        if number in whole or (has_several and is_enough(text))
    }
    return _scored(weighted, answers, whole, spots)


class _Spots:
    """Where the words of a query stand among the stems of texts, looked for once in each."""

    def __init__(self, weighted: Sequence[_WeightedTerm]) -> None:
        self._weighted = weighted
        self._known: dict[int, list[tuple[int, int]]] = {}

    def of(self, text: _Text) -> list[tuple[int, int]]:
        """Each place in order, with the number of the word that stands there."""
        if text.record not in self._known:
            places = [
                (place, number)
                for number, word in enumerate(self._weighted)
                if word.may_have_places(text)
                for place in word.places(text.stems)
            ]
            places.sort()
            self._known[text.record] = places
        return self._known[text.record]


def _scored(
    weighted: Sequence[_WeightedTerm],
    answers: Mapping[int, _Text],
    whole: Collection[int],
    spots: _Spots,
) -> list[Hit]:
    asked = sum([word.weight for word in weighted])
    scores = _scores(weighted, list(answers.values()))
    hits = [
        Hit(number, score + asked * (has_all := number in whole), has_all)
        for number, score in zip(answers, scores, strict=True)
    ]
    hits = _without_the_loose(weighted, answers, _by_passages(weighted, answers, hits, spots))
    return sorted(hits, key=lambda hit: (not hit.has_all, -hit.score, hit.record))


def _scores(weighted: Sequence[_WeightedTerm], texts: Sequence[_Text]) -> list[float]:
    """What each record scores, but for what its passages have together."""
    lengths = [body.count(" ") + names.count(" ") for _, names, body, _, _ in texts]
    mean = sum(lengths) / len(lengths) if lengths else 1.0
    norms = [
        _SATURATION * (1 - _LENGTH_COUNTS + _LENGTH_COUNTS * (length / mean)) for length in lengths
    ]
    are_named = [word.are_in_names(texts) for word in weighted]
    by_word = [
        word.scores(texts, norms, named) for word, named in zip(weighted, are_named, strict=True)
    ]
    scores = _sums(by_word)
    if pairs := _pairs(weighted):
        stand = [_where([phrase in text.stems for text in texts], each) for phrase, each in pairs]
        scores = list(map(add, scores, _sums(stand)))
    counted = [
        _where(named, word.weight + _EACH_NAMED)
        for word, named in zip(weighted, are_named, strict=True)
    ]
    return [
        score + _NAMED_AT_ALL * named for score, named in zip(scores, _sums(counted), strict=True)
    ]


def _where(flags: Sequence[bool], weight: float) -> list[float]:
    return [weight if flag else 0.0 for flag in flags]


def _sums(columns: Sequence[list[float]]) -> list[float]:
    """The sum of each row of some columns, of which there are often no more than one."""
    sums, *others = columns
    for column in others:
        sums = list(map(add, sums, column))
    return sums


def _by_passages(
    weighted: Sequence[_WeightedTerm],
    answers: Mapping[int, _Text],
    hits: list[Hit],
    spots: _Spots,
) -> list[Hit]:
    """The hits, the best of which count what their passages have together."""
    if len(weighted) < 2:
        return hits
    hits.sort(key=lambda hit: (-hit.score, hit.record))
    best, others = hits[:_MOST_READ_CLOSELY], hits[_MOST_READ_CLOSELY:]
    weights = [word.weight for word in weighted]
    together = [_in_one_passage(weights, spots.of(answers[hit.record])) for hit in best]
    better = [
        Hit(hit.record, hit.score + _TOGETHER * weight, hit.has_all)
        for hit, weight in zip(best, together, strict=True)
    ]
    return [*better, *others]


def _without_the_loose(
    weighted: Sequence[_WeightedTerm], answers: Mapping[int, _Text], hits: list[Hit]
) -> list[Hit]:
    """The hits, of which one stands no longer as having all that was asked for that has not.

    A word may be there only as something else that it is called. Such a record is no better than
    one that has most of the words themselves and a higher score.
    """
    called = [word for word in weighted if word.may_be_called]
    if not called:
        return hits
    most = max([hit.score for hit in hits if not hit.has_all], default=0.0)

    def is_loose(hit: Hit) -> bool:
        if not hit.has_all or hit.score >= most:
            return False
        return not all(word.is_itself_in(answers[hit.record]) for word in called)

    return [hit._replace(has_all=False) if is_loose(hit) else hit for hit in hits]


def _in_one_passage(weights: Sequence[float], places: Sequence[tuple[int, int]]) -> float:
    """The weight of the words that the best passage has."""
    inside = [0] * len(weights)
    best = held = 0.0
    first = 0
    for place, number in places:
        held += 0.0 if inside[number] else weights[number]
        inside[number] += 1
        while place - places[first][0] > _PASSAGE:
            left = places[first][1]
            inside[left] -= 1
            held -= 0.0 if inside[left] else weights[left]
            first += 1
        best = max(best, held)
    return best


def _texts(connection: sqlite3.Connection, ids: Collection[int]) -> dict[int, _Text]:
    if not ids:
        return {}
    # Where FTS5 keeps the columns: asking full_text itself takes nearly twice as long.
    rows = connection.execute(
        # A column that was emptied behind the program's back is one without words.
        "SELECT id, ' ' || ifnull(c0, '') || ' ', ' ' || ifnull(c1, '') || ' ',"
        " ' ' || ifnull(c2, '') || ' ', ' ' || ifnull(c3, '') || ' '"
        " FROM full_text_content WHERE id IN (SELECT value FROM json_each(?))",
        (listed(ids),),
    )
    return {row[0]: tuple.__new__(_Text, row) for row in rows}


def _weighted(term: Term, holdings: Holdings) -> _WeightedTerm:
    records = holdings.records
    holding = min(holdings.of(term), records)
    stems = tuple(stem(word) for word in term.words)
    own_holders = holdings.own_holders(term)
    own_holding = min(holdings.of(_itself(term)), records)
    phrases = [_blanks(phrase) for phrase in (stems, *term.alternatives)]
    word_stems = tuple(_blanks([word]) for word in stems)
    forms = [_blanks(phrase) for phrase in term.forms]
    last = len(term.words) - 1
    return _WeightedTerm(
        phrase=_blanks(term.words, unfinished=term.prefix),
        words=tuple(
            _blanks([word], unfinished=term.prefix and place == last)
            for place, word in enumerate(term.words)
        ),
        word_stems=word_stems,
        stem_phrases=tuple(phrases),
        sought=tuple({*phrases, *(word_stems if term.apart else ())}),
        forms=tuple(forms),
        others=tuple(phrase for phrase in phrases[len(term.words) == 1 :] if phrase not in forms),
        exact=term.exact,
        apart=term.apart,
        stands_otherwise=term.exact or len(term.words) > 1 or term.words[0][0].isdigit(),
        weight=(weight := math.log((records + _SMOOTHING) / (holding + _SMOOTHING))),
        own_weight=math.log((records + _SMOOTHING) / (own_holding + _SMOOTHING)),
        lack=weight if holding else _UNHELD * weight,
        holders=(holders := holdings.holders(term)),
        own_holders=own_holders,
        may_be_called=term.apart or term.alternatives != term.forms,
        are_all_known=holders.are_all and own_holders.are_all,
    )


def _itself(term: Term) -> Term:
    return term._replace(alternatives=term.forms)


def highest_id(connection: sqlite3.Connection) -> int:
    """As good as the number of records, without counting them."""
    return last_number(connection, "records")


def _pairs(weighted: Sequence[_WeightedTerm]) -> list[tuple[str, float]]:
    """The stems of words that stand side by side in the query, and what it counts if they do."""
    return [
        (
            first.stem_phrases[0] + second.stem_phrases[0][1:],
            _NEXT * min(first.weight, second.weight),
        )
        for first, second in pairwise(weighted)
        if not (first.exact or second.exact)
    ]


def _has_all(weighted: Sequence[_WeightedTerm], text: _Text) -> bool:
    return all(word.is_in(text) for word in weighted)


class _Share(NamedTuple):
    """What a record has of a query, where that may be enough."""

    asked: float
    """The weight of all that is asked for."""
    tells: Sequence[float]
    """What each word tells that may stand there."""
    named: float
    """What those in its names tell together."""


class _Shares:
    """What records have of a query, looked for once in each."""

    def __init__(self, weighted: Sequence[_WeightedTerm], at_least: float) -> None:
        """Of a query.

        Args:
            weighted: its words.
            at_least: the share of the weight that a record must have, some of it in its names; 0
                where the least of the words will do, wherever they stand.
        """
        self._weighted = weighted
        self._at_least = at_least
        self._known: dict[int, _Share | None] = {}

    def of(self, text: _Text) -> _Share | None:
        """What a record has; None where that surely is not enough.

        Of words that are all known no text is needed, and the record's id will do.
        """
        if text.record not in self._known:
            self._known[text.record] = self._share(text)
        return self._known[text.record]

    def _share(self, text: _Text) -> _Share | None:
        held = missing = near = named = 0.0
        telling = in_names = in_body = 0
        in_names_at_all = False
        tells = []
        for word in self._weighted:
            is_in_names, is_in_body = word.is_in_names(text), word.is_in_body(text)
            if not (times := is_in_names + (word.stands_otherwise or is_in_body)):
                missing += word.lack
                tells.append(0.0)
                continue
            is_itself = word.is_itself_in(text)
            weight = word.own_weight if is_itself else word.weight
            tells.append(weight)
            near += times * weight
            if not (is_in_names or is_in_body):
                missing += word.lack
                continue
            if is_in_names:
                in_names_at_all = True
                named += weight
            counted = weight if is_itself else _CALLED * weight
            held += counted * (_NAMED if is_in_names else 1.0)
            missing += weight - counted
            if weight > _TELLING:
                telling += 1
                in_names += is_in_names
                in_body += is_in_body
        if not held or (self._at_least and not in_names_at_all):
            return None
        asked = held + missing
        least = _LEAST_SHARES.get(max(telling, 1), _LEAST_SHARE)
        if telling == _SCATTERED and max(in_names, in_body) < telling:
            least = _LEAST_SHARE_SCATTERED
        if held < max(least, self._at_least) * asked or near < _LEAST_NEAR * asked - _ROUNDING:
            return None
        return _Share(asked, tells, named)


def _is_near(share: _Share, text: _Text, spots: _Spots) -> bool:
    """Whether names and one passage have enough of it: words all over a text are chance."""
    least = _LEAST_NEAR * share.asked
    if share.named >= least:
        return True
    return share.named + _in_one_passage(share.tells, spots.of(text)) >= least


def _blanks(words: Sequence[str], *, unfinished: bool = False) -> str:
    return f" {' '.join(words)}" + ("" if unfinished else " ")
