"""Find records by a name as people remember it: with slips, in either script or another layout.

Look-up goes from words to names. The words of all names are one vocabulary; those that are, begin
or sound like a word of the query are found through indexes in bounded numbers, each is compared
with it once, and the names that hold the likeliest are then scored, rare words counting more than
common ones (Khirbat, Tell). Nothing is read that an index did not point at.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from store.lookup.candidates import Candidates
from store.lookup.keys import NameKeys, name_row
from store.lookup.scores import Scorer
from store.lookup.sounds import (
    skeleton,
)
from store.text.folding import is_arabic
from store.text.keyboard_layouts import other_layouts

if TYPE_CHECKING:
    from store.model.records import Record

Role = Literal["name", "alias"]
How = Literal["exact", "prefix", "word", "spelling", "cross-script", "acronym", "layout"]

LEAST_SCORE: Final = 58.0
"""What scores less is unlike the query and is not an answer."""
_LEAST_SCORE_OF_FEW: Final = 66.0
_BY_LIKENESS: Final = frozenset({"spelling", "cross-script"})
_OTHER_SCRIPT_COSTS: Final = 14.0  # where the record has names in the script of the query
_FEW: Final = range(3, 7)  # letters: so few sound like some name by chance (asdf, qwerty)
_GOOD_SCORE: Final = 80.0  # with less than this, the other keyboard layouts are tried as well
_LAYOUT_SCORE: Final = 85.0  # what a text in another layout must reach, as nobody typed it so
_LAYOUT_KEYS: Final = frozenset("[];,./^$ù²")  # no part of a name, but letters in Arabic
_LAYOUT_COSTS: Final = 5.0
_LEAST_IN_LAYOUT: Final = 4  # letters
_LONGEST_QUERY: Final = 200
_MOST_WORDS: Final = 6
_ENOUGH: Final = 0.94  # likeness at which a word need not be looked for among slips
_MOST_COMPARED: Final = 18  # words compared by sound at each step, over a whole query …
_LEAST_COMPARED: Final = 5  # … but for one word at least so many
_MOST_KEPT: Final = 9  # words of the vocabulary that lead to names, for each of the query


class NameRow(NamedTuple):
    """A name to be indexed."""

    record: int
    language: str
    role: str
    position: int
    text: str


class NameMatch(NamedTuple):
    """A record and the name by which it was found."""

    record: int
    text: str
    """The name as written."""
    role: Role
    score: float
    """Likeness from 58 to 100: 100 is the name itself, about 90 a beginning of it or the same
    sounds in the other script, 80 a slip in a word or a word among others, 58 the least that is
    shown (66 for a few letters); an alias has one less than a name."""
    how: How


def name_rows(record_id: int, record: Record) -> list[NameRow]:
    """The names and aliases of a record in both languages, as rows to be indexed."""
    rows = []
    for language in ("en", "ar"):
        name, aliases = getattr(record.name, language), getattr(record.aliases, language)
        if name:
            rows.append(NameRow(record_id, language, "name", 0, name))
        for position, alias in enumerate(aliases):
            rows.append(NameRow(record_id, language, "alias", position, alias))
    return rows


def index_names(connection: sqlite3.Connection, rows: Iterable[NameRow]) -> None:
    """Write names with the keys by which they are found, inside the caller's transaction."""
    (next_id,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM names").fetchone()
    name_values = []
    words_of: list[tuple[int, tuple[str, ...]]] = []
    counts: Counter[str] = Counter()
    for name_id, row in enumerate(rows, start=next_id):
        keys = name_row(row.text)
        name_values.append((name_id, *row, keys.folded, keys.initials))
        found = _indexed_words(keys)
        words_of.append((name_id, found))
        counts.update(found)
    connection.executemany(
        "INSERT INTO names (id, record, language, role, position, text, folded, initials)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        name_values,
    )
    word_ids = _index_words(connection, counts)
    connection.executemany(
        "INSERT INTO name_words (word, length, name) VALUES (?, ?, ?)",
        sorted(
            (word_ids[word], len(found), name_id) for name_id, found in words_of for word in found
        ),
    )


def delete_names(connection: sqlite3.Connection, record_id: int) -> None:
    """Remove a record's names and the words that no other name has."""
    for name_id, text in connection.execute(
        "SELECT id, text FROM names WHERE record = ?", (record_id,)
    ).fetchall():
        found = _indexed_words(name_row(text))
        connection.executemany(
            "DELETE FROM name_words WHERE name = ? AND length = ?"
            " AND word = (SELECT id FROM words WHERE word = ?)",
            [(name_id, len(found), word) for word in found],
        )
        connection.executemany(
            "UPDATE words SET frequency = frequency - 1 WHERE word = ?", [(word,) for word in found]
        )
        connection.executemany(
            "DELETE FROM words WHERE word = ? AND frequency <= 0", [(word,) for word in found]
        )
    connection.execute("DELETE FROM names WHERE record = ?", (record_id,))


def lookup(
    connection: sqlite3.Connection,
    query: str,
    *,
    kinds: Collection[str] | None = None,
    limit: int = 20,
) -> list[NameMatch]:
    """The records that a name means, the likeliest first, each by the best of its names.

    Args:
        connection: a store's connection.
        query: any string, in logical order; its last word may be unfinished.
        kinds: the kinds of records to look among; all when None.
        limit: the most records to return.
    """
    query = query[:_LONGEST_QUERY]
    found = _find(connection, name_row(query), kinds)
    if not found or found[0].score < _GOOD_SCORE or not _LAYOUT_KEYS.isdisjoint(query):
        found = _best_of_each(found + _in_other_layouts(connection, query, kinds))
    return found[:limit]


def _in_other_layouts(
    connection: sqlite3.Connection, query: str, kinds: Collection[str] | None
) -> list[NameMatch]:
    found = []
    for other in other_layouts(query):
        keys = name_row(other)
        # Few letters, or letters that fall apart, are no word that somebody meant.
        if len(keys.folded) < _LEAST_IN_LAYOUT or keys.folded.count(" ") > query.count(" "):
            continue
        if not all(map(Candidates(connection, kinds).written, keys.words[:-1])):
            continue  # what nobody wrote so is mostly gibberish, which costs as much as a name
        for match in _find(connection, keys, kinds, by_sound=False):
            if match.score >= _LAYOUT_SCORE and match.how != "cross-script":
                score = match.score - _LAYOUT_COSTS
                found.append(match._replace(score=score, how="layout"))
    return found


def _indexed_words(keys: NameKeys) -> tuple[str, ...]:
    found = dict.fromkeys(keys.words)
    if keys.joined:
        found[keys.joined] = None
    return tuple(found)


def _index_words(connection: sqlite3.Connection, counts: Counter[str]) -> dict[str, int]:
    ids: dict[str, int] = dict(
        connection.execute(
            "SELECT word, id FROM words WHERE word IN (SELECT value FROM json_each(?))",
            (json.dumps(list(counts), ensure_ascii=False),),
        )
    )
    connection.executemany(
        "UPDATE words SET frequency = frequency + ? WHERE id = ?",
        [(counts[word], word_id) for word, word_id in ids.items()],
    )
    (next_id,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM words").fetchone()
    new = sorted(counts.keys() - ids.keys())
    ids.update(zip(new, range(next_id, next_id + len(new)), strict=True))
    connection.executemany(
        "INSERT INTO words (id, word, fine, rough, frequency) VALUES (?, ?, ?, ?, ?)",
        [(ids[word], word, *skeleton(word), counts[word]) for word in new],
    )
    return ids


def _find(
    connection: sqlite3.Connection,
    keys: NameKeys,
    kinds: Collection[str] | None,
    *,
    by_sound: bool = True,
) -> list[NameMatch]:
    if not keys.folded:
        return []
    search = Candidates(connection, kinds)
    scorer = Scorer(connection, keys)
    single, together = _asked(keys)
    _consider(search, scorer, keys, by_sound=by_sound)
    near = [scorer.near(word, _MOST_KEPT) for word in (*single, *together)]
    names = search.by_whole(keys) | search.by_words(near, single=len(single))
    scorer.weigh(name.folded for name in names.values())
    unlike = _LEAST_SCORE_OF_FEW if len(keys.folded) in _FEW else LEAST_SCORE
    matches = []
    for name in names.values():
        score, how = scorer.score(name.folded, name.role)
        if score >= (unlike if how in _BY_LIKENESS else LEAST_SCORE):
            matches.append(NameMatch(name.record, name.text, name.role, score, how))
    return _best_of_each(_named_otherwise_less(connection, keys, matches, unlike))


def _consider(search: Candidates, scorer: Scorer, keys: NameKeys, *, by_sound: bool) -> None:
    """Compare each word of the query with those of the vocabulary that may be meant by it."""
    single, together = _asked(keys)
    most = max(_LEAST_COMPARED, _MOST_COMPARED // len(single))
    unsure: set[str] = set()
    for word in (*single, *together):
        unfinished = word.endswith(keys.words[-1])
        scorer.consider(word, search.spelled(word) if unfinished else search.written(word))
        whole = word in single or word == keys.joined
        # Neighbours written together are worth a search when one of them does not stand alone.
        if by_sound and (whole or not unsure.isdisjoint(together[word])):
            compared = most if word in single else _LEAST_COMPARED
            scorer.consider(word, search.sounding(word, compared, unfinished=unfinished))
            if whole and scorer.likeliest(word) < _ENOUGH:
                unsure.add(word)
                scorer.consider(word, search.a_slip_away(word, compared))


def _named_otherwise_less(
    connection: sqlite3.Connection, keys: NameKeys, matches: list[NameMatch], least: float
) -> list[NameMatch]:
    """Lower what sounds alike in the other script where the record has a name in the query's."""
    across = {match.record for match in matches if match.how == "cross-script"}
    if not across:
        return matches
    rows = connection.execute(
        "SELECT DISTINCT record FROM names"
        " WHERE record IN (SELECT value FROM json_each(?)) AND language = ?",
        (json.dumps(list(across)), "ar" if is_arabic(keys.folded) else "en"),
    )
    named = {record for (record,) in rows}
    lowered = [
        match._replace(score=match.score - _OTHER_SCRIPT_COSTS)
        if match.how == "cross-script" and match.record in named
        else match
        for match in matches
    ]
    return [match for match in lowered if match.how != "cross-script" or match.score >= least]


def _asked(keys: NameKeys) -> tuple[list[str], dict[str, tuple[str, ...]]]:
    """The words to look for, and those that the whole query and neighbours make when joined."""
    single = sorted(dict.fromkeys(keys.words), key=len, reverse=True)[:_MOST_WORDS]
    together: dict[str, tuple[str, ...]] = {keys.joined: keys.words} if keys.joined else {}
    for parts in pairwise(keys.words[:_MOST_WORDS]):
        together.setdefault("".join(parts), parts)
    return single, together


def _best_of_each(matches: list[NameMatch]) -> list[NameMatch]:
    best: dict[int, NameMatch] = {}
    for match in matches:
        if match.record not in best or match.score > best[match.record].score:
            best[match.record] = match
    return sorted(best.values(), key=lambda match: (-match.score, len(match.text), match.record))
