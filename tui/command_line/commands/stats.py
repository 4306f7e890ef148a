"""`masarat stats`: how much the store holds, and how many records have each value of a field."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import starmap

from store.errors import Listed
from store.model.questions import MOST_VALUES
from store.model.vocabulary import KIND_PLURALS
from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING, Any, Final
from tui.command_line import options
from tui.command_line.entry import Argument, Column, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE
from tui.command_line.invocation import take_query
from tui.command_line.output import print_json, print_message, print_table
from tui.command_line.printing.hits import no_hits
from tui.command_line.printing.listing import print_listing
from tui.command_line.printing.row_format import Listing
from tui.messages.sentences import translate, translate_label, user_language

if TYPE_CHECKING:
    from store.model.questions import FilterChoice
    from tui.command_line.invocation import Invocation


class Count(NamedTuple):
    """How many there are of something."""

    name: str
    number: int


_COLUMNS: Final = (
    Column[Count]("name", "what is counted: a kind, or relations …", lambda each: each.name),
    Column[Count]("count", "how many there are", lambda each: str(each.number)),
)
_COLUMNS_OF_VALUES: Final = (
    Column[Any]("value", "with --by: a value, as queries have it", lambda each: each.value),
    Column[Any]("label", "with --by: its name for reading", lambda each: each.label),
    Column[Any]("count", "how many there are", lambda each: str(each.leaves)),
)
_LONGEST_BAR: Final = 24


def run(
    invocation: Invocation,
    *,
    query: str | None,
    field: str | None,
    wanted_format: str | None,
    as_json: bool,
) -> int:
    """Print how much the store holds, or how many records have each value of a field."""
    if field is not None or query is not None:
        return _count_by(invocation, field or "kind", query, wanted_format, as_json=as_json)
    with invocation.open_store() as store:
        statistics = store.statistics()
    if wanted_format == "json" or (as_json and wanted_format is None):
        print_json(statistics._asdict())
        return DONE
    counts = [
        *starmap(Count, statistics.records.items()),
        Count("relations", statistics.relations),
        Count("citations", statistics.citations),
        Count("sources", statistics.sources),
    ]
    listing = Listing(_COLUMNS, counts, partial(map, _as_mapping), _print_counts)
    print_listing(listing, wanted_format, as_json=as_json)
    return DONE


def _as_mapping(counted: Count) -> dict[str, Any]:
    return {"name": counted.name, "count": counted.number}


def _print_counts(counts: Iterable[Count]) -> int:
    names: dict[str, str] = {
        **{kind: translate_label(label) for kind, label in KIND_PLURALS.items()},
        "relations": translate("relations"),
        "citations": translate("citations"),
        "sources": translate("sources"),
    }
    rows = [(names[each.name], f"{each.number:,}") for each in counts]
    widest = max(len(count) for _, count in rows)
    print_table([(name, count.rjust(widest)) for name, count in rows])
    return len(rows)


def _count_by(
    invocation: Invocation,
    field: str,
    query: str | None,
    wanted_format: str | None,
    *,
    as_json: bool,
) -> int:
    with invocation.open_store(at_a_glance=True) as store:
        fields = store.fields()
        if field not in fields:
            sentence = "There is no field {field!r}; there are: {fields}."
            raise WrongUseError(translate(sentence, field=field, fields=Listed(fields)))
        if query is not None:
            query = take_query(store, query)
            if store.asks_for_sources(query):
                raise WrongUseError(translate("Records are counted; the query asks for sources."))
        values = store.tally(field, query, user_language())
    listing = Listing(_COLUMNS_OF_VALUES, values, partial(map, _value_as_mapping), _print_bars)
    print_listing(listing, wanted_format, as_json=as_json)
    if len(values) >= MOST_VALUES:
        sentence = "Only the {count} values that are there most often were listed."
        print_message(translate(sentence, count=MOST_VALUES))
    if values:
        return DONE
    sentence = translate("There is nothing to count by {field}.", field=field)
    return no_hits(field if query is None else query, sentence)


def _value_as_mapping(value: FilterChoice) -> dict[str, Any]:
    return {"value": value.value, "label": value.label, "count": value.leaves}


def _print_bars(values: Iterable[FilterChoice]) -> int:
    counts = [(value.leaves or 0, value.label) for value in values]
    if not counts:
        return 0
    most = max(1, *(count for count, _ in counts))
    widest = max(len(f"{count:,}") for count, _ in counts)
    print_table(
        [
            (f"{count:,}".rjust(widest), "█" * -(-count * _LONGEST_BAR // most), label)
            for count, label in counts
        ]
    )
    return len(counts)


COMMAND: Final = Command(
    name="stats",
    place=80,
    short_help="Count what the store holds.",
    help=(
        "Count the records of each kind, the relations, the citations and the sources.",
        "With --by, count how many of the records that a QUERY finds have each value of a field, "
        "most first; a record with several values counts at each. A QUERY alone counts by kind.",
    ),
    run=run,
    arguments=(Argument("query", "QUERY", "query", is_optional=True),),
    options=(options.COUNTED_BY, options.FORMAT, options.JSON, *options.EVERYWHERE),
    columns=(*_COLUMNS[:1], *_COLUMNS_OF_VALUES),
    examples=(
        "masarat stats",
        "masarat stats --json",
        "masarat stats --format csv",
        "masarat stats --by outcome",
        "masarat stats --by year 'type:evacuation' --format csv",
    ),
)
