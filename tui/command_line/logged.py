"""A command with its log, where one is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from tui.command_line.output import print_message
from tui.messages.sentences import translate


@contextmanager
def logged(name: str, *, wanted: bool) -> Iterator[None]:
    """Log that a command runs, and say at the end where the log is.

    Args:
        name: of the command.
        wanted: by `--debug`; `MASARAT_LOG` asks for it too, and names the file.

    Raises:
        store.errors.WriteError: the log cannot be written.
    """
    if not wanted and not os.environ.get("MASARAT_LOG"):
        yield
        return
    from tui.log import begin_log, closing_log, log  # who wants no log loads none

    path = begin_log(wanted=wanted)
    try:
        with closing_log():
            log("command", id=name)
            yield
    finally:
        if wanted:
            sentence = "The log, which holds no text of records, is {path}"
            print_message(translate(sentence, path=path))
