"""`masarat lookup` and `masarat search`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from store.text.printable import printable
from tui.command_line.context import (
    clean_query,
    examples,
    json_option,
    kind_option,
    limit_option,
    opened_store,
    program_options,
)
from tui.command_line.output import print_json, print_message, print_table, row_of
from tui.messages.sentences import translate, user_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.model.records import NameHit, Snippet, TextHit
    from store.model.vocabulary import Kind

_NO_NAME: Final = "No name is like {query!r}; masarat search looks in all text."
_NO_TEXT: Final = "No text holds {query!r}; masarat lookup forgives spelling in names."
_NO_QUERY: Final = "The query is empty; give a word to look for."


@click.command(
    "lookup",
    short_help="Find records by name.",
    epilog=examples(
        "masarat lookup zabadany",
        "masarat lookup الزبدانى",
        "masarat lookup HTS --kind actor --json",
    ),
)
@click.argument("query")
@kind_option
@limit_option
@json_option
@program_options
@click.pass_context
def lookup_command(
    ctx: click.Context, query: str, kind: str | None, limit: int, as_json: bool
) -> None:
    """Find records by name or alias, in either script, with slips, the likeliest first.

    A query unlike every name finds nothing: exit code 1.
    """
    wanted = clean_query(query)
    with opened_store(ctx) as store:
        hits = store.lookup(wanted, kinds=[kind] if kind else None, limit=limit)  # type: ignore[list-item]
    if as_json:
        print_json([_name_hit(hit) for hit in hits])
    else:
        print_table([_name_row(hit) for hit in hits])
    _end(
        ctx,
        bool(hits),
        translate(_NO_NAME, query=wanted) if wanted.strip() else translate(_NO_QUERY),
    )


@click.command(
    "search",
    short_help="Find records by words of their text.",
    epilog=examples(
        "masarat search 'forced displacement'",
        "masarat search '\"local truces\" kind:agreement'",
        "masarat search 'إخلاء AND حمص year:2014' --json",
    ),
)
@click.argument("query")
@kind_option
@limit_option
@json_option
@program_options
@click.pass_context
def search_command(
    ctx: click.Context, query: str, kind: str | None, limit: int, as_json: bool
) -> None:
    """Find records by words of their text, in both languages, the most telling first.

    A query takes "phrases", prefixes*, AND, OR, NOT and filters: kind:agreement actor:russia
    zone:idlib source:article year:2017. One that cannot be parsed is taken as plain words.
    """
    wanted = clean_query(query)
    with opened_store(ctx) as store:
        kinds: Sequence[Kind] | None = [kind] if kind else None  # type: ignore[list-item]
        hits = store.search(wanted, kinds=kinds, limit=limit, language=user_language())
        suggestion = "" if hits else store.suggest(wanted)
        if as_json:
            print_json([_text_hit(hit) for hit in hits])
        for hit in [] if as_json else hits:  # the store makes each hit's snippet now
            names = "  ".join(printable(name) for name in hit.row.name if name)
            click.echo("  ".join(row_of(hit.key, hit.row.kind, click.style(names, bold=True))))
            click.echo(f"    {_marked(hit.snippet)}")
    if suggestion:
        may_be = printable(suggestion)
        may_mean = translate(
            "No text holds {query!r}; did you mean {suggestion!r}?", query=wanted, suggestion=may_be
        )
        _end(ctx, False, may_mean)
    _end(
        ctx,
        bool(hits),
        translate(_NO_TEXT, query=wanted) if wanted.strip() else translate(_NO_QUERY),
    )


def _end(ctx: click.Context, found: bool, sentence: str) -> None:
    if not found:
        print_message(sentence)
        ctx.exit(1)


def _name_hit(hit: NameHit) -> dict[str, object]:
    return {
        "key": hit.key,
        "kind": hit.row.kind,
        "name": hit.row.name._asdict(),
        "matched": hit.matched,
        "role": hit.role,
        "how": hit.how,
        "score": round(hit.score, 1),
    }


def _name_row(hit: NameHit) -> tuple[str, ...]:
    alias = f"({hit.matched})" if hit.role == "alias" else ""
    # Arabic last: before other columns it would disturb their order in terminals that reorder.
    if any("\u0590" <= character <= "\u08ff" for character in alias):
        arabic = f"{hit.row.name.ar} {alias}".strip()
        return row_of(hit.key, hit.row.kind, hit.row.name.en, "", arabic)
    return row_of(hit.key, hit.row.kind, hit.row.name.en, alias, hit.row.name.ar)


def _text_hit(hit: TextHit) -> dict[str, object]:
    return {
        "key": hit.key,
        "kind": hit.row.kind,
        "name": hit.row.name._asdict(),
        "snippet": hit.snippet.text,
        "marks": [list(mark) for mark in hit.snippet.marks],
        "score": round(hit.score, 3),
    }


def _marked(snippet: Snippet) -> str:
    """Underline the hits; click leaves the marks out where nobody can see them."""
    pieces = []
    end = 0
    for start, stop in snippet.marks:
        pieces += [printable(snippet.text[end:start])]
        pieces += [click.style(printable(snippet.text[start:stop]), bold=True, underline=True)]
        end = stop
    return "".join([*pieces, printable(snippet.text[end:])])
