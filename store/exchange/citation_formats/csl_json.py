"""CSL JSON (citationstyles.org, CSL 1.0.2): what Zotero, Pandoc and citeproc read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from store.exchange.citation_format import CitationFormat, one_line, remarks_of, title_of
from store.model import dates
from store.model.records import Source
from store.model.vocabulary import Label
from store.text.printable import escape_unsafe

_TYPES: Final = {
    "opinion": "article-newspaper",
    "news": "article-newspaper",
    "agency": "article-newspaper",
    "un": "report",
    "ngo": "report",
    "scholarly": "article-journal",
    "dataset": "dataset",
}
_OTHERS: Final = "webpage"
_IN_CONTAINERS: Final = frozenset({"article-newspaper", "article-journal"})
"""Types of which the publisher is the paper or journal that they stand in."""


def _write(sources: Iterable[Source]) -> str:
    items = [_item(source) for source in sources]
    text = json.dumps(items, ensure_ascii=False, indent=2)
    return f"{escape_unsafe(text, lambda character: json.dumps(character)[1:-1])}\n"


def _item(source: Source) -> dict[str, Any]:
    kind = _TYPES.get(source.type, _OTHERS)
    published_in = "container-title" if kind in _IN_CONTAINERS else "publisher"
    fields: dict[str, Any] = {
        "id": source.key,
        "type": kind,
        "title": title_of(source),
        published_in: one_line(source.publisher),
        "issued": _issued(source.date),
        "language": source.language,
        "URL": source.url,
        "note": remarks_of(source),
    }
    return {name: value for name, value in fields.items() if value}


def _issued(date: str) -> dict[str, Any]:
    """A date in CSL's numbers: what is not known is left out, what is doubtful is `circa`."""
    if not date:
        return {}
    found = dates.parts(date)
    issued: dict[str, Any] = {"date-parts": [_numbers(part) for part in found]}
    if len(found) == 1 and found[0].season:
        issued["season"] = found[0].season
    if any(part.is_uncertain for part in found):
        issued["circa"] = True
    return issued


def _numbers(part: dates.DatePart) -> list[int]:
    if not part.month:
        return [part.year]
    return [part.year, part.month, part.day] if part.day else [part.year, part.month]


CSL_JSON: Final = CitationFormat("csl-json", 20, Label("CSL JSON", "CSL JSON"), _write)
