"""`show`: one record or source whole."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, Final

from store.files.page import (
    FACTS,
    Line,
    MovementLine,
    RecordPage,
    Text,
    page_citations,
    record_page,
    source_page,
    with_marks,
)
from store.model.records import Citation, Record, Row, Source
from store.model.vocabulary import Language
from store.store import Store
from tui.assistants.answers import answer, bilingual, cited, row_in_short
from tui.assistants.arguments import LANGUAGE, LONGEST_KEY
from tui.assistants.tool import Argument, Tool, Values

_RECORD_LINES: Final = ("standing", "confidence", "collection", "coordinates", FACTS, "identifiers")
_SOURCE_LINES: Final = (
    "type", "publisher", "relays", "date", "language", "address", "read", "sentences",
)  # fmt: skip
_MOST: Final = 300
"""Relations, movements and citing records that one answer gives."""


def _answer(store: Store, values: Values) -> dict[str, Any]:
    entry = store.entry(values["key"])
    if isinstance(entry, Source):
        return _source(store, entry, values["language"])
    return _record(store, entry, values["language"])


def _record(store: Store, record: Record, language: Language) -> dict[str, Any]:
    everything = store.related(record.key)
    every_move = store.movements(record.key)
    related, moved = everything[:_MOST], every_move[:_MOST]
    sources = {source.key: source for source in store.sources_of([record.key])}
    places = store.places_of([record.key])
    page = record_page(record, language, sources, related, places, moved)
    citations = page_citations(record, related, moved)
    shown = {
        "key": record.key,
        "kind": record.kind,
        "type": page.type,
        "name": bilingual(record.name),
        "other_names": {"en": list(record.aliases.en), "ar": list(record.aliases.ar)},
        "text": _texts(page.texts, {citation.label: citation for citation in citations}),
        "facts": [_line(line) for line in page.lines(_RECORD_LINES)],
        "movements": [
            {"about": table.title, **_movement(line)}
            for table in page.movements
            for line in table.lines
        ],
        "relations": _relations(page),
        "citations": cited(record.citations),
    }
    left_out = len(everything) - len(related) + len(every_move) - len(moved)
    more = {"left_out": left_out} if left_out else {}
    return answer(store, citations, record=shown, **more)


def _texts(texts: Iterable[Text], citations: dict[str, Citation]) -> dict[str, str]:
    """The summaries, each mark in them as a citation: `[article#2]`."""

    def mark(label: str) -> str:
        return f"[{citations[label].reference}]" if label in citations else f"[^{label}]"

    return {each.language: with_marks(each.text, mark) for each in texts}


def _line(line: Line) -> dict[str, Any]:
    about = {"note": line.note} if line.note else {}
    differs = {"another_value_differs": True} if line.differing else {}
    return {
        "property": line.label,
        "value": line.value,
        **about,
        **differs,
        "citations": cited(line.citations),
    }


def _movement(line: MovementLine) -> dict[str, Any]:
    told = {
        "who": line.who,
        "number": line.number,
        "from": line.origins,
        "to": line.destinations,
        "when": line.when,
        "state": line.state,
        "note": line.note,
        "stated_by": line.record.key if line.record else "",
    }
    given = {name: words for name, words in told.items() if words}
    return {**given, "citations": cited(line.citations)}


def _relations(page: RecordPage) -> list[dict[str, Any]]:
    return [
        {
            "this_record": group.verb,
            "record": row_in_short(line.related.other),
            **({"details": line.details} if line.details else {}),
            "disputed": line.related.disputed,
            "citations": cited(line.related.citations),
        }
        for group in page.relations
        for line in group.relations
    ]


def _source(store: Store, source: Source, language: Language) -> dict[str, Any]:
    found = store.citing(source.key)
    keys = list(dict.fromkeys(key for key, _ in found))
    rows: list[Row] = store.rows(islice(keys, _MOST))
    page = source_page(source, language, rows)
    shown = {
        "key": source.key,
        "kind": "source",
        "title": bilingual(source.title),
        "facts": [_line(line) for line in page.lines(_SOURCE_LINES)],
        "cited_by": [row_in_short(row) for row in rows],
    }
    more = {"left_out": len(keys) - len(rows)} if len(keys) > len(rows) else {}
    return answer(store, [Citation(source.key)], source=shown, **more)


SHOW: Final = Tool(
    "show",
    30,
    "Show a record or source",
    "Give all that is known of one record: names, text, facts with values that differ, movements of"
    " people, relations with other records, each with its citations; or of one source, with the"
    " records that cite it.",
    (
        Argument(
            "key",
            "Of a record, as look_up and search give it, or of a source.",
            most=LONGEST_KEY,
            required=True,
        ),
        LANGUAGE,
    ),
    _answer,
)
