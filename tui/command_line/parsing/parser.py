"""The command line's parser: click's commands, made from the table. Nothing else knows of click."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import click

from store.text.printable import PLACEHOLDER
from store.text.unsafe_characters import SURROGATES
from tui.command_line.entry import Option
from tui.command_line.errors import WrongUseError, reporting_errors
from tui.command_line.exit_codes import EXIT_CODES
from tui.command_line.explore import PROGRAM
from tui.command_line.help import help_text
from tui.command_line.invocation import Invocation
from tui.command_line.logged import logged
from tui.command_line.options import HELP, LANGUAGE, VERSION
from tui.command_line.parsing.click_sentences import translate_click
from tui.command_line.parsing.path_type import path_type
from tui.command_line.table import COMMANDS
from tui.messages.sentences import choose_language, translate

if TYPE_CHECKING:
    from click import Context, Parameter
    from click.shell_completion import CompletionItem

    from store.model.vocabulary import Language
    from tui.command_line.entry import Argument, Command, Value

_REPORTED_BY_CLICK: Final = (click.ClickException, click.exceptions.Exit, click.Abort)
_MOST: Final = 1_000_000
"""The largest number that a count means; no store holds as many records."""
COMPLETION_ASKED: Final = "_MASARAT_COMPLETE"
"""The variable of the environment in which click is asked to complete words."""
_SHARED: Final = "masarat.shared"
"""Where click's outermost context keeps the values of the program's own options."""


def program(arguments: Sequence[str]) -> click.Group:
    """Make the program as click knows it, in the language that its arguments ask for.

    Args:
        arguments: the whole command line, without the program's name.
    """
    choose_language(named_language(arguments))
    translate_click()
    if COMPLETION_ASKED in os.environ:
        from tui.command_line.parsing.completing import complete_for_shells

        complete_for_shells()
    return _Program(PROGRAM)


def named_language(arguments: Sequence[str]) -> Language | None:
    """The language of the last `--language`, wherever it stands; click complains of a wrong one.

    It is known before anything is parsed, as what is wrong with the rest is said in it.
    """
    command = next((argument for argument in arguments if argument in COMMANDS), "")
    asks_for_help = not {HELP.name, HELP.short_name}.isdisjoint(arguments)
    if command and LANGUAGE not in COMMANDS[command].options and not asks_for_help:
        # The command has a `--language` of its own, for what it writes: the other one goes first.
        at = arguments.index(command)
        return _last_language(arguments[:at]) or _last_language(arguments[at:])
    return _last_language(arguments)


def _last_language(arguments: Sequence[str]) -> Language | None:
    named: Language | None = None
    for argument, following in zip(arguments, (*arguments[1:], ""), strict=False):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        value = value if equals else following
        if name == LANGUAGE.name and value in ("en", "ar"):
            named = "ar" if value == "ar" else "en"
    return named


# --- click's commands ----------------------------------------------------------------------------


class _Program(click.Group):
    """Makes each command when it is called, and reports every error in one sentence."""

    def __init__(self, entry: Command) -> None:
        super().__init__(
            callback=_run_program,
            invoke_without_command=True,
            context_settings={
                "help_option_names": [HELP.short_name, HELP.name],
                "max_content_width": 100,
            },
            **_described(entry),
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Make the command with that name."""
        entry = COMMANDS.get(cmd_name)
        return _Command(entry) if entry else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, of which none need be made for it."""
        with formatter.section(translate("Commands")):
            formatter.write_dl(
                [(name, translate(entry.short_help)) for name, entry in COMMANDS.items()]
            )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments begin with.

        Raises:
            click.UsageError: there is none; the nearest one is named.
        """
        is_wrong = args and args[0] not in COMMANDS and not args[0].startswith("-")
        if is_wrong and not ctx.resilient_parsing:  # a shell that completes words wants no sentence
            raise click.UsageError(_no_such_command(args[0]), ctx)
        return super().resolve_command(ctx, args)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the exit codes say, and then the last sentence."""
        with formatter.section(translate("Exit codes")):
            formatter.write_dl([(each.code, translate(each.meaning)) for each in EXIT_CODES])
        super().format_epilog(ctx, formatter)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 — as in click
        """Run the command; whatever goes wrong becomes a sentence and an exit code."""
        with reporting_errors(but=_REPORTED_BY_CLICK):
            return super().invoke(ctx)


class _Command(click.Command):
    """Runs the function of an entry of the table."""

    def __init__(self, entry: Command) -> None:
        super().__init__(**_described(entry), short_help=translate(entry.short_help))
        self._entry = entry

    def invoke(self, ctx: click.Context) -> None:
        """Run the command and leave with its exit code."""
        _run(self._entry, ctx)


@click.pass_context
def _run_program(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        _run(PROGRAM, ctx)


def _run(entry: Command, ctx: click.Context) -> None:
    invocation = Invocation(damaged=[], **_shared_values(ctx))
    try:
        if not entry.makes_store:
            invocation.refuse_missing_store()
        with logged(entry.name, wanted=invocation.debug):
            code = entry.run(invocation, **ctx.params)
            invocation.refuse_damaged()
    except WrongUseError as error:
        raise click.UsageError(str(error), ctx) from error
    ctx.exit(code)


def _no_such_command(name: str) -> str:
    from difflib import get_close_matches  # only a wrong command needs it

    near = get_close_matches(name, COMMANDS, 1)
    hint = (
        translate("did you mean {name}?", name=near[0])
        if near
        else translate("there are {names}.", names=", ".join(COMMANDS))
    )
    return translate("There is no command {name!r}; {hint}", name=name, hint=hint)


def _described(entry: Command) -> dict[str, Any]:
    """What click is to know of a command or of the program."""
    options = (option for option in entry.options if option is not HELP)  # click adds it itself
    return {
        "name": entry.name,
        "help": "\n\n".join(help_text(paragraph, entry.words_from) for paragraph in entry.help),
        "epilog": _examples(entry.examples) if entry.examples else translate(entry.epilog),
        "params": [*map(_argument, entry.arguments), *map(_option, options)],
    }


def _examples(lines: Sequence[str]) -> str:
    # A paragraph that begins with a backspace stays as it is laid out.
    return "\n".join(["\b", translate("Examples:"), *(f"  {line}" for line in lines)])


def _argument(argument: Argument) -> click.Argument:
    return click.Argument(
        [argument.parameter],
        type=_type(argument),
        metavar=argument.usage,
        required=argument.needs_one or not (argument.is_repeated or argument.is_optional),
        nargs=-1 if argument.is_repeated else 1,
    )


def _option(option: Option) -> click.Option:
    settings: dict[str, Any] = {"help": help_text(option.help, option.words_from)}
    if option is VERSION:
        settings |= {"is_eager": True, "expose_value": False, "callback": _print_version}
    elif option.is_shared:
        settings |= {"expose_value": False, "callback": _share}
    if option.default is not None:
        settings |= {"default": option.default, "show_default": True}
    return click.Option(
        [option.name, option.parameter],
        type=_type(option),
        is_flag=True if option.value == "flag" else None,
        required=option.required,
        metavar=option.metavar or None,
        **settings,
    )


def _type(described: Argument | Option) -> click.ParamType[Any] | None:
    """Click's type of a value; None where there is none, or where a store is named as it is."""
    value = described.value
    if value == "choice":
        ignores_case = isinstance(described, Option) and described.ignores_case
        return click.Choice(described.choices, case_sensitive=not ignores_case)
    if value == "count":
        return _Count()
    if value == "export":
        return path_type(has_known_ending=True)
    if value == "new file or folder":
        return path_type(folder_exists=True)
    if value in ("path", "existing path", "existing file"):
        return path_type(exists=value != "path", dir_okay=value != "existing file")
    if value == "flag":
        return None
    return _Store() if value == "store" else _Text(value)


class _Store(click.types.StringParamType):
    """A store, named as it is."""

    def shell_complete(
        self, ctx: Context, param: Parameter, incomplete: str
    ) -> list[CompletionItem[Any]]:
        """Leave files to the shell."""
        return click.Path().shell_complete(ctx, param, incomplete)


class _Text(click.types.StringParamType):
    """A text of characters, whatever bytes were typed."""

    def __init__(self, value: Value) -> None:
        self._value: Value = value

    def shell_complete(
        self, ctx: Context, param: Parameter, incomplete: str
    ) -> list[CompletionItem[Any]]:
        """What the store has that may be meant; nothing of a text that names nothing there."""
        if self._value == "text":
            return []
        from tui.command_line.parsing.completing import stored_items

        return stored_items(self._value, incomplete, _shared_values(ctx).get("store"))

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> str:  # noqa: ANN401
        """Read a text as UTF-8, whatever the locale says; of other bytes a sign can be shown."""
        text = super().convert(value, param, ctx)
        if not text.isascii():
            with suppress(UnicodeError):
                text = os.fsencode(text).decode("utf-8", "surrogateescape")
        return re.sub(f"[{SURROGATES}]", PLACEHOLDER, text)


class _Count(click.IntRange):
    """A number from 1; more than any store holds is as good as all."""

    def __init__(self) -> None:
        super().__init__(1)
        self.name = translate("integer range")  # click translates its sentences, not this name

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> int:  # noqa: ANN401
        """Read a number.

        Raises:
            click.BadParameter: it is none, or less than 1.
        """
        return min(super().convert(value, param, ctx), _MOST)


# --- options of the program ----------------------------------------------------------------------


def _share(ctx: click.Context, parameter: click.Parameter, value: str | bool | None) -> None:
    """Keep the value of an option of the program, given before the command or after it."""
    if parameter.name == "store" and value in ("", "-"):
        raise click.BadParameter(translate("a path is needed, or :memory:"))
    if value not in (None, False):  # where a flag does not stand, it may stand before the command
        _shared_values(ctx)[str(parameter.name)] = value


def _shared_values(ctx: click.Context) -> dict[str, Any]:
    values: dict[str, Any] = ctx.find_root().meta.setdefault(_SHARED, {})
    return values


def _print_version(ctx: click.Context, _: click.Parameter, is_wanted: bool) -> None:
    if is_wanted and not ctx.resilient_parsing:
        from importlib.metadata import version  # 20 ms

        click.echo(f"masarat {version('masarat')}")
        ctx.exit()
