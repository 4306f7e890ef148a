"""Telling what goes wrong: one sentence, and the exit code that goes with it."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from store.errors import ImportRefused, MasaratError, UnknownKeyError
from store.typed import Final
from tui.command_line.exit_codes import (
    BROKEN,
    DEFECT,
    INTERRUPTED,
    NOTHING,
    OUTPUT_FAILED,
    PIPE_CLOSED,
)
from tui.messages.sentences import translate, translate_count, translate_sentence
from tui.terminal.safe_output import OutputError, standard_error

_CLOSED: Final = (errno.EBADF,)
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class WrongUseError(Exception):
    """A command was called in a way in which it cannot be; says so in the user's language."""


@contextmanager
def reporting_errors() -> Iterator[None]:
    """Make of whatever goes wrong a sentence and an exit code.

    Raises:
        SystemExit: something went wrong, and is reported.
    """
    try:
        yield
    except MasaratError as error:
        _report(error)
        sys.exit(NOTHING if isinstance(error, UnknownKeyError) else BROKEN)
    except OutputError as error:
        if error.number == errno.EPIPE:
            sys.exit(PIPE_CLOSED)
        _tell(_of_output(error))
        sys.exit(OUTPUT_FAILED)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        _tell(_of_system(error))
        sys.exit(BROKEN)
    except Exception as error:
        _report_defect(error)
        sys.exit(DEFECT)


def _report(error: MasaratError) -> None:
    # Imported here, as a start in which nothing goes wrong does not need it.
    from tui.command_line.output import print_findings

    if isinstance(error, ImportRefused):
        print_findings(error.findings)
        sentence = "Nothing was stored: {count} to correct."
        _tell(translate_count(sentence, sentence, len(error.findings)))
    else:
        _tell(translate_sentence(error.sentence))


def _of_output(error: OutputError) -> str:
    if error.number in _CLOSED:
        return translate(
            "Standard output is closed: there is nowhere to write the result. Lead it to a "
            "terminal, a file or a program."
        )
    if error.number in _FULL:
        return translate(
            "The result cannot be written: the disk is full. Make room, or write it elsewhere."
        )
    return translate("The result cannot be written ({reason}).", reason=error)


def _of_system(error: OSError) -> str:
    reason = error.strerror or str(error)
    if error.filename is None:
        return translate("The system refuses what was asked for: {reason}.", reason=reason)
    return translate("{path}: the system refuses it: {reason}.", path=_path(error), reason=reason)


def _path(error: OSError) -> str:
    return os.fsdecode(error.filename) if not isinstance(error.filename, int) else "?"


def _report_defect(error: Exception) -> None:
    if os.environ.get("MASARAT_DEBUG"):
        import traceback

        standard_error().write("".join(traceback.format_exception(error)))
    # Imported here, as a start in which nothing goes wrong does not need it.
    from tui.defects import report_folder, write_report

    kind = type(error).__name__
    try:
        report = write_report(error, report_folder())
    except (MasaratError, OSError):  # no place to keep it
        _tell(
            translate(
                "masarat has a defect ({kind}); run the same with MASARAT_DEBUG=1 and report what "
                "it prints.",
                kind=kind,
            )
        )
        return
    _tell(
        translate(
            "masarat has a defect ({kind}) and has ended; please report it with the file {path}, "
            "which holds no text of your records.",
            kind=kind,
            path=report,
        )
    )


def _tell(sentence: str) -> None:
    standard_error().write_line(sentence)
