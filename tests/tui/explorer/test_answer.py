"""What the list answers a question with."""

from __future__ import annotations

from contextlib import nullcontext
from typing import get_args

from store.model.questions import Hits
from store.model.records import Bilingual, Match, Row, Snippet, TextHit
from store.search.highlights import TermHighlighter
from store.search.query.parser import parse
from tui.explorer.browsing.answer import FoundListing
from tui.explorer.drawing.listing import Entry, Heading, Remark
from tui.messages import say


def _listing(names: list[str], asked: list[str], query: str = "mill ") -> FoundListing:
    def hit(name: str) -> TextHit:
        def quote() -> Snippet:
            asked.append(name)
            return Snippet(f"{name} has a mill")

        return TextHit(Row(name, "zone", "", Bilingual(name)), 1.0, quote)

    texts = [hit(name) for name in names]
    hits = Hits((), texts, has_more=False, highlighter=TermHighlighter(parse(query).terms))
    return FoundListing(hits, language="en", reading=nullcontext())


def test_snippets_are_made_for_the_lines_that_are_shown() -> None:
    asked: list[str] = []
    listing = _listing(["Mill", "b", "c"], asked)

    assert (listing.line_count, listing.entry_count) == (7, 3)
    assert not asked
    assert listing.line(2) == Remark("Mill has a mill")
    assert asked == ["Mill"]


def test_some_of_the_words_have_a_heading_of_their_own() -> None:
    hits = [
        TextHit(Row(match, "zone", "", Bilingual(match)), 1.0, lambda: Snippet(""), match)
        for match in (*get_args(Match), "some")
    ]
    highlighter = TermHighlighter(parse("mill ").terms)
    found = Hits((), hits, has_more=False, highlighter=highlighter)
    listing = FoundListing(found, language="en", reading=nullcontext())

    lines = [listing.line(y) for y in range(listing.line_count)]
    headings = [line.text for line in lines if isinstance(line, Heading)]
    assert headings == [say("list.in-text"), say("list.some-words")]
    assert isinstance(lines[3], Heading)


def test_what_was_looked_for_is_marked_in_names() -> None:
    line = _listing(["Mill"], []).line(1)

    assert isinstance(line, Entry)
    assert line.highlights == ((0, 4),)


def test_other_words_are_another_listing() -> None:
    assert _listing(["Mill"], []) == _listing(["Mill"], [])
    assert _listing(["Mill"], []) != _listing(["Mill"], [], "other ")
