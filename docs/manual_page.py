"""The manual page, `man masarat`, from the table of the command line.

A wheel carries it as `share/man/man1/masarat.1` (hatch_build.py); `python -m docs.manual_page`
prints it. Its macros are those of man(7), which groff and mandoc know, and its text is ASCII:
other letters are written as roff's escapes, which are read the same under any locale.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from tui.command_line.entry import Command, Option
from tui.command_line.exit_codes import EXIT_CODES
from tui.command_line.explore import PROGRAM
from tui.command_line.help import help_text
from tui.command_line.options import EVERYWHERE
from tui.command_line.table import COMMANDS
from tui.messages.sentences import choose_language

PATH: Final = "share/man/man1/masarat.1"
"""Where it is installed, from the folder in which `bin` is."""

_ABOUT: Final = "explore the agreements of a conflict, in Arabic and English"
_LONGEST_LINE: Final = 78
_VARIABLES: Final = {
    "MASARAT_STORE": "The store's file, where --store names none.",
    "MASARAT_DEBUG": "If set, a defect is told with its traceback.",
    "MASARAT_LOG": "A file for a log that holds no text of records.",
    "NO_COLOR": "If set, nothing is coloured.",
    "LC_ALL, LC_MESSAGES, LANG": "The language, where nothing else says it: Arabic or English.",
}
_FILES: Final = {
    "~/.local/share/masarat/masarat.db": "The store, one SQLite file; masarat doctor prints its "
    "path on other systems.",
    "~/.config/masarat/config.toml": "Settings; none need be there.",
    "~/.local/state/masarat/": "What the explorer remembers between two starts.",
}


def manual_page(version: str) -> str:
    """The page as roff.

    Args:
        version: of masarat.
    """
    choose_language("en")
    return "\n".join([*_page(version), ""])


def _page(version: str) -> Iterator[str]:
    yield f'.TH MASARAT 1 "" "masarat {version}" "User Commands"'
    yield from _section("NAME", [rf"masarat \- {_ABOUT}"])
    yield from _section("SYNOPSIS", _synopsis())
    yield from _section("DESCRIPTION", _paragraphs((*PROGRAM.help, PROGRAM.epilog)))
    yield from _section("OPTIONS", _options(PROGRAM.options))
    yield from _section("COMMANDS", ())
    for command in COMMANDS.values():
        yield f'.SS "{_text(_usage(command))}"'
        yield from _paragraphs(command.help, command.words_from)
        yield from _options(each for each in command.options if each not in EVERYWHERE)
    yield from _section("EXIT STATUS", _tagged({e.code: e.meaning for e in EXIT_CODES}))
    yield from _section("ENVIRONMENT", _tagged(_VARIABLES))
    yield from _section("FILES", _tagged(_FILES))
    yield from _section("EXAMPLES", _examples())


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f'.SH "{title}"'
    yield from lines


def _usage(command: Command) -> str:
    return " ".join([command.name, *(argument.usage for argument in command.arguments)])


def _synopsis() -> Iterator[str]:
    yield r"\fBmasarat\fR [\fIoptions\fR]"
    yield ".br"
    yield r"\fBmasarat\fR [\fIoptions\fR] \fIcommand\fR [\fIoptions\fR] [\fIarguments\fR]"


def _paragraphs(texts: Iterable[str], words_from: str = "") -> Iterator[str]:
    for number, text in enumerate(texts):
        if number:
            yield ".PP"
        yield from _lines(help_text(text, words_from))


def _options(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        yield ".TP"
        names = [name for name in (option.short_name, option.name) if name]
        value = "|".join(option.choices) or option.metavar
        tag = ", ".join(rf"\fB{_text(name)}\fR" for name in names)
        yield rf"{tag} \fI{_text(value)}\fR" if value else tag
        yield from _lines(help_text(option.help, option.words_from))
        if option.default is not None:
            yield from _lines(f"Without it: {option.default}.")


def _tagged(entries: dict[str, str]) -> Iterator[str]:
    for tag, text in entries.items():
        yield ".TP"
        yield rf"\fB{_text(tag)}\fR"
        yield from _lines(text)


def _examples() -> Iterator[str]:
    yield ".nf"
    for command in COMMANDS.values():
        yield from map(_line, command.examples)
    yield ".fi"


def _lines(text: str) -> Iterator[str]:
    """A paragraph, which roff fills anew."""
    yield from map(_line, wrap(text, _LONGEST_LINE, break_on_hyphens=False))


def _line(text: str) -> str:
    """A line of text, which a point or an apostrophe at its beginning would make a request."""
    written = _text(text)
    return rf"\&{written}" if written.startswith((".", "'")) else written


def _text(text: str) -> str:
    """A text in which nothing is an escape, and all is ASCII."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq")
    text = (
        text.replace("'", r"\(aq").replace("`", r"\(ga").replace("~", r"\(ti").replace("^", r"\(ha")
    )
    return re.sub(r"[^\x00-\x7f]", lambda match: rf"\[u{ord(match[0]):04X}]", text)


def main() -> None:
    """Print the page."""
    from importlib.metadata import version

    sys.stdout.write(manual_page(version("masarat")))


if __name__ == "__main__":
    main()
