"""`masarat` without a command: the explorer."""

from __future__ import annotations

import os
import sys

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Command
from tui.command_line.exit_codes import BROKEN
from tui.command_line.output import print_message
from tui.messages.sentences import translate
from tui.terminal.safe_output import is_dumb, is_terminal

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation) -> int:
    """Open the explorer where it was left."""
    return explore(invocation)


def explore(invocation: Invocation, key: str = "", *, begins_with: str = "") -> int:
    """Open the explorer, which needs a terminal.

    Args:
        invocation: the command line.
        key: of the record or source to open it at; else it opens where it was left.
        begins_with: the id of the explorer's command that is run first; empty for none.

    Returns:
        The exit code.
    """
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        print_message(
            translate(
                "The explorer needs a terminal; in pipes and scripts use a command such as "
                "masarat lookup or masarat search."
            )
        )
        return BROKEN
    if is_dumb():
        print_message(
            translate(
                "This terminal obeys no sequences (TERM={kind}), which the explorer needs; open it "
                "in another, or use a command such as masarat lookup or masarat search.",
                kind=os.environ["TERM"],
            )
        )
        return BROKEN
    from tui.config import Config
    from tui.explorer.start import run as start  # Textual, which no command needs

    wanted = Config(
        language=invocation.language,
        bidi=invocation.bidi or "",
        mouse="false" if invocation.no_mouse else "",
        plain="true" if invocation.plain else "",
    )
    return start(invocation.store, wanted, key=key, begins_with=begins_with, debug=invocation.debug)


PROGRAM: Final = Command(
    name="masarat",
    place=0,
    short_help="Open the explorer.",
    help=("Explore the zones, agreements, actors and consequences of a conflict (مسارات).",),
    run=run,
    options=(
        options.STORE,
        options.LANGUAGE,
        options.BIDI,
        options.PLAIN,
        options.NO_MOUSE,
        options.DEBUG,
        options.VERSION,
        options.HELP,
    ),
    epilog="Without a command, masarat opens the explorer.  Each command tells more: "
    "masarat lookup --help",
)

"""The program itself, which opens the explorer where no command is named."""
