"""`masarat list`: all records, those of one kind, or those that a query finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice

from store.model.vocabulary import KINDS
from store.typed import TYPE_CHECKING, Any, Final, Literal
from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.exit_codes import DONE, NOTHING
from tui.command_line.invocation import take_query
from tui.command_line.output import print_in_chunks, print_message, row_of
from tui.command_line.printing.hits import no_hits
from tui.command_line.printing.listing import RECORD_COLUMNS, print_listing
from tui.command_line.printing.row_format import Listing
from tui.command_line.printing.sources import SOURCE_COLUMNS, no_source, print_sources
from tui.messages.sentences import translate, translate_label, user_language

if TYPE_CHECKING:
    from store.model.records import Row
    from store.model.vocabulary import Kind
    from store.store import Store
    from tui.command_line.invocation import Invocation

_CHUNK: Final = 500
_ALL: Final = 2**31

Order = Literal["name", "date", "links", "newest"]


def run(
    invocation: Invocation,
    *,
    query: str | None,
    kind: Kind | Literal["source"] | None,
    order: Order,
    wanted_format: str | None,
    as_json: bool,
) -> int:
    """Print key, kind, date and names of records, or of sources where these are asked for."""
    with invocation.open_store(at_a_glance=True) as store:
        if query is not None:
            query = take_query(store, query)
        if kind == "source" or (query is not None and store.asks_for_sources(query)):
            hits = store.search_sources(query or "", order=order, language=user_language())
            code = print_sources(hits, wanted_format, as_json=as_json)
            return code if hits else no_source(query or "")
        rows = _rows(store, query, kind, order)
        printed = partial(print_in_chunks, cells=_cells)
        listing = Listing(RECORD_COLUMNS, rows, partial(_as_mappings, store), printed)
        count = print_listing(listing, wanted_format, as_json=as_json)
    if count:
        return DONE
    if query is not None:
        sentence = "There is no record that {query!r} finds in this store."
        return no_hits(query, translate(sentence, query=query))
    print_message(_nothing(kind))
    return NOTHING


def _rows(store: Store, query: str | None, kind: Kind | None, order: Order) -> Iterator[Row]:
    if query is None:
        return _in_chunks(store.records(kind, order=order, language=user_language()))
    hits = store.search(
        query,
        kinds=[kind] if kind else None,
        limit=_ALL,
        language=user_language(),
        order=order,
    )
    return (hit.row for hit in hits.whole)


def _nothing(kind: Kind | None) -> str:
    if kind:
        return translate("There is no {kind} in this store.", kind=translate_label(KINDS[kind]))
    return translate("There is no record in this store.")


def _in_chunks(rows: Sequence[Row]) -> Iterator[Row]:
    return chain.from_iterable(
        rows[start : start + _CHUNK] for start in range(0, len(rows), _CHUNK)
    )


def _cells(row: Row) -> tuple[str, ...]:
    from store.model import dates  # help, which loads every command, needs it not

    date = dates.for_reader(row.date, user_language()) if row.date else ""
    if user_language() == "en":
        return row_of(row.key, row.kind, date, *row.name)
    *others, last = row_of(row.key, row.kind, *row.name)
    return (*others, f"{last} · {date}" if date else last)


def _as_mappings(store: Store, rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """The shape of `show --json`, in short, with who moved: it can be imported too."""
    from store.model.mapping import fact_to_mapping  # help, which loads every command, needs it not
    from store.model.statements import moves

    remaining = iter(rows)
    while chunk := list(islice(remaining, _CHUNK)):
        facts = store.facts_with_places([row.key for row in chunk])
        for row in chunk:
            moved = [
                {"property": fact.property, **fact_to_mapping(fact)}
                for fact in filter(moves, facts.get(row.key, ()))
            ]
            fields = {
                "key": row.key,
                "kind": row.kind,
                "type": row.type,
                "name": row.name._asdict(),
                "date": row.date,
                "movements": moved,
            }
            yield {name: value for name, value in fields.items() if value}


COMMAND: Final = Command(
    name="list",
    place=30,
    short_help="List the records.",
    help=(
        "List all records, those of one kind, or those that a QUERY finds, in the order of names: "
        "key, kind, date and names.",
        "A query is what masarat search takes: filters such as type:evacuation year:2016, and "
        "words.",
        "kind:source, or --kind source, lists sources instead.",
        "In JSON, a record that tells of people who went from place to place has its movements.",
    ),
    run=run,
    arguments=(Argument("query", "QUERY", "query", is_optional=True),),
    options=(
        options.KIND_OR_SOURCE,
        options.ORDER,
        options.FORMAT,
        options.JSON,
        *options.EVERYWHERE,
    ),
    columns=RECORD_COLUMNS,
    source_columns=SOURCE_COLUMNS,
    examples=(
        "masarat list --kind agreement",
        "masarat list 'type:evacuation year:2016' --order date",
        "masarat list 'from:zabadani' --format csv",
        "masarat list 'kind:source type:agency year:2016'",
    ),
)
