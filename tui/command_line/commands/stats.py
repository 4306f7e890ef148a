"""`masarat stats`: how much the store holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.model.vocabulary import KIND_PLURALS
from tui.command_line.errors import DONE
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
