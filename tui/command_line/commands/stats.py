"""`masarat stats`: how much the store holds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import starmap
from typing import TYPE_CHECKING, Any, Final

from store.model.vocabulary import KIND_PLURALS
from store.tuples import NamedTuple
from tui.command_line import options
from tui.command_line.entry import Column, Command
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_json, print_table
from tui.command_line.printing.listing import print_listing
from tui.command_line.printing.row_format import Listing
from tui.messages.sentences import translate, translate_label

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


class Count(NamedTuple):
    """How many there are of something."""

    name: str
    number: int


_COLUMNS: Final = (
    Column[Count]("name", "what is counted: a kind, or relations …", lambda each: each.name),
    Column[Count]("count", "how many there are", lambda each: str(each.number)),
)


def run(invocation: Invocation, *, wanted_format: str | None, as_json: bool) -> int:
    """Print how many records of each kind, relations, citations and sources there are."""
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


COMMAND: Final = Command(
    name="stats",
    place=80,
    short_help="Count what the store holds.",
    help=("Count the records of each kind, the relations, the citations and the sources.",),
    run=run,
    options=(options.FORMAT, options.JSON, *options.EVERYWHERE),
    columns=_COLUMNS,
    examples=("masarat stats", "masarat stats --json", "masarat stats --format csv"),
)
