"""`masarat` without a command: the explorer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.command_line.errors import BROKEN
from tui.command_line.output import print_message
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation) -> int:
    """Open the explorer, which needs a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print_message(
            translate(
                "The explorer needs a terminal; in pipes and scripts use a command such as "
                "masarat lookup or masarat search."
            )
        )
        return BROKEN
    from tui.explorer.start import run as explore  # Textual, which no command needs

    return explore(invocation.store, language=invocation.language, bidi=invocation.bidi)
