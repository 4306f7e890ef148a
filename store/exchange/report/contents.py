"""What a report says, whatever it is written in: title, question, contents, records, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import PurePath
from typing import Final

from store.exchange.selection import Selection
from store.files.page import (
    CitedSource,
    Places,
    RecordPage,
    cited_source,
    page_citations,
    place_in,
    record_page,
    word,
)
from store.model import dates
from store.model.records import Citation, Movement, Record, Related, Row, Source
from store.model.vocabulary import KIND_PLURALS, KINDS, Kind, Label, Language
from store.tuples import NamedTuple

_KINDS: Final = list(KINDS)
_MEMORY: Final = ":memory:"
_AND: Final = Label(" and ", " و")
CONTENTS: Final = Label("Contents", "المحتويات")
SOURCES: Final = Label("Sources", "المصادر")
QUESTION: Final = Label("Question", "السؤال")
_MADE: Final = Label("Date", "التاريخ")
_STORE: Final = Label("Store", "المخزن")
_RECORDS: Final = Label("Records", "السجلات")

SOURCES_ANCHOR: Final = "_sources"
"""Where the sources begin; no record's key begins with a mark."""


class Particular(NamedTuple):
    """What is to be known of a report before one reads it."""

    label: str
    text: str
    """As somebody wrote it, or a number or date in words."""


class Mark(NamedTuple):
    """What stands in the place of citations of one source: `[3, sentence 2]`."""

    source: str
    """Its key."""
    text: str
    """Its number in the report and the places in it, without brackets."""


class ListedSource(NamedTuple):
    """A source in the list at the end."""

    number: int
    cited: CitedSource


class Entry(NamedTuple):
    """A record of a report, with what its page shows besides."""

    record: Record
    related: list[Related]
    moved: list[Movement]
    citations: Mapping[str, Citation]
    """All that its page makes, by the label that marks them in its text."""

    def shown_in(self, languages: tuple[Language, ...]) -> Iterator[Language]:
        """Those of a report's languages in which it has something to say."""
        for language in languages:
            name, summary = self.record.name, self.record.summary
            if len(languages) == 1 or name.in_(language) or summary.in_(language):
                yield language

    def page(self, language: Language, sources: Mapping[str, Source], places: Places) -> RecordPage:
        """Put it into the words of one language."""
        return record_page(self.record, language, sources, self.related, places, self.moved)


class Report:
    """A report, read from its store while it is written.

    Sources are numbered in the order in which `entries` comes to them, so its list of sources is
    whole once they are through.
    """

    def __init__(self, selection: Selection) -> None:
        """Group the records of a selection by kind, in their order."""
        self._selection = selection
        self._numbers: dict[str, int] = {}
        self.sources = selection.sources
        """All that are cited, by key."""
        self.places = selection.places
        language = selection.language
        self.languages: tuple[Language, ...] = ("en", "ar") if language == "both" else (language,)
        """In the order in which readers see them."""
        self.rows = sorted(selection.rows, key=lambda row: _KINDS.index(row.kind))
        """What lists show of the records, in the report's order."""
        self.keys = frozenset(row.key for row in self.rows)

    @property
    def is_of_one(self) -> bool:
        """It is the page of one record, and needs no contents."""
        return len(self.rows) == 1

    def title(self, language: Language) -> str:
        """What it is called: as was wished, or after the kinds of its records."""
        if self.is_of_one:
            return self.rows[0].name.prefer(language)
        if self._selection.about.title:
            return self._selection.about.title
        kinds = [label.in_(language) for _, label, _ in self.groups()]
        *others, last = kinds or [label.in_(language) for label in KIND_PLURALS.values()]
        if language == "ar":
            return _AND.ar.join([*others, last])
        joined = word("comma", language).join(others)
        return _capital(f"{joined}{_AND.en}{last}" if joined else last)

    def particulars(self, language: Language) -> Iterator[Particular]:
        """The question, the date, the store and how much there is."""
        about = self._selection.about
        if about.question:
            yield Particular(QUESTION.in_(language), about.question)
        made = (about.made or date.today()).isoformat()
        yield Particular(_MADE.in_(language), dates.for_reader(made, language))
        if self._selection.store_path != _MEMORY:
            # Its folder is nobody's business who is sent the report.
            yield Particular(_STORE.in_(language), PurePath(self._selection.store_path).name)
        yield Particular(_RECORDS.in_(language), f"{len(self.rows):,}")
        yield Particular(SOURCES.in_(language), f"{len(self.sources):,}")

    def groups(self) -> Iterator[tuple[Kind, Label, list[Row]]]:
        """The records kind by kind, with what many of that kind are called."""
        for kind, rows in groupby(self.rows, key=lambda row: row.kind):
            yield kind, KIND_PLURALS[kind], list(rows)

    def heading(self, label: Label, language: Language) -> str:
        """A label as it stands at the head of something."""
        return _capital(label.in_(language))

    def entries(self) -> Iterator[Entry]:
        """The records, read in batches.

        Raises:
            DamagedRowError: one cannot be read.
        """
        for record, related, moved in self._selection.read([row.key for row in self.rows]):
            citations = page_citations(record, related, moved)
            for citation in citations:
                self._numbers.setdefault(citation.source, len(self._numbers) + 1)
            by_label = {citation.label: citation for citation in citations}
            yield Entry(record, related, moved, by_label)

    def marks(self, citations: Iterable[Citation], language: Language) -> Iterator[Mark]:
        """What stands for some citations: one mark a source, with the places in it."""
        places: dict[str, list[str]] = {}
        for citation in citations:
            places.setdefault(citation.source, []).append(citation.locator)
        for key, locators in places.items():
            number = self._numbers.setdefault(key, len(self._numbers) + 1)
            place = place_in(self.sources.get(key), locators, language)
            text = word("comma", language).join(filter(None, (str(number), place)))
            yield Mark(key, text)

    def listed_sources(self, language: Language) -> Iterator[ListedSource]:
        """The sources by their numbers."""
        for key in self.sources:
            self._numbers.setdefault(key, len(self._numbers) + 1)
        for key, number in self._numbers.items():
            source = self.sources.get(key)
            known = cited_source(source, language) if source else None
            yield ListedSource(number, known or CitedSource(key, key, key, "", "", ""))

    def cited_sources(self, language: Language) -> Iterator[CitedSource]:
        """The sources in the order of their keys."""
        return (cited_source(source, language) for source in self.sources.values())

    def address(self, key: str, kind: str) -> str:
        """Where a link to a record or source leads; empty where it is not in the report."""
        if kind == "source":
            return f"#{source_anchor(key)}" if key in self._numbers else ""
        return f"#{key}" if key in self.keys else ""


def source_anchor(key: str) -> str:
    """The anchor of a source in the list at the end; no record has it, as keys have no colon."""
    return f"source:{key}"


def is_web_address(url: str) -> bool:
    """Whether a source's address may be linked: one of the web, and nothing that runs."""
    return url.lower().startswith(("https://", "http://"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
