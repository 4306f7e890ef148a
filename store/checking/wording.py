"""Phrases that a text should not have, with better ones; they are data, in seeds/wording.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from store.model.vocabulary import Language
from store.paths import SEEDS_FOLDER
from store.tuples import NamedTuple

_FILE: Final = "wording.yaml"
_PREFIXES: Final = "[وف]?"
"""Conjunctions that are written to the word in Arabic."""


class Slip(NamedTuple):
    """A phrase as a text has it, and what to write."""

    phrase: str
    instead: str


class Wording(NamedTuple):
    """The phrases of one language."""

    expected: re.Pattern[str]
    """Words that say that something had not happened yet."""
    bounded: re.Pattern[str]
    """Words that say that a number is a least, a most or an estimate."""
    hedged: re.Pattern[str]
    """Words that say so of the number right after them."""
    slips: re.Pattern[str]
    instead: dict[str, str]

    def slips_in(self, text: str) -> Iterator[Slip]:
        """Each phrase of a text that has a better one."""
        for match in self.slips.finditer(text):
            yield Slip(match[0], self.instead[match["phrase"].casefold()])


@cache
def wording(language: Language) -> Wording:
    """The phrases of a language, read once."""
    phrases = yaml.safe_load(Path(SEEDS_FOLDER, _FILE).read_text("utf-8"))[language]
    instead = {phrase.casefold(): better for phrase, better in phrases["slips"].items()}
    return Wording(
        _pattern(phrases["expected"], language),
        _pattern(phrases["bounded"], language),
        _pattern(phrases["hedged"], language),
        _pattern(list(instead), language),
        instead,
    )


def _pattern(phrases: list[str], language: Language) -> re.Pattern[str]:
    before = rf"(?<!\w){_PREFIXES}" if language == "ar" else r"(?<!\w)"
    joined = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    return re.compile(rf"{before}(?P<phrase>{joined})(?!\w)", re.IGNORECASE)
