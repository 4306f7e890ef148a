"""`masarat stats`: how much the store holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from store.model.vocabulary import KIND_PLURALS
from tui.command_line import options
from tui.command_line.entry import Command
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_json, print_table
from tui.messages.sentences import translate, translate_label

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, as_json: bool) -> int:
    """Print how many records of each kind, relations, citations and sources there are."""
    with invocation.open_store() as store:
        statistics = store.statistics()
    if as_json:
        print_json(statistics._asdict())
        return DONE
    counts = {
        **{translate_label(KIND_PLURALS[kind]): n for kind, n in statistics.records.items()},
        translate("relations"): statistics.relations,
        translate("citations"): statistics.citations,
        translate("sources"): statistics.sources,
    }
    widest = max(len(f"{count:,}") for count in counts.values())
    print_table([(name, f"{count:,}".rjust(widest)) for name, count in counts.items()])
    return DONE


COMMAND: Final = Command(
    name="stats",
    place=80,
    short_help="Count what the store holds.",
    help=("Count the records of each kind, the relations, the citations and the sources.",),
    run=run,
    options=(options.JSON, *options.EVERYWHERE),
    examples=("masarat stats", "masarat stats --json"),
)
