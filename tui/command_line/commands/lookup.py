"""`masarat lookup`: records by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from store.typed import TYPE_CHECKING, Final, Literal
from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE
from tui.command_line.invocation import refuse_long_query
from tui.command_line.output import bold, print_table, print_text, row_of
from tui.command_line.printing.hits import (
    COLUMNS_OF_NAMES,
    WHY,
    explained_as_json,
    hit_of_name_as_json,
    no_hits,
)
from tui.command_line.printing.listing import print_listing
from tui.command_line.printing.row_format import Listing
from tui.command_line.printing.sources import (
    SOURCE_COLUMNS,
    no_source,
    print_group,
    print_sources,
    quoted,
    reads_groups,
    tell_of_sources,
)
from tui.messages import speak
from tui.messages.sentences import translate, user_language

if TYPE_CHECKING:
    from store.model.records import NameHit, SourceHit
    from store.model.vocabulary import Kind
    from store.store import Store
    from tui.command_line.invocation import Invocation

_ALL: Final = 2**31


def run(  # noqa: PLR0913 — a parameter an option
    invocation: Invocation,
    *,
    query: str,
    kind: Kind | Literal["source"] | None,
    limit: int,
    best: bool,
    explain: bool,
    wanted_format: str | None,
    as_json: bool,
) -> int:
    """Print the records that a name means, the likeliest first; `-` reads names from lines."""
    if explain:
        speak(user_language())
    if query == "-":
        from tui.command_line.printing.names_read import answer_names

        if kind == "source":
            sentence = "Names that are read are looked up among records; give one to --kind source."
            raise WrongUseError(translate(sentence))
        most = 1 if best else limit
        return answer_names(invocation, kind, most, wanted_format, explain=explain, as_json=as_json)
    refuse_long_query(query)
    most = 1 if best else limit
    with invocation.open_store(at_a_glance=True) as store:
        if kind == "source":
            sources = _sources(store, query, kind)
            code = print_sources(sources[:most], wanted_format, as_json=as_json)
            return code if sources else no_source(query)
        hits = store.lookup(query, kinds=[kind] if kind else None, limit=most)
        # Whoever pipes records waits for none of this.
        reads = reads_groups(wanted_format, as_json=as_json)
        sources = _sources(store, query, kind) if reads or not hits else []
    listing = Listing(
        (*COLUMNS_OF_NAMES, WHY) if explain else COLUMNS_OF_NAMES,
        hits,
        partial(map, explained_as_json if explain else hit_of_name_as_json),
        _print_explained if explain else _print_table,
    )
    print_listing(listing, wanted_format, as_json=as_json)
    everywhere = f"masarat lookup --kind source {quoted(query)}"
    print_group(sources if reads else [], everywhere)
    if hits and hits[0].sure:  # those come first
        return DONE
    if hits:
        sentence = "No name is surely {query!r}; what may be meant was listed."
        return no_hits(query, translate(sentence, query=query))
    tell_of_sources(sources, everywhere)
    sentence = "No name is like {query!r}; masarat search looks in all text."
    return no_hits(query, translate(sentence, query=query))


def _sources(store: Store, query: str, kind: Kind | Literal["source"] | None) -> list[SourceHit]:
    """The sources that are meant by a name, where sources are asked for or any kind."""
    if kind not in (None, "source"):
        return []
    found = store.lookup_sources(query, limit=_ALL, language=user_language())
    # Beside records only what has the words themselves.
    return [hit for hit in found if kind or hit.how != "spelling"]


def _print_table(hits: Iterable[NameHit]) -> int:
    """Print those that are surely meant, and under a heading those that may be."""
    hits = list(hits)
    sure = [hit for hit in hits if hit.sure]
    if sure:
        print_table(list(map(_row, sure)))
    if perhaps := hits[len(sure) :]:
        _print_heading()
        print_table(list(map(_row, perhaps)))
    return len(hits)


def _print_explained(hits: Iterable[NameHit]) -> int:
    """Print each with why it was found below it."""
    from tui.messages.reasons import reasons_in_words

    count = 0
    is_headed = False
    for hit in hits:
        if not (hit.sure or is_headed):
            _print_heading()
            is_headed = True
        print_table([_row(hit)])
        for line in reasons_in_words(hit):
            print_text("    ", line)
        count += 1
    return count


def _print_heading() -> None:
    print_text(*bold(translate("Perhaps meant:")))


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
        "What is surely meant comes first, what may be meant below a heading. Where nothing is "
        "surely meant, or no name is like the query, the exit code is 1. --explain says of each "
        "why it was found: by which name and rule, and what that cost.",
        "--kind source looks sources up, by title, publisher, key or address; in a terminal, those "
        "that the words are in are told below the records.",
        "With - names are read from standard input, one a line, and each is answered: with --best "
        "by one row, the likeliest record or none. Columns then begin with the name that was read.",
        "How many names mean nothing is told; the exit code is 1 only where none means anything.",
    ),
    run=run,
    arguments=(Argument("query", "QUERY"),),
    options=(
        options.KIND_OR_SOURCE,
        options.LIMIT,
        options.BEST,
        options.EXPLAIN,
        options.FORMAT,
        options.JSON,
        *options.EVERYWHERE,
    ),
    columns=(*COLUMNS_OF_NAMES, WHY),
    source_columns=SOURCE_COLUMNS,
    examples=(
        "masarat lookup zabadany",
        "masarat lookup الزبدانى",
        "masarat lookup 'Zabadani, Rif Dimashq'",
        "masarat lookup pa-x:2093",
        "masarat lookup HTS --kind actor --json",
        "masarat lookup zabadany --explain",
        "masarat lookup guardian --kind source",
        "printf 'Zabadany\\nحلب\\n' | masarat lookup - --best --format csv",
    ),
)
