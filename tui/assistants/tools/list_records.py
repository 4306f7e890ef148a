"""`list_records`: what there is, page by page."""

from __future__ import annotations

from typing import Any, Final

from store.store import Store
from tui.assistants.answers import answer, cited, record_citations, row_in_short
from tui.assistants.arguments import KIND, LANGUAGE, LIMIT, OFFSET
from tui.assistants.tool import Argument, Tool, Values


def _answer(store: Store, values: Values) -> dict[str, Any]:
    rows = store.records(values["kind"], order=values["order"], language=values["language"])
    start = values["offset"]
    page = list(rows[start : start + values["limit"]])
    citations = dict(record_citations(store, [row.key for row in page]))
    found = [{**row_in_short(row), "citations": cited(citations.get(row.key, []))} for row in page]
    cited_by_all = [each for several in citations.values() for each in several]
    return answer(store, cited_by_all, total=len(rows), offset=start, records=found)


LIST_RECORDS: Final = Tool(
    "list_records",
    40,
    "List records",
    "List all records, or those of one kind, in an order, page by page; says how many there are.",
    (
        KIND,
        Argument(
            "order", "Of the list.", choices=("name", "date", "links", "newest"), default="name"
        ),
        LIMIT,
        OFFSET,
        LANGUAGE,
    ),
    _answer,
)
