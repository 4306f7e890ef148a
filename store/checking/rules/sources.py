"""Sources that can be followed: dated, not before what they report, at an address that works."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import urlsplit

from store.checking.rules.complaint import Complaint
from store.errors import Sentence
from store.model import dates
from store.model.records import Citation, Record, Relation, Source

DATED: Final = "dated-source"
ADDRESS: Final = "address"

_LASTING: Final = frozenset({"lies-in", "borders", "surrounds", "connects"})
SourceOf = Callable[[str], Source | None]
"""Finds a source by its key."""

_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,61}", re.I)
_BROKEN_ESCAPE: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CUT_OFF: Final = re.compile(r"(?:…|\.\.\.)$")


def relations_are_dated(record: Record, source_of: SourceOf) -> Iterator[Complaint]:
    """Find relations that no source dates: none has a date, or all are older than the relation.

    How places lie to each other does not change, and a gazetteer without a date may say it.
    """
    for index, relation in enumerate(record.relations):
        if relation.predicate in _LASTING:
            continue
        cited = [(source_of(citation.source), citation) for citation in relation.citations]
        dated = [source.date for source, _ in cited if source and source.date]
        if any(source for source, _ in cited) and not (dated or any(map(_is_row, cited))):
            yield Complaint(
                ("relations", index),
                Sentence("none of the sources cited for it has a date"),
                Sentence("Date one of them, or cite another"),
                rule=DATED,
            )
        elif dated and _is_older(dated, relation):
            yield Complaint(
                ("relations", index),
                Sentence(
                    "it begins {since}, after every source cited for it", since=relation.since
                ),
                Sentence("Correct since, or cite a later source"),
                rule=DATED,
            )


def _is_row(cited: tuple[Source | None, Citation]) -> bool:
    """Whether a row of a data set is cited, which has a date of its own."""
    source, citation = cited
    return source is not None and source.type == "dataset" and bool(citation.locator)


def _is_older(dated: list[str], relation: Relation) -> bool:
    return bool(relation.since) and all(dates.is_before(date, relation.since) for date in dated)


def address_is_well_formed(source: Source) -> Iterator[Complaint]:
    """Find an address that no browser could follow."""
    fault = _fault(source.url) if source.url else None
    if fault:
        yield Complaint(("url",), fault, Sentence("Copy the whole address again"), rule=ADDRESS)


def _fault(url: str) -> Sentence | None:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        parts.port  # noqa: B018 — reading it checks it
    except ValueError as error:
        return Sentence("the address cannot be read: {error}", error=error)
    if not _HOST.fullmatch(host):
        return Sentence("the address names no host: {host}", host=repr(host))
    if _CUT_OFF.search(url):
        return Sentence("the address is cut off")
    if _BROKEN_ESCAPE.search(url):
        return Sentence("a % in the address is not followed by two hexadecimal digits")
    return None
