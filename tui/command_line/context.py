"""Decorators of click's for the commands that are not yet plain functions.

What they say of options no longer counts: the table does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

import store
from store.model.vocabulary import KINDS
from tui.messages.sentences import translate_sentence

if TYPE_CHECKING:
    from store.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])


def store_path(ctx: click.Context) -> str | None:
    """The store that was named on the command line, None where none was."""
    path: str | None = ctx.find_root().meta.get("masarat.shared", {}).get("store")
    return path


def store_option(command: Command) -> Command:
    """Add `--store`."""
    return click.option(
        "--store",
        metavar="PATH",
        expose_value=False,
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
