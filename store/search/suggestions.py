"""Did you mean: a query that does not find what it asks for, with words that the store holds.

Words are compared by edit distance with those that begin alike, out of the full-text index's own
vocabulary, so that a suggestion always holds words that stand somewhere.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence

from store.lookup.keys import telling_words, without_article
from store.lookup.meant.elsewhere import is_elsewhere
from store.lookup.meant.telling import is_telling, speaks_of_agreement
from store.model.passages import names_of, passages
from store.model.records import NO_SLIPS, Record, Slips, TextHits
from store.search.full_text import Wanted, parse, search
from store.search.index import LAST, open_vocabulary
from store.search.query.stop_words import STOP_WORDS
from store.search.query.tokens import tokens
from store.search.query.tree import Query, Term, all_of
from store.search.ranking import highest_id
from store.tables.batches import listed
from store.tables.soundness import Report, leave_out, raise_it
from store.tables.whole_records import read_records
from store.text import folding
from store.text.stems import stem
from store.typed import Final

_LEAST_ALIKE: Final = 0.79
"""Likeness (1 less the share of letters that differ) from which a word may be meant."""
_SHORTEST: Final = 4  # letters: shorter words are like too many others
_LONGEST_WORD: Final = 40
_LONGEST_QUERY: Final = 400
_MOST_COMPARED: Final = 2_000
_SMALL: Final = 5_000
"""Records up to which all words with the same first letter are compared. The index reads for each
word where it stands, so that in a larger store this would read a good part of it."""
_LETTERS_OF_ARABIC: Final = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LATIN_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_MOST_UNKNOWN: Final = 3
"""Words of a query for which one that is like them is looked for."""
_ARTICLE: Final = "ال"
_TAKEN_FOR_EACH_OTHER: Final = ("ظضط", "تط", "سصثز", "ذزد", "حهخ", "قكغ", "جغ", "وي")
"""Arabic letters that sound or look alike to writers: in short words nothing else is a slip."""
_BEFORE_A_NAME: Final = ("", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ك", "كال", "ف", "فال")
_MOST_OF_A_NAME: Final = 4  # terms
_SHORT_NAME: Final = 6  # letters
_ONE: Final = Wanted(1)


def suggest(connection: sqlite3.Connection, query: str) -> str:
    """A query like the one given, of words that the store holds, or nothing where none is near.

    Args:
        connection: of an open store.
        query: one that found nothing, as typed; logical order.

    Returns:
        The query with each unknown word that is like one of the store replaced by it as it is
        written there, everything else as it was; empty where none is, or nothing is found so.
    """
    meant = _corrected(connection, query).searched
    found = TextHits(search(connection, parse(connection, meant), _ONE) if meant else ())
    return meant if found.has_what_was_asked else ""


def search_or_correct(
    connection: sqlite3.Connection,
    query: Query,
    wanted: Wanted,
    *,
    path: str = "",
    report: Report = raise_it,
) -> TextHits:
    """What a query finds; where that is not what was asked for by a slip, what was meant finds.

    A word in quotation marks is never taken for a slip, and the name of a country elsewhere for no
    other word: السودان is neither أسود nor a slip of it. For the arguments see `full_text.search`.
    """
    query = _strict(connection, query)
    hits = TextHits(search(connection, query, wanted, path=path, report=report))
    if not query.is_plain or hits.has_what_was_asked:
        return hits
    slips = _corrected(connection, query.text)
    if not slips.searched:
        return hits
    asked = _strict(connection, parse(connection, slips.searched))
    meant = TextHits(
        search(connection, asked, wanted, path=path, report=report), slips, asked.terms
    )
    return meant if meant.has_what_was_asked or not hits else hits


def _strict(connection: sqlite3.Connection, query: Query) -> Query:
    """The query, names of what is elsewhere taken as they stand: السودان is no form of أسود.

    Only those that no text holds as they were typed: the others are words as any.
    """
    if not query.is_plain or len(query.text) > _LONGEST_QUERY:
        return query
    asked = frozenset(_words_of(query.terms))
    unknown = asked - _written(connection, asked)
    terms: list[Term] = []
    place = 0
    while place < len(query.terms):
        length = _named_elsewhere_at(connection, query.terms, place, unknown) if unknown else 0
        if length:
            named = _words_of(query.terms[place : place + length])
            terms.append(Term(_as_a_text_has_it(connection, named), exact=True))
        else:
            terms.append(query.terms[place])
        place += length or 1
    if tuple(terms) == query.terms:
        return query
    return query._replace(wanted=all_of([*terms]), terms=tuple(terms))


def _words_of(terms: Sequence[Term]) -> list[str]:
    return [word for term in terms for word in term.words]


def _named_elsewhere_at(
    connection: sqlite3.Connection, terms: Sequence[Term], place: int, unknown: frozenset[str]
) -> int:
    """How many terms from a place on name a country or group that the store has not; 0 for none."""
    for length in range(min(_MOST_OF_A_NAME, len(terms) - place), 0, -1):
        named = _words_of(terms[place : place + length])
        if not unknown.isdisjoint(named) and _is_named_elsewhere(connection, named):
            return length
    return 0


def _is_named_elsewhere(connection: sqlite3.Connection, words: list[str]) -> bool:
    if is_elsewhere(connection, tuple(telling_words(words))):
        return True
    return len(words) == 1 and _is_like_the_plural_of_a_place(connection, words[0])


def _is_like_the_plural_of_a_place(connection: sqlite3.Connection, word: str) -> bool:
    """Whether a word has but an s more than a place, which has no plural: Hamas is none of Hama."""
    row = connection.execute(
        "SELECT 1 FROM names JOIN zones ON zones.record = names.record WHERE folded = ? LIMIT 1",
        (word.removesuffix("s"),),
    ).fetchone()
    return word.endswith("s") and row is not None


def _as_a_text_has_it(connection: sqlite3.Connection, words: list[str]) -> tuple[str, ...]:
    """A name, in Arabic with a particle or article written to it where a text has it so."""
    first, *rest = words
    if not folding.is_arabic(first):
        return tuple(words)
    forms = [before + without_article(first) for before in _BEFORE_A_NAME]
    written = _written(connection, forms)
    return (next((form for form in forms if form in written), first), *rest)


def _corrected(connection: sqlite3.Connection, query: str) -> Slips:
    """The query with those of its unknown words replaced that are like a word of the store."""
    if len(query) > _LONGEST_QUERY:
        return NO_SLIPS
    open_vocabulary(connection)
    meant, typed = [], []
    end = looked_up = 0
    for start, stop, word in _words(query):
        if looked_up == _MOST_UNKNOWN:
            break
        if not _is_unknown(connection, word, may_go_on=stop == len(query)):
            continue
        looked_up += 1
        if _is_named_elsewhere(connection, [word]):
            continue
        nearest = _nearest(connection, word)
        if nearest and not _is_another_name(query, word, nearest):
            meant += [query[end:start], _as_written(connection, nearest)]
            typed += [query[end:start], f'"{query[start:stop]}"']
            end = stop
    if not meant:
        return NO_SLIPS
    return Slips("".join([*meant, query[end:]]), "".join([*typed, query[end:]]))


def _is_another_name(query: str, word: str, nearest: str) -> bool:
    """Whether a short word is all that says which agreement is meant: *Taba Agreement*.

    It is the name of a place then, and one that only resembles it is that of another.
    """
    if len(word) > _SHORT_NAME or not is_telling(nearest) or not speaks_of_agreement(query):
        return False
    return [each for each in folding.folded_words(query) if is_telling(each)] == [word]


def _words(query: str) -> Iterator[tuple[int, int, str]]:
    """Where each word stands in a query, and how it folds; without operators and filters."""
    kept = [token for token in tokens(query) if token.kind in ("AND", "OR", "NOT", "filter")]
    folded = folding.fold_with_offsets(query)
    for word, first, last in folding.word_spans(folded.text):
        start, stop = folded.span(first, last)
        if not any(token.start <= start < token.end for token in kept):
            yield start, stop, word


def _is_unknown(connection: sqlite3.Connection, word: str, *, may_go_on: bool) -> bool:
    """Whether a word stands nowhere, nor its stem; nor, where it may go on, a longer one."""
    if word in STOP_WORDS or _stands(connection, stem(word)):
        return False
    if word == stem(word) and not may_go_on:
        return True
    return not _stands(connection, word, word + LAST if may_go_on else word)


def _stands(connection: sqlite3.Connection, first: str, last: str = "") -> bool:
    sql = "SELECT 1 FROM temp.places WHERE term BETWEEN ? AND ? LIMIT 1"
    return connection.execute(sql, (first, last or first)).fetchone() is not None


def _written(connection: sqlite3.Connection, words: Collection[str]) -> frozenset[str]:
    """Those of some words that stand in a text as they are, and not as the stems of others.

    The first text with a word is enough; the vocabulary would read where each of them stands.
    """
    sql = "SELECT 1 FROM full_text WHERE full_text MATCH ? LIMIT 1"
    return frozenset(
        word
        for word in words
        if connection.execute(sql, (f'{{names body}} : "{word}"',)).fetchone() is not None
    )


def _nearest(connection: sqlite3.Connection, word: str) -> str:
    from rapidfuzz import process  # only a query that found nothing needs it
    from rapidfuzz.distance import OSA

    if not _SHORTEST <= len(word) <= _LONGEST_WORD:
        return ""
    bare = word.removeprefix(_ARTICLE) if folding.is_arabic(word) else word
    if len(bare) < _SHORTEST:
        bare = word
    found = []
    for article in ("", _ARTICLE) if folding.is_arabic(word) else ("",):
        known = _beginning_alike(connection, article, bare)
        likest = process.extract(
            bare,
            list(known),
            scorer=OSA.normalized_similarity,
            score_cutoff=_LEAST_ALIKE,
            limit=None,
        )
        found += [(score, article + text, known[text]) for text, score, _ in likest]
        if len(bare) == _SHORTEST:
            others = _with_letters_exchanged(bare)
            found += [(_LEAST_ALIKE, article + each, known[each]) for each in others & set(known)]
    # Of words that are as like, the one that more records hold; with the article as it was typed.
    best = max(found, key=lambda item: (item[0], item[2], item[1] == word, item[1]), default=None)
    return best[1] if best else ""


def _with_letters_exchanged(word: str) -> set[str]:
    """The word with one letter made another that writers take for it."""
    return {
        word[:place] + other + word[place + 1 :]
        for place, letter in enumerate(word)
        for letters in _TAKEN_FOR_EACH_OTHER
        if letter in letters
        for other in letters
        if other != letter
    }


def _beginning_alike(connection: sqlite3.Connection, article: str, bare: str) -> dict[str, int]:
    """The index's written words with the same first letter or, swapped, the same two.

    Without the article that they have; each with how many records hold it, in one of its columns.
    """
    is_small = highest_id(connection) <= _SMALL
    second = [bare[0]] if is_small else _with_another_second_letter(bare)
    rows = _beginning(connection, [article + each for each in dict.fromkeys(second)])
    # The first two letters are mostly among these.
    both = {bare[:2]} if not is_small or len(rows) == _MOST_COMPARED else set()
    for two in {bare[1] + bare[0]} | both:
        rows += _beginning(connection, [article + two])
    return {term[len(article) :]: count for term, count in rows}


def _beginning(connection: sqlite3.Connection, beginnings: Sequence[str]) -> list[tuple[str, int]]:
    """The index's written words that begin so, with how many records hold each in a column."""
    # One statement, as there may be fifty beginnings, most of which no word has.
    return connection.execute(
        "SELECT term, doc FROM json_each(?) AS beginnings CROSS JOIN temp.vocabulary"
        " WHERE term >= value AND term < value || ? AND col IN ('names', 'body') LIMIT ?",
        (listed(beginnings), LAST, _MOST_COMPARED * len(beginnings)),
    ).fetchall()


def _with_another_second_letter(word: str) -> Iterator[str]:
    """How words begin whose second letter is another, or that have one more or less there."""
    for letter in _LETTERS_OF_ARABIC if folding.is_arabic(word) else _LATIN_LETTERS:
        yield word[0] + letter + word[2:4]
        yield word[0] + letter + word[1:3]
    yield word[0] + word[2:4]


def _as_written(connection: sqlite3.Connection, word: str) -> str:
    """A word of the index as a record has it, with its hamza and ta marbuta."""
    found = connection.execute(
        "SELECT rowid FROM full_text WHERE full_text MATCH ? LIMIT 1",
        (f'{{names body}} : "{word}"',),
    ).fetchone()
    # A damaged index may hold words of no record.
    for _, record in read_records(connection, found or (), report=leave_out):
        return _in_texts(record, word)
    return word


def _in_texts(record: Record, word: str) -> str:
    for text in (*names_of(record), *(passage.text for passage in passages(record))):
        folded = folding.fold_with_offsets(text)
        for found, first, last in folding.word_spans(folded.text):
            if found == word:
                start, stop = folded.span(first, last)
                return text[start:stop]
    return word
