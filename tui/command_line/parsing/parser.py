"""From the words of a command line to its command: they are read by the table, and it is run."""

from __future__ import annotations

import os
from collections.abc import Sequence

from store.errors import Listed
from store.typed import TYPE_CHECKING, Any, Final
from tui.command_line.entry import Argument, Option
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import BROKEN, DONE
from tui.command_line.explore import PROGRAM
from tui.command_line.invocation import Invocation
from tui.command_line.logged import logged
from tui.command_line.options import HELP, LANGUAGE, VERSION
from tui.command_line.parsing.values import named, value_of
from tui.command_line.parsing.words import Words, read_words
from tui.command_line.table import COMMANDS
from tui.messages.sentences import choose_language, translate
from tui.terminal.safe_output import standard_error, standard_output, terminal_columns

if TYPE_CHECKING:
    from store.model.vocabulary import Language
    from tui.command_line.entry import Command

COMPLETION_ASKED: Final = "_MASARAT_COMPLETE"
"""The variable of the environment in which a shell asks how a word may go on."""


def run_words(words: Sequence[str]) -> int:
    """Do what a command line says, in the language that it asks for, and give the exit code.

    Args:
        words: the whole command line, without the program's name.
    """
    choose_language(named_language(words))
    if COMPLETION_ASKED in os.environ:
        from tui.command_line.parsing.completing import complete

        return complete(os.environ[COMPLETION_ASKED])
    entry = PROGRAM
    try:
        shared: dict[str, Any] = {}
        read = read_words(PROGRAM, words, stops=True)
        if _shows(PROGRAM, read):
            return DONE
        values = values_of(PROGRAM, read._replace(arguments=[]), shared)
        if read.arguments:
            name, *following = read.arguments
            entry = _command(name)
            read = read_words(entry, following, stops=False)
            if _shows(entry, read):
                return DONE
            values = values_of(entry, read, shared)
        return _run(entry, values, shared)
    except WrongUseError as error:
        _tell_wrong_use(entry, error)
        return BROKEN


def named_language(words: Sequence[str]) -> Language | None:
    """The language of the last `--language`, wherever it stands; a wrong one is refused later.

    It is known before anything is parsed, as what is wrong with the rest is said in it.
    """
    command = next((word for word in words if word in COMMANDS), "")
    asks_for_help = not {HELP.name, HELP.short_name}.isdisjoint(words)
    if command and LANGUAGE not in COMMANDS[command].options and not asks_for_help:
        # The command has a `--language` of its own, for what it writes: the other one goes first.
        at = words.index(command)
        return _last_language(words[:at]) or _last_language(words[at:])
    return _last_language(words)


def _last_language(words: Sequence[str]) -> Language | None:
    found: Language | None = None
    for word, following in zip(words, (*words[1:], ""), strict=False):
        if word == "--":
            break
        name, equals, value = word.partition("=")
        value = value if equals else following
        if name == LANGUAGE.name and value in ("en", "ar"):
            found = "ar" if value == "ar" else "en"
    return found


def values_of(entry: Command, read: Words, shared: dict[str, Any]) -> dict[str, Any]:
    """What a command's function is called with.

    Args:
        entry: the command, or the program.
        read: the words that followed it.
        shared: takes the values of options of the program, which may follow a command.

    Raises:
        WrongUseError: a word is no such value, or one is missing or too many.
    """
    values: dict[str, Any] = {}
    given = read.given
    for option, word in given.items():
        value = True if option.value == "flag" else value_of(option, word)
        (shared if option.is_shared else values)[option.parameter] = value
    remaining = list(read.arguments)
    for argument in entry.arguments:
        values[argument.parameter] = _argument(argument, remaining)
    for option in entry.options:
        if option not in given and not option.is_shared and option is not VERSION:
            values[option.parameter] = _not_given(option)
    values.pop(HELP.parameter, None)
    if remaining:
        raise WrongUseError(_too_many(remaining))
    return values


def _argument(argument: Argument, remaining: list[str]) -> Any:  # noqa: ANN401 — as they differ
    """The value of an argument, taken from the words that remain."""
    if argument.is_repeated:
        found = tuple(value_of(argument, word) for word in remaining)
        remaining.clear()
        if found or not argument.needs_one:
            return found
    elif remaining:
        return value_of(argument, remaining.pop(0))
    elif argument.is_optional:
        return None
    sentence = f"{translate('Missing argument')} {named(argument)}."
    if argument.choices:
        choices = Listed(argument.choices)
        sentence = f"{sentence} {translate('Choose from: {choices}', choices=choices)}"
    raise WrongUseError(sentence)


def _not_given(option: Option) -> str | int | bool | None:
    if option.required:
        raise WrongUseError(f"{translate('Missing option')} {named(option)}.")
    return False if option.value == "flag" else option.default


def _too_many(words: Sequence[str]) -> str:
    if len(words) == 1:
        return translate("Got unexpected extra argument ({args})", args=words[0])
    return translate("Got unexpected extra arguments ({args})", args=" ".join(words))


def _command(name: str) -> Command:
    """The command with that name.

    Raises:
        WrongUseError: there is none; the nearest one is named.
    """
    if name in COMMANDS:
        return COMMANDS[name]
    from difflib import get_close_matches  # only a wrong command needs it

    near = get_close_matches(name, COMMANDS, 1)
    hint = (
        translate("did you mean {name}?", name=near[0])
        if near
        else translate("there are {names}.", names=Listed(COMMANDS))
    )
    raise WrongUseError(translate("There is no command {name!r}; {hint}", name=name, hint=hint))


def _run(entry: Command, values: dict[str, Any], shared: dict[str, Any]) -> int:
    invocation = Invocation(damaged=[], **shared)
    if not entry.makes_store:
        invocation.refuse_missing_store()
    with logged(entry.name, wanted=invocation.debug):
        code = entry.run(invocation, **values)
        invocation.refuse_damaged()
    return code


# --- shown instead -------------------------------------------------------------------------------


def _shows(entry: Command, read: Words) -> bool:
    """Show help or the version, whichever was asked for first, and say whether one was."""
    asked = next((option for option, _ in read.options if option in (HELP, VERSION)), None)
    if asked is HELP:
        from tui.command_line.help import help_page

        standard_output().write(help_page(entry, terminal_columns()))
    elif asked is VERSION:
        from importlib.metadata import version  # 20 ms

        standard_output().write_line(f"masarat {version('masarat')}")
    return asked is not None


def _tell_wrong_use(entry: Command, error: WrongUseError) -> None:
    from tui.command_line.help import usage_lines

    called = "masarat" if entry is PROGRAM else f"masarat {entry.name}"
    hint = translate("Try '{command} {option}' for help.", command=called, option=HELP.name)
    sentence = translate("Error: {message}", message=error)
    standard_error().write(f"{usage_lines(entry, terminal_columns())}\n{hint}\n\n")
    standard_error().write_line(sentence)  # which quotes what was typed
