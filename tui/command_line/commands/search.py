"""`masarat search`: records by words of their text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from store.typed import TYPE_CHECKING, Any, Final, Literal
from tui.command_line import options
from tui.command_line.entry import Argument, Column, Command
from tui.command_line.exit_codes import DONE
from tui.command_line.invocation import take_query
from tui.command_line.output import bold, print_message, print_text, row_of, underlined
from tui.command_line.printing.hits import hit_as_json, no_hits
from tui.command_line.printing.listing import columns_of_hits, print_listing
from tui.command_line.printing.row_format import Listing
from tui.command_line.printing.sources import (
    SOURCE_COLUMNS,
    no_source,
    print_group,
    print_sources,
    print_texts_found,
    quoted,
    reads_groups,
    tell_of_sources,
)
from tui.messages import speak
from tui.messages.sentences import translate, user_language

if TYPE_CHECKING:
    from store.model.records import Slips, Snippet, TextHit
    from store.model.vocabulary import Kind
    from tui.command_line.invocation import Invocation


def run(  # noqa: PLR0913 — a parameter an option
    invocation: Invocation,
    *,
    query: str,
    kind: Kind | Literal["source"] | None,
    order: Literal["best", "name", "date", "links", "newest"],
    limit: int,
    explain: bool,
    wanted_format: str | None,
    as_json: bool,
) -> int:
    """Print the records whose text a query finds, the most telling first, each with a snippet."""
    if explain:
        speak(user_language())
    with invocation.open_store(at_a_glance=True) as store:
        query = take_query(store, query)
        if kind == "source" or store.asks_for_sources(query):
            by = None if order == "best" else order
            sources = store.search_sources(query, order=by, language=user_language())
            if sources and store.searches_texts(query):
                return print_texts_found(
                    store, query, sources[:limit], wanted_format, as_json=as_json
                )
            code = print_sources(sources[:limit], wanted_format, as_json=as_json)
            return code if sources else no_source(query, of_texts=store.searches_texts(query))
        hits = store.search(
            query,
            kinds=[kind] if kind else None,
            limit=limit,
            language=user_language(),
            order=None if order == "best" else order,
        )
        suggestion = "" if hits else store.suggest(query)
        # The store makes each hit's snippet while it is printed.
        as_mapping = partial(_as_json, searched=hits.slips.searched, explain=explain)
        listing = Listing(
            _COLUMNS_EXPLAINED if explain else _COLUMNS,
            hits,
            partial(map, as_mapping),
            partial(_print_hits, explain=explain),
        )
        print_listing(listing, wanted_format, as_json=as_json)
        reads = reads_groups(wanted_format, as_json=as_json)
        # Filters are of records; and whoever pipes records waits for none of this.
        is_told = (reads or not hits) and kind is None and not store.filters_in(query)
        sources = store.sources_beside(query) if is_told else []
        everywhere = f"masarat search {quoted(f'kind:source {query}')}"
        print_group(sources if reads else [], everywhere)
    if hits.slips.searched:
        _tell_slips(query, hits.slips)
    if hits.has_what_was_asked:
        return DONE
    if hits:
        sentence = "No text holds all of {query!r}; what holds some of the words was listed."
        return no_hits(query, translate(sentence, query=query))
    tell_of_sources(sources, everywhere)
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


def _tell_slips(query: str, slips: Slips) -> None:
    sentence = (
        "No text holds {query!r}: searched for {searched!r} instead. As it was typed: {as_typed!r}."
    )
    print_message(
        translate(sentence, query=query, searched=slips.searched, as_typed=slips.as_typed)
    )


def _print_hits(hits: Iterable[TextHit], *, explain: bool) -> int:
    count = 0
    is_headed = False
    for hit in hits:
        if hit.match == "some" and not is_headed:
            print_text(*bold(translate("Some of the words:")))
            is_headed = True
        _print_hit(hit)
        for line in _reasons(hit) if explain else ():
            print_text("    ", line)
        count += 1
    return count


def _print_hit(hit: TextHit) -> None:
    from store.model import dates  # help, which loads every command, needs it not

    date = dates.for_reader(hit.row.date, user_language()) if hit.row.date else ""
    names = "  ".join(name for name in (*hit.row.name, date) if name)
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


def _reasons(hit: TextHit) -> list[str]:
    from tui.messages.reasons import text_reasons_in_words

    return text_reasons_in_words(hit)


def _as_json(hit: TextHit, searched: str, *, explain: bool) -> dict[str, object]:
    return {
        **hit_as_json(hit),
        "match": hit.match,
        **({"searched": searched} if searched else {}),
        "snippet": hit.snippet.text,
        "marks": [list(span) for span in hit.snippet.highlights],
        "score": round(hit.score, 3),
        **({"why": {"match": hit.match, "words": hit.words_found}} if explain else {}),
    }


_COLUMNS: Final = (
    *columns_of_hits(),
    Column[Any]("match", "all that was asked for, or some of the words", lambda hit: hit.match),
    Column[Any]("snippet", "the piece of its text that was found", lambda hit: hit.snippet.text),
    Column[Any](
        "score",
        "how well it was found, comparable within one answer",
        lambda hit: f"{hit.score:.3f}",
    ),
)
_COLUMNS_EXPLAINED: Final = (
    *_COLUMNS,
    Column[Any](
        "why", "with --explain: why it was found, in words", lambda hit: "; ".join(_reasons(hit))
    ),
)

COMMAND: Final = Command(
    name="search",
    place=20,
    short_help="Find records by words of their text.",
    help=(
        "Find records by words of their text, in both languages, the most telling first.",
        "Where few have all that was asked for, those with some of the words follow. Where only "
        "these are found, the exit code is 1. A word that looks like a slip is searched corrected, "
        "and that is told; in quotation marks it is searched as it is.",
        'A query takes "phrases", prefixes*, AND, OR, NOT and filters: kind:agreement '
        "actor:russia zone:zabadani source:article year:2017. One that cannot be parsed is taken "
        "as plain words, and that is told. --explain says of each record which words were found.",
        "kind:source, or --kind source, finds sources instead; in a terminal, those that the words "
        "find are told below the records.",
        "in:sources finds sentences of the texts of sources that you attached; see masarat source.",
    ),
    run=run,
    arguments=(Argument("query", "QUERY", "query"),),
    options=(
        options.KIND_OR_SOURCE,
        options.ORDER_OF_HITS,
        options.LIMIT,
        options.EXPLAIN,
        options.FORMAT,
        options.JSON,
        *options.EVERYWHERE,
    ),
    columns=_COLUMNS_EXPLAINED,
    source_columns=SOURCE_COLUMNS,
    examples=(
        "masarat search 'forced displacement'",
        "masarat search '\"local truces\" kind:agreement'",
        "masarat search 'إخلاء AND حمص year:2014' --json",
        "masarat search 'evacuation year:2016' --order date --format tsv",
        "masarat search 'kind:source guardian'",
    ),
)
