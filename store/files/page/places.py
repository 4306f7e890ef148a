"""Places that facts name, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from store.files.page.words import word
from store.model.properties import about_in_words
from store.model.records import Fact, Row
from store.model.vocabulary import Language
from store.typed import Final

Places = Mapping[str, Row]
"""What lists show of zones, by key."""
NO_PLACES: Final[Places] = MappingProxyType({})


def names_of(keys: Iterable[str], language: Language, places: Places) -> str:
    """Name zones; one that is not known is named by its key."""
    names = (places[key].name.prefer(language) if key in places else key for key in keys)
    return word("comma", language).join(names)


def about(fact: Fact, language: Language, places: Places) -> tuple[str, ...]:
    """Say what a value is about: whom, from where, to where, when and in what state."""
    ways = tuple(
        f"{word(role, language)} {names_of(keys, language, places)}"
        for role, keys in (("from", fact.about.origins), ("to", fact.about.destinations))
        if keys
    )
    words = about_in_words(fact, language)
    first = 1 if fact.about.of else 0
    return (*words[:first], *ways, *words[first:])
