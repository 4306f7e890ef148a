"""`masarat cite`: sources for programs that keep references."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE, NOTHING
from tui.command_line.invocation import take_query
from tui.command_line.output import print_exact, print_message
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.model.records import Source
    from store.store import Store
    from tui.command_line.invocation import Invocation

_MOST_HITS: Final = 1_000_000


def run(
    invocation: Invocation, *, keys: tuple[str, ...], query: str | None, wanted_format: str
) -> int:
    """Print sources, and those that records cite, each once, as BibTeX, CSL JSON or RIS."""
    from store.exchange.citation_formats import CITATION_FORMATS

    if bool(keys) == (query is not None):
        raise WrongUseError(translate("Give KEY or --query, one of them."))
    with invocation.open_store() as store:
        sources = _found(store, query) if query is not None else _of_keys(store, keys)
        if not sources:
            print_message(translate("There is nothing to cite: no source was selected."))
            return NOTHING
        print_exact(CITATION_FORMATS[wanted_format].write(sources))
    return DONE


def _of_keys(store: Store, keys: Iterable[str]) -> list[Source]:
    """The sources that have the keys, and those of the records that have them."""
    from store.model.records import Source

    found: dict[str, Source] = {}
    for entry in map(store.entry, dict.fromkeys(keys)):
        sources = [entry] if isinstance(entry, Source) else store.sources_of([entry.key])
        found.update((source.key, source) for source in sources)
    return list(found.values())


def _found(store: Store, query: str) -> list[Source]:
    """The sources that a query finds, or those of the records that it finds."""
    query = take_query(store, query)
    if store.asks_for_sources(query):
        return store.sources([hit.key for hit in store.search_sources(query)])
    hits = store.search(query, limit=_MOST_HITS)
    return store.sources_of([hit.key for hit in hits])


COMMAND: Final = Command(
    name="cite",
    place=47,
    short_help="Cite sources as BibTeX, CSL JSON or RIS.",
    help=(
        "Print the sources with the KEYs, all sources of the records with the KEYs, or those of "
        "what a query finds, each once.",
        "BibTeX is for biber: UTF-8, with dates as they are known. A title is given in the "
        "source's own language where it is known.",
    ),
    run=run,
    arguments=(Argument("keys", "KEY", "key", is_repeated=True),),
    options=(
        options.QUERY,
        options.FORMAT_OF_CITATIONS,
        options.STORE,
        options.LANGUAGE,
        options.HELP,
    ),
    examples=(
        "masarat cite guardian-2013-02-18",
        "masarat cite zabadani --format csl-json",
        "masarat cite --query 'kind:source type:un' --format ris",
        "masarat cite --query 'year:2016 kind:agreement' > sources.bib",
    ),
)
