"""RIS: what EndNote, Zotero, Mendeley and most catalogues read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from store.exchange.citation_format import (
    CitationFormat,
    key_of,
    one_line,
    other_title_of,
    remarks_of,
    title_of,
)
from store.model import dates
from store.model.records import Source
from store.model.vocabulary import Label

_TYPES: Final = {
    "opinion": "NEWS",
    "news": "NEWS",
    "agency": "NEWS",
    "un": "RPRT",
    "ngo": "RPRT",
    "scholarly": "JOUR",
    "dataset": "DATA",
}
_OTHERS: Final = "ELEC"
_IN_CONTAINERS: Final = frozenset({"NEWS", "JOUR"})
"""Types of which the publisher is the paper or journal that they stand in."""


def _write(sources: Iterable[Source]) -> str:
    return "\n".join(
        "".join(f"{tag}  - {value}\n" for tag, value in _fields(source)) for source in sources
    )


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    kind = _TYPES.get(source.type, _OTHERS)
    fields = (
        ("TY", kind),
        ("ID", key_of(source)),
        ("TI", title_of(source)),
        ("TT", other_title_of(source)),
        ("T2" if kind in _IN_CONTAINERS else "PB", one_line(source.publisher)),
        *_dates(source.date),
        ("LA", one_line(source.language)),
        ("UR", one_line(source.url)),
        ("N1", remarks_of(source)),
    )
    yield from ((tag, value) for tag, value in fields if value)
    yield "ER", ""


def _dates(date: str) -> Iterator[tuple[str, str]]:
    """The year, and the date as RIS has it (`2017/05/04/`): where it begins, if it lasts."""
    if not date:
        return
    (first, *others) = dates.parts(date)
    yield "PY", str(first.year)
    month = f"{first.month:02}" if first.month else ""
    day = f"{first.day:02}" if first.day else ""
    # What stands behind the last stroke is free: the date as it is, where the numbers lose of it.
    rest = date if others or first.is_uncertain or first.season else ""
    yield "DA", f"{first.year}/{month}/{day}/{rest.replace('/', '..')}"


RIS: Final = CitationFormat("ris", 30, Label("RIS", "RIS"), _write)
