"""What the commands share: which store, and the options that several of them take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

import store
from store.vocabulary import KINDS
from tui.command_line.words import told, word

if TYPE_CHECKING:
    from store.store import Store

STORE_HELP: Final = (
    "The store's file, instead of MASARAT_STORE or the one in the platform's data folder; "
    ":memory: for none."
)
_STORE: Final = "masarat.store"

Command = TypeVar("Command", bound=Callable[..., Any])


def remember_store(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    """Keep the store that was named, before the command or after it."""
    if value == "":
        raise click.BadParameter(word("a path is needed, or :memory:"))
    if value is not None:
        ctx.find_root().meta[_STORE] = value


def store_path(ctx: click.Context) -> str | None:
    """The store that was named on the command line, None where none was."""
    path: str | None = ctx.find_root().meta.get(_STORE)
    return path


def store_option(command: Command) -> Command:
    """Let `--store` stand after the command too."""
    return click.option(
        "--store", metavar="PATH", expose_value=False, callback=remember_store, help=STORE_HELP
    )(command)


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
            click.echo(told(notice), err=True)
        yield opened


def clean_query(query: str) -> str:
    """Make a query of an argument whose bytes may not have been UTF-8."""
    return query.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def examples(*lines: str) -> str:
    """Lay out the examples that end a command's help."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
