"""Words that mean the same in either language: the lexicon's, and the names of one record.

A lexicon is a YAML file of meanings, each a list of words and phrases; the shipped one is
`seeds/lexicon.yaml`. The store keeps it as stems, so that a query's forms find it.
"""

from __future__ import annotations

import reprlib
import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from store.errors import Finding, ImportRefused, Sentence
from store.expressions import expression
from store.tables.batches import fetch, listed
from store.tables.connection import last_number
from store.tables.soundness import is_text
from store.text import folding
from store.text.stems import stem, with_other_conjunction
from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_MOST_ALTERNATIVES: Final = 24
_MOST_RECORDS: Final = 3
_OTHER_COMMA: Final = expression("[،؛]")
_LONGEST_QUOTED: Final = 60

ENDINGS: Final = (".yaml", ".yml")
"""Endings of the names of lexicon files."""

COUNT: Final = "lexicon"
"""The setting that says how many rows the lexicon has, so that one that is gone is missed."""

Phrase = tuple[str, ...]
"""Folded words, or their stems, in order."""
Meaning = list[str]
"""Words and phrases as written, which mean the same."""


def stems_of(text: str) -> Phrase:
    """The stems of a text's words."""
    return tuple(stem(word) for word in folding.words(folding.fold(text)))


def alternatives(connection: sqlite3.Connection, words: Sequence[str]) -> list[Phrase]:
    """What else a phrase may be called, as stems, without the phrase itself.

    Args:
        connection: of an open store.
        words: the folded words of the whole phrase.
    """
    own = tuple(stem(word) for word in words)
    other = with_other_conjunction(words[0]) if len(words) == 1 else ""
    phrases = [
        tuple(phrase.split())
        for (phrase,) in fetch(
            connection,
            "SELECT DISTINCT others.phrase FROM lexicon JOIN lexicon AS others USING (meaning)"
            " WHERE lexicon.phrase IN (?, ?) LIMIT ?",
            (" ".join(own), other, _MOST_ALTERNATIVES),
        )
        if is_text([phrase])
    ]
    phrases += [stems_of(name) for name in _other_names(connection, " ".join(words))]
    return [phrase for phrase in dict.fromkeys(phrases) if phrase and phrase != own]


def with_alternatives(connection: sqlite3.Connection, phrases: Sequence[Phrase]) -> set[Phrase]:
    """Those of some phrases of several words that may be called something else; asked at once.

    Args:
        connection: of an open store.
        phrases: the folded words of each.
    """
    stems = {words: " ".join(map(stem, words)) for words in phrases}
    found = connection.execute(
        "SELECT phrase, NULL FROM lexicon WHERE phrase IN (SELECT value FROM json_each(?)) UNION"
        " ALL SELECT NULL, folded FROM names WHERE folded IN (SELECT value FROM json_each(?))",
        (listed(stems.values()), listed(map(" ".join, stems))),
    ).fetchall()
    known = {phrase for phrase, _ in found}
    written = {folded for _, folded in found}
    return {words for words in stems if stems[words] in known or " ".join(words) in written}


def _other_names(connection: sqlite3.Connection, folded: str) -> list[str]:
    """All folded names of the records that have this name, it included."""
    records = connection.execute(
        "SELECT DISTINCT record FROM names WHERE folded = ? LIMIT ?", (folded, _MOST_RECORDS + 1)
    ).fetchall()
    if not records or len(records) > _MOST_RECORDS:  # a name that many share means none of them
        return []
    placeholders = ", ".join("?" * len(records))
    rows = fetch(
        connection,
        f"SELECT folded FROM names WHERE record IN ({placeholders}) LIMIT ?",
        (*(number for (number,) in records), _MOST_ALTERNATIVES),
    )
    return [name for (name,) in rows if is_text([name])]


def phrases_in(file: Path) -> list[list[str]]:
    """The meanings of a lexicon file as the store keeps them.

    Raises:
        ImportRefused: it is no lexicon.
    """
    return [_phrases(meaning) for meaning in read(file)]


def write(
    connection: sqlite3.Connection, meanings: list[list[str]], *, shipped: bool = False
) -> int:
    """Take the meanings of a lexicon into the store, inside the caller's transaction.

    Args:
        connection: of an open store.
        meanings: see `phrases_in`.
        shipped: they are ours, and take the place of an earlier version of ours. What a user's file
            says is added to what is there; a meaning that the store has already is passed over.

    Returns:
        How many meanings are new.
    """
    if shipped:
        connection.execute("DELETE FROM lexicon WHERE shipped")
    else:
        meanings = _unknown(connection, meanings)
    last = last_number(connection, "lexicon", "meaning")
    connection.executemany(
        "INSERT INTO lexicon (meaning, phrase, shipped) VALUES (?, ?, ?)",
        (
            (number, phrase, int(shipped))
            for number, phrases in enumerate(meanings, start=last + 1)
            for phrase in phrases
        ),
    )
    keep_count(connection)
    return len(meanings)


def keep_count(connection: sqlite3.Connection) -> None:
    """Note how many rows the lexicon has, inside the caller's transaction."""
    connection.execute("INSERT OR REPLACE INTO settings SELECT ?, count(*) FROM lexicon", (COUNT,))


def is_phrase(phrase: object) -> bool:
    """Whether something may stand in the lexicon: folded words, one blank between."""
    return (
        isinstance(phrase, str)
        and phrase != ""
        and " ".join(folding.words(folding.fold(phrase))) == phrase
    )


def stem_anew(connection: sqlite3.Connection) -> None:
    """Bring the meanings of a store to today's stems, as far as older stems tell them."""
    rows = connection.execute("SELECT meaning, phrase, shipped FROM lexicon").fetchall()
    connection.execute("DELETE FROM lexicon")
    connection.executemany(
        "INSERT OR IGNORE INTO lexicon (meaning, phrase, shipped) VALUES (?, ?, ?)",
        (
            (meaning, " ".join(stems_of(phrase)), shipped)
            for meaning, phrase, shipped in rows
            if is_text([phrase])
        ),
    )
    keep_count(connection)


def _phrases(meaning: Meaning) -> list[str]:
    """The words and phrases of a meaning as the store keeps them: stems, each once."""
    return list(dict.fromkeys(" ".join(stems) for stems in map(stems_of, meaning) if stems))


def _unknown(connection: sqlite3.Connection, meanings: list[list[str]]) -> list[list[str]]:
    """Leave out meanings of which the store has one with all their phrases."""
    known: defaultdict[str, set[int]] = defaultdict(set)
    for meaning, phrase in connection.execute("SELECT meaning, phrase FROM lexicon"):
        known[phrase].add(meaning)
    return [
        phrases
        for phrases in meanings
        if phrases and not set.intersection(*(known[phrase] for phrase in phrases))
    ]


def read(file: Path) -> list[Meaning]:
    """Read the meanings of a lexicon file, under whatever headings they stand.

    Raises:
        ImportRefused: it cannot be read, is not YAML, or is not lists of texts under headings.
    """
    # Searching needs only what is in the store.
    import yaml

    from store.files.text_file import UnreadableFileError, read_text
    from store.files.yaml_slips import slip_behind

    try:
        text = read_text(file)
    except UnreadableFileError as error:
        raise ImportRefused([error.in_file(str(file))]) from error
    try:
        content = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 — makes texts only
    except yaml.MarkedYAMLError as error:
        slip = slip_behind(error, text)
        finding = Finding(str(file), slip.line + 1, slip.what, slip.todo)
        raise ImportRefused([finding]) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise _refusal(file, 1, Sentence("this is not YAML in UTF-8")) from error
    if not isinstance(content, dict) or not all(isinstance(m, list) for m in content.values()):
        raise _refusal(file, 1, Sentence("a lexicon is headings, each with a list of meanings"))
    meanings = [meaning for under_heading in content.values() for meaning in under_heading]
    for meaning in meanings:
        if not _is_meaning(meaning):
            what = Sentence(
                "{value} is not a list of words, like [هدنة, truce]",
                value=reprlib.repr(meaning)[:_LONGEST_QUOTED],
            )
            raise _refusal(file, 1, what)
        _refuse_other_commas(file, text, meaning)
    return meanings


def _refuse_other_commas(file: Path, text: str, meaning: Meaning) -> None:
    """Refuse `[هدنة، truce]`, which would be one phrase and no meaning."""
    from store.files.yaml_slips import arabic_comma

    for phrase in meaning:
        if mark := _OTHER_COMMA.search(phrase):
            line = text.count("\n", 0, text.find(phrase)) + 1
            raise ImportRefused([Finding(str(file), line, *arabic_comma(mark[0]))])


def _is_meaning(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _refusal(file: Path, line: int, what: Sentence) -> ImportRefused:
    return ImportRefused(
        [Finding(str(file), line, what, Sentence("See seeds/lexicon.yaml for the form"))]
    )
