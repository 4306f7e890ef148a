"""What commands print of sources: lists of them, and a group of their own below records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from store.errors import Sentence
from store.model.vocabulary import SOURCE, SOURCES
from store.typed import TYPE_CHECKING, Any, Final
from tui.command_line.entry import Column
from tui.command_line.exit_codes import DONE, NOTHING
from tui.command_line.output import bold, print_in_chunks, print_message, print_text, underlined
from tui.command_line.printing.listing import print_listing
from tui.command_line.printing.row_format import Listing
from tui.messages.sentences import translate, translate_count, translate_label, user_language
from tui.terminal.safe_output import standard_output

if TYPE_CHECKING:
    from store.model.records import SourceHit, SourceRow
    from store.store import Store
    from store.texts.held import HeldSentence

NO_TEXTS: Final = Sentence(
    "No text of a source is attached; masarat source attach KEY FILE attaches one."
)
_IN_GROUP: Final = 5
"""Sources that are told below records."""

SOURCE_COLUMNS: Final = (
    Column[Any]("key", "the source's key", lambda row: row.key),
    Column[Any]("kind", "source", lambda row: row.kind),
    Column[Any]("type", "its type, a word of the vocabulary", lambda row: row.type),
    Column[Any]("date", "its date (EDTF)", lambda row: row.date),
    Column[Any]("publisher", "who published it", lambda row: row.publisher),
    Column[Any]("title_en", "its English title", lambda row: row.name.en),
    Column[Any]("title_ar", "its Arabic title", lambda row: row.name.ar),
    Column[Any]("language", "its language (BCP 47)", lambda row: row.language),
    Column[Any]("url", "its address", lambda row: row.url),
    Column[Any]("read", "how it was read, a word of the vocabulary", lambda row: row.read),
    Column[Any]("records", "how many records cite it", lambda row: str(row.citing)),
)
"""What every list says of a source."""


def print_sources(hits: Sequence[SourceHit], wanted: str | None, *, as_json: bool) -> int:
    """Print sources in any format, and give the exit code.

    Args:
        hits: in their order.
        wanted: the name of a format, None for the usual one.
        as_json: whether `--json` was given.

    Raises:
        WrongUseError: two formats are wanted.
    """
    printed = partial(print_in_chunks, cells=_cells)
    listing = Listing(SOURCE_COLUMNS, [hit.row for hit in hits], partial(map, _mapping), printed)
    print_listing(listing, wanted, as_json=as_json)
    return DONE if hits else NOTHING


def print_texts_found(
    store: Store, query: str, hits: Sequence[SourceHit], wanted: str | None, *, as_json: bool
) -> int:
    """Print in which sentences of attached texts a query stands, and give the exit code.

    Who reads sees the first sentences of each text; other formats have the sources alone, as no
    text leaves the store unasked.

    Args:
        store: an open store.
        query: with `in:sources`.
        hits: the sources with such sentences.
        wanted: the name of a format, None for the usual one.
        as_json: whether `--json` was given.

    Raises:
        WrongUseError: two formats are wanted.
    """
    found = {each.source: each for each in store.search_texts(query)}
    if not reads_groups(wanted, as_json=as_json):
        return print_sources(hits, wanted, as_json=as_json)
    for hit in hits:
        print_text(*bold(hit.row.name.prefer(user_language())), f" · {hit.key}")
        each = found.get(hit.key)
        for sentence in each.sentences if each else ():
            print_text("    ", f"[{sentence.number}] ", *_with_marks(sentence))
        if each and (more := each.total - len(each.sentences)) > 0:
            print_text("    ", translate("… and {count} more.", count=more))
    return DONE


def _with_marks(sentence: HeldSentence) -> Iterator[str]:
    end = 0
    for start, stop in sentence.highlights:
        yield sentence.line[end:start]
        yield from underlined(sentence.line[start:stop])
        end = stop
    yield sentence.line[end:]


def reads_groups(wanted: str | None, *, as_json: bool) -> bool:
    """Whether a person reads what is printed, who is told of sources below records.

    Args:
        wanted: the name of the format in which records are printed, None for the usual one.
        as_json: whether `--json` was given.
    """
    return not as_json and (standard_output().isatty() if wanted is None else wanted == "table")


def print_group(hits: Sequence[SourceHit], command: str) -> None:
    """Tell below records which sources were found.

    Args:
        hits: those found.
        command: lists all of them.
    """
    if not hits:
        return
    print_text()
    print_text(f"{translate_label(SOURCES)}:")
    print_in_chunks((hit.row for hit in hits[:_IN_GROUP]), _cells)
    if (more := len(hits) - _IN_GROUP) > 0:
        print_text(f"{translate('… and {count} more.', count=more)} {command}")


def tell_of_sources(hits: Sequence[SourceHit], command: str) -> None:
    """Tell somebody who found no record that there are sources."""
    if hits:
        told = translate_count("{count} source is found", "{count} sources are found", len(hits))
        print_message(f"{told}: {command}")


def no_source(query: str, *, of_texts: bool = False) -> int:
    """Tell that no source was found, and give the exit code that says it too.

    Args:
        query: what was asked.
        of_texts: whether it was looked for in texts.
    """
    if of_texts:
        sentence = (
            "No sentence of an attached text holds all of {query!r}; masarat source list lists the "
            "texts."
        )
        print_message(translate(sentence, query=query))
    elif query.strip():
        print_message(translate("There is no source that {query!r} finds.", query=query))
    else:
        print_message(translate("There is no source in this store."))
    return NOTHING


def _cells(row: SourceRow) -> tuple[str, ...]:
    """Key, date, publisher and title; what may be Arabic last, as in every table."""
    from store.model import dates  # help, which loads every command, needs it not

    date = dates.for_reader(row.date, user_language()) if row.date else ""
    title = row.name.prefer(user_language())
    if user_language() == "en":
        return row.key, SOURCE.en, date, row.publisher, title
    said = " · ".join(part for part in (title, row.publisher, date, SOURCE.ar) if part)
    return row.key, said


def _mapping(row: SourceRow) -> dict[str, Any]:
    fields = {
        "key": row.key,
        "kind": row.kind,
        "type": row.type,
        "title": {language: text for language, text in row.name._asdict().items() if text},
        "publisher": row.publisher,
        "date": row.date,
        "language": row.language,
        "url": row.url,
        "read": row.read,
        "records": row.citing,
    }
    return {name: value for name, value in fields.items() if value != ""}


def quoted(query: str) -> str:
    """A query as a shell takes it."""
    if query.isascii() and query.isalnum():
        return query
    # As `shlex.quote`, which takes as long to import as the look-up does.
    return "'" + query.replace("'", "'\"'\"'") + "'"
