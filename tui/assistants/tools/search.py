"""`search`: words of the text, and filters."""

from __future__ import annotations

from typing import Any, Final

from store.errors import MasaratError, Sentence
from store.model.questions import LONGEST_QUERY
from store.model.records import Citation, Order
from store.store import Store
from tui.assistants.answers import answer, cited, record_citations, row_in_short
from tui.assistants.arguments import KIND, LANGUAGE, LIMIT
from tui.assistants.tool import Argument, Tool, Values

_ORDERS: Final = ("best", "date", "name", "links", "newest")


def _answer(store: Store, values: Values) -> dict[str, Any]:
    query = values["query"]
    _refuse(store, query)
    remark = store.remark_on(query)
    order = None if values["order"] == "best" else values["order"]
    said = {"remark": str(remark.told)} if remark else {}
    if store.asks_for_sources(query):
        return _sources(store, values, order, said)
    hits = store.search(
        query,
        kinds=[values["kind"]] if values["kind"] else None,
        limit=values["limit"],
        language=values["language"],
        order=order,
    )
    citations = dict(record_citations(store, [hit.key for hit in hits]))
    found = [
        {
            **row_in_short(hit.row),
            "snippet": hit.snippet.text,
            "citations": cited(citations.get(hit.key, [])),
        }
        for hit in hits
    ]
    if hits.slips.searched:
        said["searched_instead"] = hits.slips.searched
    if not hits and (suggestion := store.suggest(query)):
        said["did_you_mean"] = suggestion
    cited_by_all = [each for several in citations.values() for each in several]
    return answer(store, cited_by_all, records=found, **said)


def _sources(
    store: Store, values: Values, order: Order | None, said: dict[str, str]
) -> dict[str, Any]:
    """The sources that a query finds, which are told of among those of the answer."""
    found = store.search_sources(
        values["query"], limit=values["limit"], order=order, language=values["language"]
    )
    keys = [hit.key for hit in found]
    return answer(store, map(Citation, keys), keys=keys, **said)


def _refuse(store: Store, query: str) -> None:
    """Refuse what cannot be asked, and what is nobody's but the user's.

    Raises:
        MasaratError: the query is such a one.
    """
    for written in store.filters_in(query):
        if written.name == "marked":
            sentence = "What the user has marked is not served; leave {filter} out of the query."
            raise MasaratError(Sentence(sentence, filter=written.text))
        if written.name == "in" and store.searches_texts(query):
            sentence = "Texts that the user holds are not served; leave {filter} out of the query."
            raise MasaratError(Sentence(sentence, filter=written.text))
    remark = store.remark_on(query)
    if remark and remark.refusal:
        raise MasaratError(remark.refusal)


SEARCH: Final = Tool(
    "search",
    20,
    "Search the texts",
    "Find records by words of their text, in Arabic and English, the most telling first. A query"
    ' takes words, "phrases", beginnings*, AND, OR, NOT, and filters such as kind:agreement'
    " type:evacuation year:2016 after:2015 zone:zabadani actor:russia signed-by:russia"
    " source:article disputed:yes. Filters alone list all that fits; choose an order then."
    " kind:source finds sources instead.",
    (
        Argument("query", "Words and filters.", most=LONGEST_QUERY, required=True),
        KIND,
        Argument("order", "Of what is found.", choices=_ORDERS, default="best"),
        LIMIT,
        LANGUAGE,
    ),
    _answer,
)
