"""What a source is cited for, in words: by kind, record by record, each claim with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from store.files.page.citations import place_in
from store.files.page.claims import Claims, MarkedPassage, StatedFact, StatedRelation
from store.files.page.claims import marked_passages as passages_of
from store.files.page.lines import texts
from store.files.page.places import NO_PLACES, Places
from store.files.page.words import word
from store.model.records import CitedFor, Record, Row, Source
from store.model.vocabulary import KIND_PLURALS, Language
from store.tuples import NamedTuple


class Use(NamedTuple):
    """A claim for which a source is cited."""

    said: str
    """The claim without the record that makes it: `People evacuated: 300 · from Foua`."""
    place: str
    """Where in the source: `sentence 2`, or the locators as they are; may be empty."""
    figures: bool = False
    """As in `Claim`."""


class CitingRecord(NamedTuple):
    """A record that cites a source."""

    record: Row
    uses: tuple[Use, ...]


class CitingGroup(NamedTuple):
    """The records of one kind that cite a source."""

    kind: str
    """In the plural."""
    records: tuple[CitingRecord, ...]


def citing_groups(
    cited: Iterable[CitedFor],
    source: Source,
    language: Language,
    places: Places = NO_PLACES,
) -> tuple[CitingGroup, ...]:
    """Put what a source is cited for into words.

    Args:
        cited: as `Store.cited_for` gives it: kind by kind, record by record.
        source: the source.
        language: of the reader.
        places: what lists show of the zones that the records' facts name.
    """
    return tuple(
        CitingGroup(
            KIND_PLURALS[kind].in_(language),
            tuple(
                CitingRecord(record, tuple(_uses(list(of_record), source, language, places)))
                for record, of_record in groupby(of_kind, lambda each: each.record)
            ),
        )
        for kind, of_kind in groupby(cited, lambda each: each.record.kind)
    )


def _uses(
    cited: list[CitedFor], source: Source, language: Language, places: Places
) -> Iterator[Use]:
    """Each claim once, with all places in the source that it rests on."""
    locators: dict[tuple[str, bool], list[str]] = {}
    for each in cited:
        for claim in _said(each, language, places):
            locators.setdefault(claim, []).append(each.citation.locator)
    for (said, figures), found in locators.items():
        yield Use(said, place_in(source, found, language), figures)


def _said(each: CitedFor, language: Language, places: Places) -> Iterator[tuple[str, bool]]:
    row = each.record
    record = Record(row.key, row.kind, row.name, summary=each.summary, citations=(each.citation,))
    claims = Claims(record, language, places=places)
    if each.fact:
        claim = claims.told(StatedFact(each.fact))
        yield claim.said, claim.figures
    elif each.relation:
        yield claims.told(StatedRelation(each.relation)).said, False
    elif passages := list(_passages(each, claims, language)):
        for passage in passages:
            yield claims.told(passage).value, False
    else:
        yield word("the record", language), False


def _passages(each: CitedFor, claims: Claims, language: Language) -> Iterator[MarkedPassage]:
    """Where the citation stands in a text, that of the reader's language if it is in both."""
    for text in texts(each.summary, language)[:1]:
        for passage in passages_of(text.text):
            if each.citation in claims.told(passage).citations:
                yield passage
