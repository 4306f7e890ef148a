"""`masarat mcp`: the store for assistants, to read."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext

from store.paths import default_store
from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Command
from tui.command_line.exit_codes import BROKEN, DONE
from tui.command_line.invocation import MEMORY
from tui.command_line.output import print_message
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from store.store import Store
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation) -> int:
    """Serve the store over standard input and output until that ends."""
    try:
        from tui.assistants.serving import serve
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] in _LIBRARY:
            sentence = "Serving assistants needs a library more: pip install 'masarat[mcp]'"
            print_message(translate(sentence))
            return BROKEN
        raise
    opened = _opened(invocation.store or default_store())
    if sys.stdin is None:  # closed by whoever started it
        print_message(translate("An assistant speaks over standard input, which is closed."))
        return BROKEN
    if sys.stdin.isatty():
        print_message(
            translate(
                "An assistant is to start this command and speak with it over standard input; "
                "Ctrl+C ends it."
            )
        )
    serve(opened)
    return DONE


def _opened(path: str) -> Callable[[], AbstractContextManager[Store]]:
    """How the store is opened for a question: to read, and a file for as long as it takes."""
    from store.store import Store

    if path != MEMORY and os.path.exists(path):  # noqa: PTH110

        def open_file() -> AbstractContextManager[Store]:
            return Store(path, for_reading=True)

        open_file().__exit__(None, None, None)  # one that is no store is told of at once
        return open_file
    # Nothing is made where the user has no store yet: what we ship is served as it is.
    shipped = Store(MEMORY)
    return lambda: nullcontext(shipped)


_LIBRARY: Final = ("mcp", "mcp_types", "anyio")

COMMAND: Final = Command(
    name="mcp",
    place=95,
    short_help="Serve the store to assistants, to read.",
    help=(
        "Serve the store to an assistant over standard input and output, in the Model Context "
        "Protocol: look up, search, show, list records and sources. It is read and never written.",
        "Every answer carries its citations and says that its texts are data. Your marks are not "
        "served. This needs a library more: pip install 'masarat[mcp]'.",
    ),
    run=run,
    options=options.EVERYWHERE,
    examples=("masarat mcp", "masarat --store :memory: mcp"),
)
