"""`look_up`: a name as people remember it."""

from __future__ import annotations

from typing import Any, Final

from store.store import Store
from tui.assistants.answers import answer, cited, record_citations, row_in_short
from tui.assistants.arguments import KIND, LIMIT
from tui.assistants.tool import Argument, Tool, Values


def _answer(store: Store, values: Values) -> dict[str, Any]:
    kinds = [values["kind"]] if values["kind"] else None
    hits = store.lookup(values["name"], kinds=kinds, limit=values["limit"])
    citations = dict(record_citations(store, [hit.key for hit in hits]))
    found = [
        {
            **row_in_short(hit.row),
            "matched": hit.matched,
            "how": hit.how,
            "score": hit.score,
            "sure": hit.sure,
            "citations": cited(citations.get(hit.key, [])),
        }
        for hit in hits
    ]
    return answer(
        store, [each for several in citations.values() for each in several], records=found
    )


LOOK_UP: Final = Tool(
    "look_up",
    10,
    "Look up a name",
    "Find places, agreements, parties and consequences by name, in Arabic or Latin letters, however"
    " it is spelled. Gives keys for `show`, the likeliest first, with how each matched (score 0 to"
    " 100), and whether it is surely meant: what is not may be another thing altogether.",
    (
        Argument("name", "A name or the beginning of one.", most=200, required=True),
        KIND,
        LIMIT,
    ),
    _answer,
)
