"""Relations in words, as they read from the side of one record."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from store.files.page.words import short_word, word
from store.model import dates
from store.model.records import Related
from store.model.vocabulary import PREDICATES, Language
from store.tuples import NamedTuple


class RelationLine(NamedTuple):
    """What a record has to do with another one."""

    related: Related
    name: str
    """Of the other record."""
    details: str
    """When and how far it holds, in words, its note included."""
    disputed: str
    """The word for it, where it is."""
    note: str
    when: tuple[str, ...]
    """Since when and until when, or as of when, it holds."""
    held: str
    """As of when it is known to hold, or that it has ended; empty for what neither is said of."""


class RelationGroup(NamedTuple):
    """The relations of one verb."""

    verb: str
    """As it reads from the side of the page's record."""
    relations: tuple[RelationLine, ...]


def relation_groups(related: Iterable[Related], language: Language) -> tuple[RelationGroup, ...]:
    """Put a record's relations into words, those of one verb together.

    Args:
        related: in the order of the vocabulary, as the store gives them.
        language: of the reader.
    """
    return tuple(
        RelationGroup(verb, tuple(_relation(each, language) for each in group))
        for verb, group in groupby(related, key=lambda each: verb_of(each, language))
    )


def verb_of(related: Related, language: Language) -> str:
    """What a record has to do with another one, as it reads from its side."""
    predicate = PREDICATES[related.predicate]
    if related.direction == "out":
        return predicate.ar if language == "ar" else predicate.en
    return predicate.inverse_ar if language == "ar" else predicate.inverse_en


def _relation(related: Related, language: Language) -> RelationLine:
    when = when_of(related, language)
    details = [*when, *([word("disputed", language)] if related.disputed else [])]
    note = related.note.prefer(language)
    text = word("comma", language).join(details)
    return RelationLine(
        related,
        related.other.name.prefer(language),
        word("colon", language).join(part for part in (text, note) if part),
        short_word("disputed", language) if related.disputed else "",
        note,
        when,
        _held(related, language),
    )


def when_of(related: Related, language: Language) -> tuple[str, ...]:
    """Since when and until when it holds, or as of when that is known."""
    held = _held(related, language)
    end = "" if held else _dated("until", related.until, language)
    return tuple(filter(None, (_dated("since", related.since, language), end, held)))


def _held(related: Related, language: Language) -> str:
    """Tell a reader of today that what lasted has ended, or of when it is known."""
    if related.as_of:
        return _dated("as of", related.as_of, language)
    lasted = PREDICATES[related.predicate].lasts and not related.until.endswith("/..")
    return _dated("ended", related.until, language) if lasted else ""


def _dated(name: str, date: str, language: Language) -> str:
    return f"{word(name, language)} {dates.for_reader(date, language)}" if date else ""
