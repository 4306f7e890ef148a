"""Generic terms: the part of a name that says what kind of place it is, and that people leave out.

After UNGEGN, Glossary of Terms for the Standardization of Geographical Names (2002).
"""

from __future__ import annotations

from functools import lru_cache

from store.lookup.sound_distance import distances, sound
from store.lookup.sounds import Skeleton, skeleton, units
from store.lookup.weights import WEIGHTS
from store.text.folding import fold, is_arabic
from store.typed import Final

_ENGLISH: Final = frozenset(
    "city town village governorate province district region area areas zone zones camp old"
    " upper lower east west north south eastern western northern southern".split()
)
_ROMANISED: Final = {
    "khirba": "خربة", "qarya": "قرية", "madina": "مدينة", "balda": "بلدة", "mazraa": "مزرعة",
    "qala": "قلعة", "muhafaza": "محافظة", "mintaqa": "منطقة", "nahiya": "ناحية", "qada": "قضاء",
    "mukhayyam": "مخيم", "hayy": "حي",
}  # fmt: skip
_ARABIC: Final = frozenset(map(fold, _ROMANISED.values()))
_BY_SKELETON: Final = {skeleton(latin): fold(term) for latin, term in _ROMANISED.items()}


def is_generic(word: str, keys: Skeleton) -> bool:
    """Whether a folded word says only what kind of place is named, in either script.

    قارة has the consonants of قرية and is a town: an Arabic word must be a term as written, a Latin
    one must sound like it, vowels too (Qaryat, Kheurbet, Mazraat).

    Args:
        word: a folded word.
        keys: its skeleton.
    """
    if word in _ENGLISH or word in _ARABIC:
        return True
    return not is_arabic(word) and bool(generic_term(word, keys))


def generic_term(word: str, keys: Skeleton) -> str:
    """The Arabic term that a folded Latin word sounds like; empty for none."""
    term = _BY_SKELETON.get(keys)
    if term is None and word.endswith("t"):  # ta marbuta is spoken before what follows
        term = _BY_SKELETON.get(skeleton(word[:-1]))
    return term if term is not None and _sounds_like(word, term) else ""


@lru_cache(maxsize=1_000)
def _sounds_like(word: str, term: str) -> bool:
    latin, arabic = sound(units(word)), sound(units(term))
    together = latin.weight + arabic.weight
    return distances(latin, arabic, together)[0] <= WEIGHTS.generic_far * together / 2
