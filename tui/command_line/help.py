"""The help of a command, or of the program: a page of text in the user's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

from store.typed import TYPE_CHECKING, Final
from tui.command_line.exit_codes import EXIT_CODES
from tui.command_line.explore import PROGRAM
from tui.command_line.table import COMMANDS
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from tui.command_line.entry import Command, Option

_INDENT: Final = "  "
_NARROWEST: Final = 50
_WIDEST: Final = 98
_WIDEST_NAME: Final = 30
"""Beyond it, what an option is for stands on a line of its own."""
_NARROWEST_TEXT: Final = 10


def help_text(english: str, words_from: str = "") -> str:
    """Put a sentence of an entry's help into the user's language.

    Args:
        english: the sentence; `{formats}` in it is what the function `formats` returns.
        words_from: the dotted module of such functions.
    """
    if not words_from:
        return translate(english)
    from string import Formatter  # for the help of few commands

    module = import_module(words_from)
    names = {name for _, name, _, _ in Formatter().parse(english) if name}
    return translate(english, **{name: getattr(module, name)() for name in names})


def usage(entry: Command) -> str:
    """How a command is called, in one line."""
    if entry is PROGRAM:
        return f"{entry.name} [OPTIONS] [COMMAND] [ARGS]..."
    arguments = [each.usage for each in entry.arguments]
    return " ".join(["masarat", entry.name, "[OPTIONS]", *arguments])


def usage_lines(entry: Command, columns: int) -> str:
    """The same as help begins, and as wrong use is answered.

    Args:
        entry: the command, or the program.
        columns: of the terminal.
    """
    called = "masarat" if entry is PROGRAM else f"masarat {entry.name}"
    prefix = f"{translate('Usage:')} {called} "
    rest = usage(entry).removeprefix(f"{called} ")
    return "\n".join(_wrapped(rest, _width(columns), prefix, " " * len(prefix)))


def help_page(entry: Command, columns: int) -> str:
    """All that is told of a command, or of the program.

    Args:
        entry: the command, or the program.
        columns: of the terminal.
    """
    width = _width(columns)
    blocks = [
        usage_lines(entry, columns),
        *(_paragraph(help_text(text, entry.words_from), width) for text in entry.help),
        _section(translate("Options"), map(_option, entry.options), width),
    ]
    if entry is PROGRAM:
        commands = ((name, translate(each.short_help)) for name, each in COMMANDS.items())
        codes = ((each.code, translate(each.meaning)) for each in EXIT_CODES)
        blocks += [
            _section(translate("Commands"), commands, width),
            _section(translate("Exit codes"), codes, width),
        ]
    if entry.examples:
        lines = [f"{_INDENT}{_INDENT}{line}" for line in entry.examples]
        blocks.append("\n".join([_INDENT + translate("Examples:"), *lines]))
    elif entry.epilog:
        blocks.append(_paragraph(translate(entry.epilog), width))
    return "\n\n".join(blocks) + "\n"


def _width(columns: int) -> int:
    return max(min(columns - len(_INDENT), _WIDEST), _NARROWEST)


def _option(option: Option) -> tuple[str, str]:
    """An option as it is typed, and what it is for."""
    names = ", ".join(filter(None, (option.short_name, option.name)))
    choices = f"[{'|'.join(option.choices)}]" if option.choices else ""
    told = [
        translate("default: {default}", default=option.default)
        if option.default is not None
        else "",
        "x>=1" if option.value == "count" else "",
        translate("required") if option.required else "",
    ]
    more = "; ".join(filter(None, told))
    text = help_text(option.help, option.words_from)
    return f"{names} {option.metavar or choices}".rstrip(), f"{text}  [{more}]" if more else text


# --- laid out ------------------------------------------------------------------------------------


def _section(title: str, rows: Iterable[tuple[str, str]], width: int) -> str:
    """Names and what they mean, in two columns under a title in the user's language."""
    named = list(rows)
    room = min(max(len(name) for name, _ in named), _WIDEST_NAME)
    between = " " * (room + 2 * len(_INDENT))
    lines = [f"{title}:"]
    for name, text in named:
        first, *others = _wrapped(text, max(width - len(between), _NARROWEST_TEXT))
        if len(name) > room:
            lines += [_INDENT + name, between + first]
        else:
            lines.append(f"{_INDENT}{name:{room}}{_INDENT}{first}")
        lines += [between + line for line in others]
    return "\n".join(lines)


def _paragraph(text: str, width: int) -> str:
    return "\n".join(_wrapped(text, width, _INDENT, _INDENT))


def _wrapped(text: str, width: int, first: str = "", others: str = "") -> Iterator[str]:
    """Lines of at most so many characters, where their words allow it.

    Args:
        text: one line; two blanks between words stay two.
        width: of the lines, with what stands before them.
        first: what stands before the first line.
        others: what stands before each other line.
    """
    line = before = first
    for word in text.split(" "):
        if line == before:
            line += word
        elif len(line) + 1 + len(word) <= width:
            line += f" {word}"
        else:
            yield line.rstrip()
            before = others
            line = before + word
    yield line.rstrip()
