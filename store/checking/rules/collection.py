"""All rules together: what they need of a whole collection, and what each record breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from store.checking.rules.complaint import Complaint
from store.checking.rules.figures import figures_are_cited
from store.checking.rules.geography import Place, lies_in_its_governorate, places_of
from store.checking.rules.languages import languages_are_comparable
from store.checking.rules.neutrality import loaded_names, words_are_neutral
from store.checking.rules.sources import SourceOf, relations_are_dated
from store.checking.rules.spelling import Spellings, names_are_spelled_one_way, other_spellings
from store.checking.rules.stages import stages_in_order
from store.model.records import Bilingual, Record


class Known(NamedTuple):
    """What rules need to know of the collection around a record."""

    source: SourceOf
    places: Mapping[str, Place]
    spellings: Spellings
    loaded_names: frozenset[str]


def known_of(records: Iterable[Record], source: SourceOf) -> Known:
    """Gather what rules need.

    Args:
        records: all of the collection; they are read once.
        source: finds one by its key.
    """
    named = list(map(_without_text, records))
    return Known(source, places_of(named), other_spellings(named), loaded_names(named))


def _without_text(record: Record) -> Record:
    """A record's names and ties alone, as a large store is never held whole."""
    return replace(record, summary=Bilingual(), facts=(), citations=())


def broken_rules(record: Record, known: Known) -> Iterator[Complaint]:
    """Find every rule that a record breaks."""
    yield from stages_in_order(record)
    yield from lies_in_its_governorate(record, known.places)
    yield from relations_are_dated(record, known.source)
    yield from figures_are_cited(record)
    yield from languages_are_comparable(record)
    yield from words_are_neutral(record, known.loaded_names)
    yield from names_are_spelled_one_way(record, known.spellings)
