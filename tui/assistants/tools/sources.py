"""`sources`: what the records rest on."""

from __future__ import annotations

from typing import Any, Final

from store.model.records import Citation
from store.store import Store
from tui.assistants.answers import answer
from tui.assistants.arguments import LIMIT, LONGEST_KEY, OFFSET
from tui.assistants.tool import Argument, Tool, Values


def _answer(store: Store, values: Values) -> dict[str, Any]:
    record = values["record"]
    found = store.sources_of([record]) if record else store.sources()
    start = values["offset"]
    page = found[start : start + values["limit"]]
    # Each is told of once, among the sources of the answer; these are their keys in order.
    keys = [source.key for source in page]
    return answer(store, map(Citation, keys), total=len(found), offset=start, keys=keys)


SOURCES: Final = Tool(
    "sources",
    50,
    "List sources",
    "List the sources that one record cites, or all in the store, page by page: title, publisher,"
    " date, type, language, address and how each was read.",
    (
        Argument("record", "Key of the record that cites them; all if left out.", most=LONGEST_KEY),
        LIMIT._replace(most=200, default=50),
        OFFSET,
    ),
    _answer,
)
