"""A name is spelled one way throughout each language: as its record spells it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from store.checking.collection import Collection
from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.expressions import expression
from store.lookup.keys import telling_words
from store.lookup.sounds import skeleton
from store.model.records import Record
from store.model.vocabulary import ZONE_TYPES, Language
from store.text.folding import fold, is_arabic, words

_WORD: Final = expression(r"[^\W\d_][\w'’ʿʾ-]*")
_PROCLITICS: Final = ("و", "ف", "ب", "ك", "ل")
_SHORTEST: Final = 4
_PROPER: Final = frozenset({
    *ZONE_TYPES, "state", "armed-group", "person", "international-organisation",
    "non-governmental-organisation",
})  # fmt: skip

_Phrase = tuple[str, ...]
"""The words of a name as written."""


class _Words:
    """Phrases by their words, one after another, so that a text is read along them."""

    __slots__ = ("after", "name")

    def __init__(self) -> None:
        self.name = ""
        """The name that the phrase ending here is another spelling of; empty for none."""
        self.after: dict[str, _Words] = {}
        """What follows, by the next word."""


_Spellings = Mapping[Language, _Words]
"""For each language, other spellings of names, each with the name itself."""


class OneSpelling(Rule):
    """A reader who searches for a name finds every text that has it."""

    name = "one-spelling"
    place = 120
    asks = (
        "a proper name is spelled in summaries as its own record spells it, not as one of its"
        " aliases does"
    )

    def __init__(self, collection: Collection) -> None:
        self._spellings = _other_spellings(collection.records)

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find names in a record's summary that their own record spells otherwise."""
        languages: tuple[tuple[Language, str], ...] = (
            ("en", record.summary.en),
            ("ar", record.summary.ar),
        )
        for language, text in languages:
            for spelled, name in dict(_spelled_otherwise(text, self._spellings[language])).items():
                yield Problem(
                    ("summary", language),
                    Sentence("{spelled} is spelled {name} elsewhere", spelled=spelled, name=name),
                    Sentence("Spell it as its own record does"),
                    spelled,
                )


def _other_spellings(records: Iterable[Record]) -> _Spellings:
    """Gather the aliases that are their record's own name in other letters.

    Only proper names count: those of places, people, groups and states. An alias is another
    spelling when it sounds the same word by word and is not written the same; what any record has
    as its name is no other spelling.
    """
    found: dict[Language, dict[_Phrase, str]] = {"en": {}, "ar": {}}
    names: dict[Language, set[_Phrase]] = {"en": set(), "ar": set()}
    for record in records:
        languages: tuple[tuple[Language, str, tuple[str, ...]], ...] = (
            ("en", record.name.en, record.aliases.en),
            ("ar", record.name.ar, record.aliases.ar),
        )
        for language, name, aliases in languages:
            names[language].add(_phrase(name))
            for alias in aliases if record.type in _PROPER else ():
                if _is_other_spelling(name, alias) and not _is_adjective(record, name, alias):
                    found[language][_phrase(alias)] = name
    return {
        language: _by_words(
            (phrase, name) for phrase, name in phrases.items() if phrase not in names[language]
        )
        for language, phrases in found.items()
    }


def _by_words(phrases: Iterable[tuple[_Phrase, str]]) -> _Words:
    first = _Words()
    for phrase, name in phrases:
        ending = first
        for word in phrase:
            ending = ending.after.setdefault(word, _Words())
        ending.name = name
    return first


def _is_other_spelling(name: str, alias: str) -> bool:
    if len(alias) < _SHORTEST or _phrase(alias) == _phrase(name):
        return False
    sounds = _sounds(name)
    return bool(sounds) and sounds == _sounds(alias) and _bare(name) != _bare(alias)


def _is_adjective(record: Record, name: str, alias: str) -> bool:
    """Whether an Arabic alias may be the adjective of a state's name: سورية beside سوريا."""
    is_state = record.type in ("state", "country")
    return is_state and is_arabic(alias) and fold(name) != fold(alias)


def _sounds(text: str) -> list[str]:
    """How each word sounds, articles aside."""
    return [skeleton(word).fine for word in telling_words(words(fold(text)))]


def _bare(text: str) -> _Phrase:
    """The words without articles: the article alone makes no other spelling."""
    return tuple(telling_words([word.casefold() for word in _phrase(text.replace("-", " "))]))


def _spelled_otherwise(text: str, known: _Words) -> Iterator[tuple[str, str]]:
    """Find every other spelling in a text, be a conjunction written to it, with the name."""
    written = _phrase(text)
    for start, first in enumerate(written):
        beginnings = [known.after.get(first)]
        if first.startswith(_PROCLITICS):
            beginnings.append(known.after.get(first[1:]))
        for beginning in filter(None, beginnings):
            yield from _along(beginning, written, start)


def _along(beginning: _Words, written: _Phrase, start: int) -> Iterator[tuple[str, str]]:
    """The spellings that begin with a word of a text, whose first word is known already."""
    following: _Words | None = beginning
    end = start + 1
    while following:
        if following.name:
            yield " ".join(written[start:end]), following.name
        following = following.after.get(written[end]) if end < len(written) else None
        end += 1


def _phrase(text: str) -> _Phrase:
    # Harakat and tatweel are no letters, and would cut a word in two.
    plain = "".join(c for c in unicodedata.normalize("NFC", text) if not _is_mark(c))
    return tuple(_WORD.findall(plain))


def _is_mark(character: str) -> bool:
    return character == "ـ" or unicodedata.category(character) == "Mn"
