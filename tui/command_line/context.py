"""What the commands share: which store, and the options that several of them take."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

import store
from store.model.vocabulary import KINDS
from tui.messages.sentences import translate, translate_sentence

if TYPE_CHECKING:
    from store.model.vocabulary import Language
    from store.store import Store

LANGUAGE: Final = "masarat.language"
"""Where the group's context keeps the language that was named, None where none was."""
_STORE: Final = "masarat.store"

Command = TypeVar("Command", bound=Callable[..., Any])


def _remember_store(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    """Keep the store that was named, before the command or after it."""
    if value == "":
        raise click.BadParameter(translate("a path is needed, or :memory:"))
    if value is not None:
        ctx.find_root().meta[_STORE] = value


def store_path(ctx: click.Context) -> str | None:
    """The store that was named on the command line, None where none was."""
    path: str | None = ctx.find_root().meta.get(_STORE)
    return path


def named_language(args: Sequence[str], commands: Container[str]) -> Language | None:
    """The language of the last `--language`, wherever it stands; click complains of a wrong one.

    Args:
        args: the whole command line.
        commands: the names of commands.
    """
    command = next((argument for argument in args if argument in commands), "")
    # What `export` writes has a language of its own, which may well be another.
    if command == "export" and {"-h", "--help"}.isdisjoint(args):
        args = args[: args.index(command)]
    named: Language | None = None
    for argument, following in zip(args, (*args[1:], ""), strict=False):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        value = value if equals else following
        if name == "--language" and value in ("en", "ar"):
            named = "ar" if value == "ar" else "en"
    return named


def store_option(command: Command) -> Command:
    """Add `--store`."""
    return click.option(
        "--store",
        metavar="PATH",
        expose_value=False,
        callback=_remember_store,
        help="The store's file, instead of MASARAT_STORE or the one in the platform's data folder; "
        ":memory: for none.",
    )(command)


def language_option(command: Command) -> Command:
    """Add `--language`, whose value is known before: see `named_language`."""
    return click.option(
        "--language",
        type=click.Choice(["en", "ar"]),
        expose_value=False,
        help="The language of the explorer, of messages and of help; else the locale's.",
    )(command)


def bidi_option(command: Command) -> Command:
    """Add `--bidi`."""
    return click.option(
        "--bidi",
        type=click.Choice(["auto", "app", "words", "terminal", "guard", "off"]),
        help="Who puts Arabic in order and joins its letters; see masarat doctor.",
    )(command)


def program_options(command: Command) -> Command:
    """Let the options of the program stand after the command too."""
    return store_option(language_option(command))


def kind_option(command: Command) -> Command:
    """Add `--kind`."""
    return click.option(
        "--kind", type=click.Choice(list(KINDS), case_sensitive=False), help="Only this kind."
    )(command)


def json_option(command: Command) -> Command:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON (UTF-8).")(command)


def limit_option(command: Command) -> Command:
    """Add `--limit`."""
    return click.option(
        "--limit",
        type=click.IntRange(1),
        default=20,
        show_default=True,
        metavar="N",
        help="Print at most N.",
    )(command)


@contextmanager
def opened_store(ctx: click.Context) -> Iterator[Store]:
    """Open the store and tell its notices."""
    with store.open(store_path(ctx)) as opened:
        for notice in opened.notices:
            click.echo(translate_sentence(notice), err=True)
        yield opened


def clean_query(query: str) -> str:
    """Make a query of an argument whose bytes may not have been UTF-8."""
    return query.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def examples(*lines: str) -> str:
    """Lay out the examples that end a command's help."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
