"""`masarat` and its options: the explorer without a command, the commands that print and end."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any, Final

import click

from tui.command_line.context import (
    LANGUAGE,
    bidi_option,
    language_option,
    named_language,
    store_option,
    store_path,
)
from tui.command_line.errors import BROKEN, reporting_errors
from tui.command_line.help import SpokenContext
from tui.command_line.usage import wrong_use_is_told
from tui.messages.sentences import choose_language, translate

_TOLD_BY_CLICK: Final = (click.ClickException, click.exceptions.Exit, click.Abort)

# Each command's module is imported when it is called: `lookup` need not pay for `export`.
_COMMANDS: Final = {
    "lookup": "finding",
    "search": "finding",
    "list": "listing",
    "show": "show",
    "export": "export",
    "import": "import_",
    "check": "check",
    "stats": "listing",
    "guide": "guide",
    "doctor": "doctor",
}


class CommandGroup(click.Group):
    """Loads commands late, and tells every error in one sentence."""

    context_class = SpokenContext

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; the language is known before anything is said of them."""
        ctx.meta[LANGUAGE] = named_language(args, _COMMANDS)
        choose_language(ctx.meta[LANGUAGE])
        with wrong_use_is_told():
            return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands in the order of the help."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command with that name."""
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"tui.command_line.commands.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        command.context_class = SpokenContext
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments begin with.

        Raises:
            click.UsageError: there is none; the nearest one is named.
        """
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches  # only a wrong command needs it

            near = get_close_matches(args[0], _COMMANDS, 1)
            hint = (
                translate("did you mean {name}?", name=near[0])
                if near
                else translate("there are {names}.", names=", ".join(_COMMANDS))
            )
            sentence = translate("There is no command {name!r}; {hint}", name=args[0], hint=hint)
            raise click.UsageError(sentence, ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 — as in click
        """Run the command; whatever goes wrong becomes a sentence and an exit code."""
        with reporting_errors(but=_TOLD_BY_CLICK), wrong_use_is_told():
            result = super().invoke(ctx)
            sys.stdout.flush()
        return result


@click.group(
    cls=CommandGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command, masarat opens the explorer.  Each command tells more: "
    "masarat lookup --help",
)
@store_option
@language_option
@bidi_option
@click.version_option(package_name="masarat", message="masarat %(version)s")
@click.pass_context
def cli(ctx: click.Context, bidi: str | None) -> None:
    """Explore the zones, agreements, actors and consequences of a conflict (مسارات)."""
    if ctx.invoked_subcommand is None:
        ctx.exit(_explore(store_path(ctx), ctx.meta[LANGUAGE], bidi))


def _explore(path: str | None, language: str | None, bidi: str | None) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        click.echo(
            translate(
                "The explorer needs a terminal; in pipes and scripts use a command such as "
                "masarat lookup or masarat search."
            ),
            err=True,
        )
        return BROKEN
    from tui.explorer.start import run  # Textual, which no command needs

    return run(path, language=language, bidi=bidi)
