"""What a list shows, line by line: headings, entries to select, and remarks below them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from store.model.records import Citation, Row, SourceRow
from store.model.vocabulary import Kind
from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING, Final, Literal, Protocol
from tui.bidi import Direction
from tui.explorer.drawing.neighbours import Neighbourhood, Neighbours

if TYPE_CHECKING:
    from store.store import Rows

Highlights = tuple[tuple[int, int], ...]
"""Start and end of pieces of a text, in characters of its logical order."""


ListedKind = Kind | Literal["source"]
"""What a list may hold: records of a kind, or sources, which are no records."""
Listed = Row | SourceRow
"""What is listed."""
_SOURCE: Final = "source:"
"""Before the key of a source where records go by their keys: no key holds a colon."""


def address_of(row: Listed) -> str:
    """By what a list and the history know something: a record by its key, a source apart."""
    return source_address(row.key) if isinstance(row, SourceRow) else row.key


def source_address(key: str) -> str:
    """By what lists and the history know the source with a key."""
    return f"{_SOURCE}{key}"


def source_key(address: str) -> str:
    """The key of the source that an address is of, empty for a record's."""
    return address.removeprefix(_SOURCE) if address.startswith(_SOURCE) else ""


CITED: Final = "cited"
"""Name under which the style of a citation carries its number on the page."""


class Heading(NamedTuple):
    """A title above entries."""

    text: str
    highlights: Highlights = ()


class Entry(NamedTuple):
    """A record, or a source."""

    row: Listed
    date: str = ""
    """Stands in a column of its own at the far edge."""
    highlights: Highlights = ()
    """What to mark in the name by which the interface's language calls the record."""
    cited: tuple[Word, ...] = ()
    """The numbers of citations, behind the name."""


class Word(NamedTuple):
    """A word of a line that is wrapped, or a citation's number."""

    text: str
    tone: Literal["plain", "warning", "cited", "hit"] = "plain"
    number: int = 0
    """Of a citation, to be pressed."""
    is_joined: bool = False
    """No space stands before it."""


class Choice(NamedTuple):
    """Something else that can be chosen: a command, a filter, a theme."""

    id: str
    label: str
    aside: str = ""
    """At the far edge: the command's keys."""
    value: object = None
    """What is chosen, where the id alone does not say it."""


class Quoted(NamedTuple):
    """A sentence of the text of a source, which was found in it."""

    citation: Citation
    """The source, and the sentence by its number."""
    text: str
    highlights: Highlights = ()


class Remark(NamedTuple):
    """A line below an entry: why it was found, or a note."""

    text: str
    highlights: Highlights = ()


class WrappedRemark(NamedTuple):
    """One of the lines of a remark that is shown whole."""

    words: tuple[Word, ...]
    base: Direction
    """Of the whole remark."""


Line = Heading | Entry | Choice | Quoted | Remark | WrappedRemark


class Listing(Protocol):
    """Lines from 0, some of which are entries, counted from 0 too."""

    @property
    def line_count(self) -> int:
        """How many lines there are."""

    @property
    def entry_count(self) -> int:
        """How many of them can be selected."""

    def line(self, y: int) -> Line:
        """The line at `y`."""

    def neighbours(self, y: int) -> Neighbours:
        """The records that may stand on screen together with the line at `y`."""

    def heading_of(self, y: int) -> str:
        """The heading under which the line at `y` stands, empty for none."""

    def lines_of(self, entry: int) -> tuple[int, int]:
        """First line of an entry, and the line after its last."""

    def entry_at(self, y: int) -> int | None:
        """The entry to which a line belongs, None for a heading."""

    def key_of(self, entry: int) -> str:
        """The record's key, or the choice's id."""

    def position(self, key: str) -> int | None:
        """The first entry with that key, None where there is none."""


class RowsListing:
    """All records of the store or of one kind, read only as far as they are shown."""

    def __init__(self, rows: Rows, reading: AbstractContextManager[object]) -> None:
        """Show rows.

        Args:
            rows: as the store gives them.
            reading: held while the store is read, so that a search in a thread does not clash.
        """
        self._rows = rows
        self._reading = reading
        self._neighbourhood = Neighbourhood(self._read)

    @property
    def line_count(self) -> int:
        """One line a record."""
        return len(self._rows)

    @property
    def entry_count(self) -> int:
        """Every line is an entry."""
        return len(self._rows)

    def line(self, y: int) -> Line:
        """The record at `y`."""
        with self._reading:
            row = self._rows[y]
        return Entry(row, row.date)

    def neighbours(self, y: int) -> Neighbours:
        """Those of the records above and below."""
        return self._neighbourhood.of(y)

    def _read(self, start: int, end: int) -> list[Listed]:
        with self._reading:
            return [self._rows[place] for place in range(start, min(end, len(self._rows)))]

    def heading_of(self, y: int) -> str:
        """There are none."""
        return ""

    def lines_of(self, entry: int) -> tuple[int, int]:
        """Its one line."""
        return entry, entry + 1

    def entry_at(self, y: int) -> int | None:
        """The entry is the line."""
        return y if 0 <= y < len(self._rows) else None

    def key_of(self, entry: int) -> str:
        """The record's key."""
        with self._reading:
            return self._rows[entry].key

    def position(self, key: str) -> int | None:
        """Asked of the store, so that no rows need be read."""
        with self._reading:
            return self._rows.position(key)


class FixedListing:
    """Lines known in advance: hits, relations, choices."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._neighbourhood = Neighbourhood(self._read)
        self._starts = [
            y for y, line in enumerate(lines) if isinstance(line, Entry | Choice | Quoted)
        ]
        self._entries: list[int | None] = []
        entry: int | None = None
        count = 0
        for line in lines:
            if isinstance(line, Heading):
                entry = None
            elif not isinstance(line, Remark | WrappedRemark):
                entry, count = count, count + 1
            self._entries.append(entry)

    def __eq__(self, other: object) -> bool:
        """The same lines are the same listing."""
        return isinstance(other, FixedListing) and self._lines == other._lines

    __hash__ = None  # type: ignore[assignment]  # equal by what it holds

    @property
    def line_count(self) -> int:
        """All lines."""
        return len(self._lines)

    @property
    def entry_count(self) -> int:
        """Lines but headings and remarks."""
        return len(self._starts)

    def line(self, y: int) -> Line:
        """The line at `y`."""
        return self._lines[y]

    def neighbours(self, y: int) -> Neighbours:
        """Those of the entries above and below."""
        return self._neighbourhood.of(y)

    def _read(self, start: int, end: int) -> list[Listed]:
        return [line.row for line in self._lines[start:end] if isinstance(line, Entry)]

    def heading_of(self, y: int) -> str:
        """The nearest one above."""
        above = (line for line in reversed(self._lines[:y]) if isinstance(line, Heading))
        return next((heading.text for heading in above), "")

    def lines_of(self, entry: int) -> tuple[int, int]:
        """The entry's own line with the remarks below it."""
        start = end = self._starts[entry]
        while end < len(self._lines) and self._entries[end] == entry:
            end += 1
        return start, end

    def entry_at(self, y: int) -> int | None:
        """The entry above a remark, too."""
        return self._entries[y] if 0 <= y < len(self._lines) else None

    def key_of(self, entry: int) -> str:
        """The record's key, the source's address, or the choice's id."""
        line = self._lines[self._starts[entry]]
        if isinstance(line, Choice):
            return line.id
        if isinstance(line, Quoted):
            return source_address(line.citation.source)
        return address_of(line.row) if isinstance(line, Entry) else ""

    def position(self, key: str) -> int | None:
        """Looked for from the top."""
        return next((i for i in range(self.entry_count) if self.key_of(i) == key), None)


EMPTY = FixedListing(())


def top_with_cursor(
    listing: Listing, entry: int, top: int, height: int, *, by_pages: bool = False
) -> int:
    """The first line in sight once an entry is, which moves no further than it must.

    Args:
        listing: what is shown.
        entry: under the cursor.
        top: the first line in sight now.
        height: lines of the view.
        by_pages: a page now and then instead of each line: a screen reader hears all that moves.
    """
    start, end = listing.lines_of(entry)
    # A heading straight above comes along, else nobody could scroll up to the first one.
    if start and listing.entry_at(start - 1) is None:
        start -= 1
    if start < top and by_pages:
        return max(0, min(start, end - height))
    if start < top or end - start > height:
        return start
    if end > top + height:
        return start if by_pages else end - height
    return top
