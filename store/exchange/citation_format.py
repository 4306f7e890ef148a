"""What a format is in which sources are cited, for programs that keep references."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.model.reading.keys import is_key, likely_key
from store.model.records import Source
from store.model.vocabulary import Label
from store.text.printable import printable
from store.tuples import NamedTuple


class CitationFormat(NamedTuple):
    """A form in which sources are cited, found by `store.exchange.citation_formats`."""

    name: str
    """As it is asked for: `--format bibtex`."""
    place: int
    """Where lists of formats have it; see `store.entries`."""
    label: Label
    """For users."""
    write: Callable[[Iterable[Source]], str]
    """The sources as a text, each once, in their order."""


def key_of(source: Source) -> str:
    """The key of a source; of one that a damaged store has, what can be a key of it."""
    return source.key if is_key(source.key) else likely_key(source.key) or "source"


def title_of(source: Source) -> str:
    """What a source is called: in its own language where that title is known."""
    return one_line(source.title.prefer("ar" if source.language == "ar" else "en"))


def other_title_of(source: Source) -> str:
    """The title in the other language, empty where there is none."""
    return one_line(source.title.in_("en" if source.language == "ar" else "ar"))


def remarks_of(source: Source) -> str:
    """Whose report it passes on, and what is noted of it."""
    relays = f"Passes on {source.relays}" if source.relays else ""
    note = source.note.prefer("ar" if source.language == "ar" else "en")
    return ". ".join(one_line(text).removesuffix(".") for text in (relays, note) if text)


def one_line(text: str) -> str:
    """A text without line breaks, and with nothing in it that a terminal would obey."""
    return printable(" ".join(text.split()))
