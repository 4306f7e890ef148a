"""Arabic verbs, their participles and verbal nouns: what one root makes of one form of the verb.

The derived forms of the verb as grammars have them (Wright, A Grammar of the Arabic Language, I, 35
to 239; Ryding, A Reference Grammar of Modern Standard Arabic, 20 to 33), for folded stems: without
hamza, the ending ta marbuta and doubling. So فاوض, يفاوض, مفاوض and مفاوضة find each other, and
انسحب, منسحب and انسحاب. Which of the words that come of it exist, an index knows.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from store.text.root_patterns import filled, root
from store.typed import Final

# Of each form of the verb: its perfect, imperfect, participles and verbal noun; 1 to 3 are the
# letters of the root. What looks like most other words is left out, such as nouns of three letters.
_FORMS: Final = (
    "123 ي123 ت123 سي123 م12و3",  # I, sound
    "1ا3 ي1و3 سي1و3",  # I, hollow
    "123 ي123 ت12ي3 سي123",  # II
    "1ا23 ي1ا23 سي1ا23 م1ا23 12ا3",  # III
    "ا123 ي123 سي123 ا12ا3",  # IV
    "ا1ا3 ي1ي3 سي1ي3",  # IV, hollow
    "ا12 ا12ا ي12 سي12",  # IV, with a last letter that is weak
    "ت123 يت123 سيت123 مت123",  # V
    "ت1ا23 يت1ا23 سيت1ا23 مت1ا23",  # VI
    "ان123 ين123 سين123 من123 ان12ا3",  # VII
    "ا1ت23 ي1ت23 سي1ت23 م1ت23 ا1ت2ا3",  # VIII
    "است123 يست123 سيست123 مست123 است12ا3",  # X
    "است1ا3 يست1ي3 سيست1ي3",  # X, hollow
)
# Words in the sound plural are participles, which otherwise look like other nouns.
_OF_SOUND_PLURALS: Final = (
    "1ا23 123 ي123",  # I
    "م123 123 ي123 ت12ي3",  # II
    "م123 ا123 ا12ا3 ي123",  # IV
)
_SOUND_PLURAL: Final = ("ون", "ين")
_FEMININE: Final = "ت"

_Patterns = dict[int, list[tuple[str, tuple[str, ...]]]]


_NEVER_ASKED_OF: Final = {"12ا3"}
"""What looks like it is as often another noun: سباق would find سابق."""


def _by_length(forms: tuple[str, ...], *, from_first_alone: bool = False) -> _Patterns:
    by_length: _Patterns = defaultdict(list)
    for form in forms:
        patterns = tuple(form.split())
        for pattern in patterns[:1] if from_first_alone else patterns:
            if pattern not in _NEVER_ASKED_OF:
                by_length[len(pattern)].append((pattern, patterns))
    return dict(by_length)


_PATTERNS: Final = _by_length(_FORMS)
_PARTICIPLES: Final = _by_length(_OF_SOUND_PLURALS, from_first_alone=True)


@lru_cache(maxsize=4_096)
def other_verb_forms(stem: str, word: str = "") -> tuple[str, ...]:
    """Words that the root of a verb, participle or verbal noun makes of the same form of the verb.

    Args:
        stem: of a folded Arabic word, without article and endings.
        word: with its endings, which tell whether it is a participle in the plural.

    Returns:
        Folded stems, each once; most are of no word that anybody says.
    """
    found: dict[str, None] = {}
    if word.endswith(_SOUND_PLURAL):
        _add(found, stem, _PARTICIPLES)
    _add(found, stem, _PATTERNS)
    if stem.startswith(_FEMININE):  # تغادر beside يغادر
        _add(found, "ي" + stem[1:], _PATTERNS)
    found.pop(stem, None)
    return tuple(found)


def _add(found: dict[str, None], stem: str, patterns: _Patterns) -> None:
    for pattern, others in patterns.get(len(stem), ()):
        letters = root(stem, pattern)
        if letters is not None:
            found.update(dict.fromkeys(filled(other, letters) for other in others))
