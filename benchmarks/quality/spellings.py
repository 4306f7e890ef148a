"""Learn how Arabic letters are spelt in Latin ones, from names in both scripts.

    python -m benchmarks.quality.spellings [--folder FOLDER] [--write]

The names are the tuned half of the public pairs (see `benchmarks.quality.pairs`, which says from
where to lay them) and GeoNames' places of Syria, Lebanon, Jordan and Palestine, each place under
its likest Arabic name. The latter count twice, as
they are fewer. Names of as many words in both scripts are cut into pairs of words. How often
a letter is spelt one way or another is then found by expectation maximisation (Dempster, Laird and
Rubin, J. Royal Statistical Society B 39, 1977) over all ways of cutting the Latin word: Ristad and
Yianilos, "Learning String-Edit Distance", IEEE PAMI 20 (1998), with strings for single letters.
`--write` puts the shares into `store/lookup/transliteration/latin_spellings.py`. It takes a minute.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap
from typing import Final

from benchmarks.quality import lookup_geonames, pairs
from store.lookup.keys import folded_keys
from store.lookup.likeness import likeness
from store.lookup.sound_distance import distances, sound
from store.lookup.sounds import units
from store.lookup.transliteration import latin_spellings
from store.lookup.transliteration.likelihood import LONGEST_SPELLING, SIGNS, UNKNOWN, Shares, spelt
from store.lookup.weights import WEIGHTS
from store.text.folding import folded_words, is_arabic

WordPair = tuple[str, str]
"""A word in Latin letters and the same in Arabic ones, both folded."""
Counts = dict[str, dict[str, float]]
"""Of each Arabic letter how often it is spelt which way."""
_MODULE: Final = Path(latin_spellings.__file__)
_ROUNDS: Final = 10
_MOST: Final = 25_000
"""Pairs of words out of the public pairs: more are mostly names from elsewhere."""
_USUAL: Final = 0.31
_PLAIN: Final = str.maketrans("", "", "ʕʔ")
_LEAST_COUNT: Final = 2.0
_LEAST_SHARE: Final = 0.0001
_LENGTHS: Final = range(2, 15)
_LETTERS: Final = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_HEAD: Final = '''"""How Arabic letters are spelt in Latin ones: "spelling:share …", in 1/10,000.

Learned by `python -m benchmarks.quality.spellings --write`; not written by hand. An ain is ʕ and a
hamza ʔ where Latin writes them. What was seen once is left out.
"""

from __future__ import annotations

from store.typed import Final

LATIN_SPELLINGS: Final = {'''


def _words(name: str) -> tuple[str, ...]:
    return folded_keys(folded_words(name.translate(SIGNS))).words


def word_pairs(latin: str, arabic: str) -> list[WordPair]:
    """The words of a name in both scripts, where it has as many in either."""
    words, others = _words(latin), _words(arabic)
    if len(words) != len(others):
        return []
    return [
        (word, other)
        for word, other in zip(words, others, strict=True)
        if is_arabic(other)
        and not is_arabic(word)
        and len(word) in _LENGTHS
        and len(other) in _LENGTHS
    ]


def _of_public_pairs(folder: Path) -> list[WordPair]:
    named: list[pairs.Pair] = []
    for file, read in pairs.SETS.values():
        text = (folder / file).read_text(encoding="utf-8")
        named += pairs.of_half(read(text), "tuned")
    random.Random(1).shuffle(named)
    found = [pair for each in named for pair in word_pairs(each.latin, each.arabic)]
    return found[:_MOST]


def _of_geonames() -> Iterator[WordPair]:
    for place in lookup_geonames.places(lookup_geonames.TUNED):
        for latin in place.latin:
            ways = [word_pairs(latin, arabic) for arabic in place.arabic]
            likest = max((way for way in ways if way), key=_alike, default=[])
            if likest and _alike(likest) > WEIGHTS.least_likeness:
                yield from likest


def _alike(words: Sequence[WordPair]) -> float:
    plain = [(word.translate(_PLAIN) or word, other) for word, other in words]
    return sum(likeness(word, other) for word, other in plain) / len(words)


def begun(words: Iterable[WordPair]) -> Shares:
    """Shares to begin with: likely is what begins with a usual sound of the letter."""
    written = {
        latin[start : start + length]
        for latin, _ in words
        for start in range(len(latin))
        for length in range(1, LONGEST_SPELLING + 1)
    }
    units_written = {some: units(some) for some in written if some.isascii()}
    single = [sound(cut) for cut in units_written.values() if len(cut) == 1]
    shares = {}
    for letter in _LETTERS:
        arabic = sound(units(letter))
        usual = {one.units[0].lower() for one in single if distances(one, arabic, 1.0)[0] < _USUAL}
        shares[letter] = {"": 0.3 if letter in "اعوي" else 0.02}
        for some, cut in units_written.items():
            if cut[0].lower() in usual:
                shares[letter][some] = 0.2 ** len(cut)
    return shares


def counted(words: Iterable[WordPair], shares: Shares) -> Counts:
    """How often each letter is expected to be spelt each way, by the shares that are known."""
    counts: Counts = defaultdict(lambda: defaultdict(float))
    for latin, arabic in words:
        ways = [[1.0] + [0.0] * len(latin)]
        for letter in arabic:
            ways.append(spelt(ways[-1], latin, shares.get(letter, {})))
        if ways[-1][-1]:
            _count(counts, latin, arabic, ways, shares)
    return counts


def _count(
    counts: Counts, latin: str, arabic: str, ways: Sequence[Sequence[float]], shares: Shares
) -> None:
    """Go through one word from its end, and count each spelling by how likely it is there."""
    whole, longest = ways[-1][-1], len(latin)
    behind = [0.0] * longest + [1.0]
    for letter, before in zip(reversed(arabic), reversed(ways[:-1]), strict=True):
        known, ahead = shares.get(letter, {}), [0.0] * (longest + 1)
        for start in range(longest + 1):
            for end in range(start, min(start + LONGEST_SPELLING, longest) + 1):
                spelling = latin[start:end]
                likely = known.get(spelling, UNKNOWN[end - start]) * behind[end]
                ahead[start] += likely
                counts[letter][spelling] += before[start] * likely / whole
        behind = ahead


def learned(words: Sequence[WordPair], rounds: int = _ROUNDS) -> Shares:
    """The shares under which the words are likeliest, as far as some rounds find them."""
    shares = begun(words)
    for _ in range(rounds):
        counts = counted(words, shares)
        shares = {letter: _shares(spellings) for letter, spellings in counts.items()}
    return shares


def _shares(counts: Mapping[str, float]) -> dict[str, float]:
    whole = sum(counts.values())
    return {
        spelling: count / whole
        for spelling, count in counts.items()
        if count >= _LEAST_COUNT and count / whole >= _LEAST_SHARE
    }


def module(shares: Shares) -> str:
    """The source of the module that has the shares, in ten-thousandths, the commonest first."""
    lines = [_HEAD]
    for letter in sorted(shares):
        by_share = sorted(shares[letter].items(), key=lambda item: (-item[1], item[0]))
        told = " ".join(f"{spelling}:{share * 10_000:.0f}" for spelling, share in by_share)
        pieces = wrap(told, 88, break_long_words=False, break_on_hyphens=False)
        if len(told) < 87:
            lines.append(f'    "{letter}": "{told}",')
        else:
            lines += [f'    "{letter}": (', *(f'        "{piece} "' for piece in pieces), "    ),"]
    return "\n".join([*lines, "}", ""])


def main() -> None:
    """Print the module, or write it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--folder", type=Path, default=pairs.FOLDER, help="where both files lie")
    parser.add_argument("--write", action="store_true", help="put the shares into the module")
    asked = parser.parse_args()
    words = [*_of_public_pairs(asked.folder), *_of_geonames(), *_of_geonames()]
    print(f"{len(words)} pairs of words", file=sys.stderr)
    source = module(learned(words))
    if asked.write:
        _MODULE.write_text(source, encoding="utf-8")
    else:
        print(source, end="")


if __name__ == "__main__":
    main()
