"""`masarat list` and `masarat stats`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any, Final

import click

from store.model import dates
from store.model.records import Row
from store.model.vocabulary import KINDS
from tui.command_line.context import (
    examples,
    json_option,
    kind_option,
    opened_store,
    program_options,
)
from tui.command_line.output import print_json, print_json_list, print_message, print_table, row_of
from tui.messages.sentences import translate, translate_label, user_language

_CHUNK: Final = 500


@click.command(
    "list",
    short_help="List the records.",
    epilog=examples("masarat list --kind agreement", "masarat list --order date --json"),
)
@kind_option
@click.option(
    "--order",
    type=click.Choice(["name", "date", "links", "newest"]),
    default="name",
    show_default=True,
    help="What the list is ordered by.",
)
@json_option
@program_options
@click.pass_context
def list_command(ctx: click.Context, kind: Any, order: Any, as_json: bool) -> None:  # noqa: ANN401 — click's choices
    """List all records, or those of one kind: key, kind, date and names."""
    with opened_store(ctx) as store:
        rows = _in_chunks(store.records(kind, order=order, language=user_language()))
        count = print_json_list(map(_to_json, rows)) if as_json else _print_rows(rows)
    if not count:
        print_message(
            translate("There is no {kind} in this store.", kind=translate_label(KINDS[kind]))
            if kind
            else translate("There is no record in this store.")
        )
        ctx.exit(1)


@click.command(
    "stats",
    short_help="Count what the store holds.",
    epilog=examples("masarat stats", "masarat stats --json"),
)
@json_option
@program_options
@click.pass_context
def stats_command(ctx: click.Context, as_json: bool) -> None:
    """Count the records of each kind, the relations, the citations and the sources."""
    with opened_store(ctx) as store:
        counted = store.statistics()
    parts = {
        "relations": counted.relations,
        "citations": counted.citations,
        "sources": counted.sources,
    }
    if as_json:
        print_json({"records": counted.records, **parts})
        return
    from store.model.vocabulary import KIND_PLURALS

    spoken = {translate(name): count for name, count in parts.items()}
    kinds = {translate_label(KIND_PLURALS[kind]): count for kind, count in counted.records.items()}
    counts = {name: f"{count:,}" for name, count in {**kinds, **spoken}.items()}
    widest = max(map(len, counts.values()))
    print_table([(name, count.rjust(widest)) for name, count in counts.items()])


def _in_chunks(rows: Any) -> Iterator[Row]:  # noqa: ANN401 — a lazy sequence of the store's
    return chain.from_iterable(
        rows[start : start + _CHUNK] for start in range(0, len(rows), _CHUNK)
    )


def _print_rows(rows: Iterable[Row]) -> int:
    """Print in chunks: a column's width is known only when its rows are."""
    count = 0
    remaining = iter(rows)
    while chunk := list(islice(remaining, _CHUNK)):
        print_table(list(map(_cells, chunk)))
        count += len(chunk)
    return count


def _cells(row: Row) -> tuple[str, ...]:
    date = dates.for_reader(row.date, user_language()) if row.date else ""
    if user_language() == "en":
        return row_of(row.key, row.kind, date, *row.name)
    *others, last = row_of(row.key, row.kind, *row.name)
    return (*others, f"{last} · {date}" if date else last)


def _to_json(row: Row) -> dict[str, Any]:
    """The shape of `show --json`, in short: it can be imported too."""
    return {
        name: value
        for name, value in (
            ("key", row.key),
            ("kind", row.kind),
            ("type", row.type),
            ("name", row.name._asdict()),
            ("date", row.date),
        )
        if value
    }
