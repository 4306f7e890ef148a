"""How likely Latin letters are as the spelling of an Arabic word.

A noisy channel, as Knight and Graehl, "Machine Transliteration", Computational Linguistics 24
(1998), have it, without their contexts: each Arabic letter is written as none to four Latin ones,
with the shares of latin_spellings.py, and a spelling is as likely as all the ways of cutting it are
together. `sound_distance` says which words a spelling may stand for; this says which of them it is
likelier to stand for, as people do spell.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from store.lookup.keys import folded_keys
from store.lookup.transliteration.latin_spellings import LATIN_SPELLINGS
from store.text.folding import folded_words
from store.typed import Final

LONGEST_SPELLING: Final = 4
"""Latin letters for one Arabic letter."""
MOST_LETTERS: Final = 24
"""Of a name, from its beginning: more tell nothing more, and take longer."""
UNKNOWN: Final = tuple(0.001 * 0.08**length for length in range(LONGEST_SPELLING + 1))
"""The share of a spelling that no data have, by its length."""
_UNLIKELIEST: Final = -5.0
# The signs of ain and hamza, of which folding leaves nothing, as the letters that linguists use.
SIGNS: Final = str.maketrans({
    "`": "ʕ", "‘": "ʕ", "ʻ": "ʕ", "ʽ": "ʕ", "ʿ": "ʕ",
    "'": "ʔ", "’": "ʔ", "ʼ": "ʔ", "ʾ": "ʔ", "′": "ʔ",
})  # fmt: skip

Shares = Mapping[str, Mapping[str, float]]
"""Of each Arabic letter how it is spelt, as shares of its spellings."""


def _parse(table: Mapping[str, str]) -> dict[str, dict[str, float]]:
    shares: dict[str, dict[str, float]] = {}
    for letter, spellings in table.items():
        parts = (each.partition(":") for each in spellings.split())
        shares[letter] = {spelling: int(share) / 10_000 for spelling, _, share in parts}
    return shares


_SHARES: Final = _parse(LATIN_SPELLINGS)


def letters(name: str) -> str:
    """The letters of a name that are compared: folded, without articles, with signs of ain."""
    words = folded_keys(folded_words(name.translate(SIGNS))).words
    return "".join(words)[:MOST_LETTERS]


def likelihood(latin: str, arabic: str, shares: Shares = _SHARES) -> float:
    """How likely Latin letters are, where an Arabic name is meant.

    Args:
        latin: letters of a name in Latin script, as `letters` has them; at least one.
        arabic: of one in Arabic script.
        shares: how Arabic letters are spelt.

    Returns:
        The logarithm of the likelihood of one letter, at the mean: from -5, for letters that stand
        for nothing of the name, to 0.
    """
    ways = [1.0] + [0.0] * len(latin)
    for letter in arabic:
        ways = spelt(ways, latin, shares.get(letter, {}))
    whole = ways[-1]
    return max(_UNLIKELIEST, math.log(whole) / len(latin)) if whole else _UNLIKELIEST


def spelt(ways: list[float], latin: str, spellings: Mapping[str, float]) -> list[float]:
    """How likely each beginning of some Latin letters is, once one more Arabic letter is spelt.

    Args:
        ways: how likely each beginning was, the empty one first.
        latin: the letters.
        spellings: of the Arabic letter, with their shares.
    """
    known = spellings.get
    longest = len(latin)
    after = [0.0] * (longest + 1)
    for start, before in enumerate(ways):
        if before:
            for length in range(min(LONGEST_SPELLING, longest - start) + 1):
                end = start + length
                after[end] += before * known(latin[start:end], UNKNOWN[length])
    return after
