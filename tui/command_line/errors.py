"""Telling what goes wrong: one sentence, and the exit code that goes with it.

Exit codes: 0 found or done, 1 nothing found or findings, 2 wrong use or broken input.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from store.errors import ImportRefused, MasaratError, UnknownKeyError
from tui.messages.sentences import translate, translate_count, translate_sentence

DONE: Final = 0
NOTHING: Final = 1
FINDINGS: Final = 1
BROKEN: Final = 2
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141
"""128 and the number of the signal, as shells report them."""


class WrongUseError(Exception):
    """A command was called in a way in which it cannot be; says so in the user's language."""


@contextmanager
def reporting_errors(*, but: tuple[type[Exception], ...] = ()) -> Iterator[None]:
    """Make of whatever goes wrong a sentence and an exit code.

    Args:
        but: errors that pass, as others report them.

    Raises:
        SystemExit: something went wrong, and is reported.
    """
    try:
        yield
    except MasaratError as error:
        _report(error)
        sys.exit(NOTHING if isinstance(error, UnknownKeyError) else BROKEN)
    except BrokenPipeError:
        # What still waits to be written must not complain at the end of the program.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(PIPE_CLOSED)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except but:
        raise
    except Exception as error:
        if os.environ.get("MASARAT_DEBUG"):
            raise
        _report_defect(error)
        sys.exit(BROKEN)


def _report(error: MasaratError) -> None:
    # Imported here, as a start in which nothing goes wrong does not need it.
    from tui.command_line.output import print_findings, print_message

    if isinstance(error, ImportRefused):
        print_findings(error.findings)
        sentence = "Nothing was stored: {count} to correct."
        print_message(translate_count(sentence, sentence, len(error.findings)))
    else:
        print_message(translate_sentence(error.sentence))


def _report_defect(error: Exception) -> None:
    from tui.command_line.output import print_message

    print_message(
        translate(
            "masarat has a defect ({kind}: {error}); run the same with "
            "MASARAT_DEBUG=1 and report what it prints.",
            kind=type(error).__name__,
            error=error,
        )
    )
