"""`masarat compare`: two records side by side."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE
from tui.messages.sentences import translate, user_language

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, key: str, other_key: str, wanted_format: str) -> int:
    """Print what two records say of the same things."""
    from store.exchange.comparing import Compared
    from store.exchange.comparison_report import comparison_report
    from tui.command_line.output import print_exact, print_json
    from tui.command_line.printing.comparison import print_comparison

    if key == other_key:
        sentence = "{key} is one record; give the keys of two."
        raise WrongUseError(translate(sentence, key=key))
    with invocation.open_store() as store:
        compared = Compared(store, (key, other_key))
    if wanted_format == "json":
        print_json(compared.as_mapping())
    elif wanted_format == "markdown":
        print_exact(comparison_report(compared.page(user_language())))
    else:
        print_comparison(compared.page(user_language()))
    return DONE


COMMAND: Final = Command(
    name="compare",
    place=43,
    short_help="Show two records side by side.",
    help=(
        "Show what the records with two KEYs say of the same things: properties in rows, then the "
        "relations they share and those of one alone.",
        "A sign stands before each row: = for the same, ≠ for what differs, ~ for what is not the "
        "same and no contradiction, + for what is said in one alone.",
    ),
    run=run,
    arguments=(
        Argument("key", "KEY", "record key"),
        Argument("other_key", "KEY", "record key"),
    ),
    options=(options.FORMAT_OF_COMPARISON, *options.EVERYWHERE),
    examples=(
        "masarat compare four-towns-agreement-2015 four-towns-agreement-2017",
        "masarat compare zabadani madaya --format markdown",
    ),
)
