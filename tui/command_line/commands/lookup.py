"""`masarat lookup`: records by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.exit_codes import DONE
from tui.command_line.invocation import clean_query
from tui.command_line.output import print_json, print_table, row_of
from tui.command_line.printing.hits import hit_as_json, no_hits
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from store.model.records import NameHit
    from store.model.vocabulary import Kind
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, query: str, kind: Kind | None, limit: int, as_json: bool) -> int:
    """Print the records that a name means, the likeliest first."""
    query = clean_query(query)
    with invocation.open_store() as store:
        hits = store.lookup(query, kinds=[kind] if kind else None, limit=limit)
    if as_json:
        print_json(list(map(_as_json, hits)))
    else:
        print_table(list(map(_row, hits)))
    if hits:
        return DONE
    sentence = "No name is like {query!r}; masarat search looks in all text."
    return no_hits(query, translate(sentence, query=query))


def _as_json(hit: NameHit) -> dict[str, object]:
    return {
        **hit_as_json(hit),
        "matched": hit.matched,
        "role": hit.role,
        "how": hit.how,
        "score": round(hit.score, 1),
    }


def _row(hit: NameHit) -> tuple[str, ...]:
    alias = f"({hit.matched})" if hit.role == "alias" else ""
    # Arabic last: before other columns it would disturb their order in terminals that reorder.
    if any("\u0590" <= character <= "\u08ff" for character in alias):
        arabic = f"{hit.row.name.ar} {alias}".strip()
        return row_of(hit.key, hit.row.kind, hit.row.name.en, "", arabic)
    return row_of(hit.key, hit.row.kind, hit.row.name.en, alias, hit.row.name.ar)


COMMAND: Final = Command(
    name="lookup",
    place=10,
    short_help="Find records by name.",
    help=(
        "Find records by name or alias, in either script, with slips, the likeliest first.",
        "A query unlike every name finds nothing: exit code 1.",
    ),
    run=run,
    arguments=(Argument("query", "QUERY"),),
    options=(options.KIND, options.LIMIT, options.JSON, *options.EVERYWHERE),
    examples=(
        "masarat lookup zabadany",
        "masarat lookup الزبدانى",
        "masarat lookup HTS --kind actor --json",
    ),
)
