"""Words that mean the same in either language: the lexicon's, and the names of one record.

A lexicon is a YAML file of meanings, each a list of words and phrases; the shipped one is
`seeds/lexicon.yaml`. The store keeps it as stems, so that a query's forms find it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from store.errors import Finding, ImportRefused, Sentence
from store.text import folding
from store.text.stems import stem, with_other_conjunction

_MOST_ALTERNATIVES: Final = 24
_MOST_RECORDS: Final = 3

Phrase = tuple[str, ...]
"""Folded words, or their stems, in order."""


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
        for (phrase,) in connection.execute(
            "SELECT DISTINCT others.phrase FROM lexicon JOIN lexicon AS others USING (meaning)"
            " WHERE lexicon.phrase IN (?, ?) LIMIT ?",
            (" ".join(own), other, _MOST_ALTERNATIVES),
        )
    ]
    phrases += [stems_of(name) for name in _other_names(connection, " ".join(words))]
    return [phrase for phrase in dict.fromkeys(phrases) if phrase and phrase != own]


def _other_names(connection: sqlite3.Connection, folded: str) -> list[str]:
    records = connection.execute(
        "SELECT DISTINCT record FROM names WHERE folded = ? LIMIT ?", (folded, _MOST_RECORDS + 1)
    ).fetchall()
    if len(records) > _MOST_RECORDS:  # a name that many share means none of them
        return []
    marks = ", ".join("?" * len(records))
    rows = connection.execute(
        f"SELECT folded FROM names WHERE record IN ({marks}) LIMIT ?",
        (*(number for (number,) in records), _MOST_ALTERNATIVES),
    )
    return [name for (name,) in rows]


def load(connection: sqlite3.Connection, file: Path, *, shipped: bool = False) -> int:
    """Take a lexicon file into the store, inside the caller's transaction.

    Args:
        connection: of an open store.
        file: the YAML file.
        shipped: it is ours, and replaces those of an earlier version of ours.

    Returns:
        How many meanings it holds.

    Raises:
        ImportRefused: it is no lexicon.
    """
    meanings = read(file)
    if shipped:
        connection.execute("DELETE FROM lexicon WHERE shipped")
    (highest,) = connection.execute("SELECT coalesce(max(meaning), 0) FROM lexicon").fetchone()
    connection.executemany(
        "INSERT OR IGNORE INTO lexicon (meaning, phrase, shipped) VALUES (?, ?, ?)",
        (
            (number, " ".join(stems_of(phrase)), int(shipped))
            for number, phrases in enumerate(meanings, start=highest + 1)
            for phrase in phrases
            if stems_of(phrase)
        ),
    )
    return len(meanings)


def read(file: Path) -> list[list[str]]:
    """The meanings of a lexicon file, each a list of words and phrases.

    Raises:
        ImportRefused: it is not YAML, or not lists of texts under headings.
    """
    import yaml  # searching needs only what is in the store

    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 — makes texts only
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise _refusal(file, line, Sentence("this is not YAML in UTF-8")) from error
    if not isinstance(content, dict) or not all(isinstance(g, list) for g in content.values()):
        raise _refusal(file, 1, Sentence("a lexicon is headings, each with a list of meanings"))
    meanings = [meaning for group in content.values() for meaning in group]
    for meaning in meanings:
        _check(file, meaning)
    return meanings


def _check(file: Path, meaning: object) -> None:
    if not isinstance(meaning, list) or not all(isinstance(word, str) for word in meaning):
        shown = repr(meaning)[:60]
        raise _refusal(
            file, 1, Sentence("{value} is not a list of words, like [هدنة, truce]", value=shown)
        )


def _refusal(file: Path, line: int, what: Sentence) -> ImportRefused:
    return ImportRefused(
        [Finding(str(file), line, what, Sentence("See seeds/lexicon.yaml for the form"))]
    )
