"""`masarat history`: the searches made earlier in the explorer."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import partial

from store.typed import TYPE_CHECKING, Any, Final
from tui.command_line import options
from tui.command_line.entry import Column, Command
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_message, print_text
from tui.command_line.printing.listing import print_listing
from tui.command_line.printing.row_format import Listing
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation

_COLUMNS: Final = (Column[str]("query", "what was searched for", str),)


def run(invocation: Invocation, *, clear: bool, wanted_format: str | None, as_json: bool) -> int:
    """Print the searches that are kept, the latest last, or forget them."""
    from tui.searches import load_searches, searches_file

    if clear:
        return _clear()
    searches = load_searches(searches_file())
    listing = Listing(_COLUMNS, searches, partial(map, _as_mapping), _print_lines)
    if not print_listing(listing, wanted_format, as_json=as_json):
        print_message(translate("No searches are kept."))
    return DONE


def _clear() -> int:
    from tui.searches import clear_searches, searches_file
    from tui.state import load_state, save_state, state_file

    clear_searches(searches_file())
    with suppress(OSError):  # the frame that is kept shows what was looked for
        state_file().with_name("curtain").unlink()
    state = load_state(state_file())
    if state.query:  # what the explorer was left with is one, too
        save_state(state._replace(query=""), state_file())
    print_message(translate("The searches made earlier are forgotten."))
    return DONE


def _as_mapping(query: str) -> dict[str, Any]:
    return {"query": query}


def _print_lines(searches: Iterable[str]) -> int:
    queries = list(searches)
    for query in queries:
        print_text(query)
    return len(queries)


COMMAND: Final = Command(
    name="history",
    place=85,
    short_help="Show or forget the searches made earlier.",
    help=(
        "Show what was searched for in the explorer, where ↑ in the empty search box brings it "
        "back; the latest comes last.",
        "history = false in the configuration keeps no searches.",
    ),
    run=run,
    options=(
        options.CLEAR,
        options.FORMAT,
        options.JSON,
        options.LANGUAGE,
        options.HELP,
    ),
    columns=_COLUMNS,
    examples=("masarat history", "masarat history --format jsonl", "masarat history --clear"),
)
