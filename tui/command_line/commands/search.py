"""`masarat search`: records by words of their text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.exit_codes import DONE
from tui.command_line.invocation import take_query
from tui.command_line.output import bold, print_json, print_text, row_of, underlined
from tui.command_line.printing.hits import hit_as_json, no_hits
from tui.messages.sentences import translate, user_language

if TYPE_CHECKING:
    from store.model.records import Snippet, TextHit
    from store.model.vocabulary import Kind
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, query: str, kind: Kind | None, limit: int, as_json: bool) -> int:
    """Print the records whose text a query finds, the most telling first, each with a snippet."""
    with invocation.open_store() as store:
        take_query(store, query)
        kinds = [kind] if kind else None
        hits = store.search(query, kinds=kinds, limit=limit, language=user_language())
        suggestion = "" if hits else store.suggest(query)
        if as_json:
            print_json(list(map(_as_json, hits)))
        else:
            for hit in hits:  # the store makes each hit's snippet now
                _print_hit(hit)
    if hits:
        return DONE
    if suggestion:
        sentence = translate(
            "No text holds {query!r}; did you mean {suggestion!r}?",
            query=query,
            suggestion=suggestion,
        )
    else:
        sentence = translate(
            "No text holds {query!r}; masarat lookup forgives spelling in names.", query=query
        )
    return no_hits(query, sentence)


def _print_hit(hit: TextHit) -> None:
    names = "  ".join(name for name in hit.row.name if name)
    *before, last = row_of(hit.key, hit.row.kind, names)
    print_text("  ".join([*before, ""]), *bold(names), last.removeprefix(names))
    print_text("    ", *_with_marks(hit.snippet))


def _with_marks(snippet: Snippet) -> Iterator[str]:
    end = 0
    for start, stop in snippet.highlights:
        yield snippet.text[end:start]
        yield from underlined(snippet.text[start:stop])
        end = stop
    yield snippet.text[end:]


def _as_json(hit: TextHit) -> dict[str, object]:
    return {
        **hit_as_json(hit),
        "snippet": hit.snippet.text,
        "marks": [list(span) for span in hit.snippet.highlights],
        "score": round(hit.score, 3),
    }


COMMAND: Final = Command(
    name="search",
    place=20,
    short_help="Find records by words of their text.",
    help=(
        "Find records by words of their text, in both languages, the most telling first.",
        'A query takes "phrases", prefixes*, AND, OR, NOT and filters: kind:agreement '
        "actor:russia zone:idlib source:article year:2017. One that cannot be parsed is taken "
        "as plain words, and that is told.",
    ),
    run=run,
    arguments=(Argument("query", "QUERY"),),
    options=(options.KIND, options.LIMIT, options.JSON, *options.EVERYWHERE),
    examples=(
        "masarat search 'forced displacement'",
        "masarat search '\"local truces\" kind:agreement'",
        "masarat search 'إخلاء AND حمص year:2014' --json",
    ),
)
