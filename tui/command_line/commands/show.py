"""`masarat show`: records and sources, whole."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.errors import WrongUseError
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


def run(
    invocation: Invocation,
    *,
    keys: tuple[str, ...],
    wanted_format: str | None,
    as_json: bool,
    as_markdown: bool,
) -> int:
    """Print records and sources: for reading, as JSON, or as their record files."""
    from tui.command_line.printing.entry_page import print_entries

    flags = [name for name, is_set in (("json", as_json), ("markdown", as_markdown)) if is_set]
    wanted = dict.fromkeys([*flags, *([wanted_format] if wanted_format else [])])
    if len(flags) > 1:
        raise WrongUseError(
            translate("--json and --markdown exclude each other; give one of them.")
        )
    if len(wanted) > 1:
        sentence = "--{flag} and --format {format} exclude each other; give one of them."
        raise WrongUseError(translate(sentence, flag=flags[0], format=wanted_format))
    return print_entries(invocation, keys, next(iter(wanted), None))


COMMAND: Final = Command(
    name="show",
    place=40,
    short_help="Show records or sources.",
    help=(
        "Show the record or source with each KEY: names, facts, summaries, relations and "
        "citations.",
        "In JSON, one KEY is an object and several are an array; inverse has the relations that "
        "point to a record.",
    ),
    run=run,
    arguments=(Argument("keys", "KEY", "key", is_repeated=True, needs_one=True),),
    options=(options.FORMAT_OF_ENTRIES, options.JSON, options.MARKDOWN, *options.EVERYWHERE),
    examples=(
        "masarat show zabadani",
        "masarat show four-towns-agreement-2017 --json",
        "masarat show zabadani madaya --format jsonl",
        "masarat show article --markdown",
    ),
)
