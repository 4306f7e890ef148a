"""What is done with text from outside takes steps in proportion to its length, whatever it says.

Steps are lines of Python: what `re` does below them is counted in tests/expressions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from textual.style import Style
from textual.visual import RenderOptions

from store.checking.collection import Collection, References
from store.checking.rules import RULES
from store.files import markdown
from store.lookup.keys import name_keys
from store.lookup.sounds import skeleton
from store.model import dates
from store.model.passages import passages
from store.model.records import Bilingual, Citation, Record
from store.search.highlights import TermHighlighter
from store.search.query import editing, parser, tokens
from store.search.query.tree import Term
from store.search.snippets import snippet
from store.text import folding, printable
from store.text.stems import stem
from tests.growth.steps import steps_of
from tui.bidi.algorithm.direction import Direction
from tui.bidi.lines import visual_line
from tui.bidi.sanitising import clean_typed, sanitise
from tui.explorer.drawing.sheets.blocks import Sheet
from tui.explorer.drawing.wrapping import words_of, wrapped
from tui.explorer.panes import record_text

SHORT, LONG = 600, 2_400
_ROUNDED = 1.5
"""How much more a character may cost in a text four times as long: lists of what is known grow."""
_AT_FIRST = 3_000
"""Steps that any call may take for itself."""

PIECES = [
    "[^", "[", "[a](", "[^a-1]", "`", "**a", "“", '"', "«a» ", "(", "(א)", "[a]", "א)", "- ", "> ",
    "# a\n", "<div lang=ar>", "a@b.", "www.a ", "a.b.", "2017-05-", "2012/", "1,", "+1 ",
    "a ", "a", "ا ", "ا", "لا", "ﷺ ", "a' ", "regime’s ", "terrorist. ", "“terrorist ",
    "e\u0301", "\u0301", "\u200c", "\u2067", "\u2067a\u2069", "\u2068א\u2069", "\U0001f1f8",
    "\U0001f468\u200d", "\n", "\n\n", "a\n\n", " ", "\t", "AND ", "a OR ", "NOT ", "-a ",
    "kind:a ", 'a:"', "year:9", "((a) ",
]  # fmt: skip
_TERMS = (Term(("a",), prefix=True), Term(("a", "a")), Term(("terrorist",)), Term(("ا",)))
_HIGHLIGHTER = TermHighlighter(_TERMS)
_OPTIONS = RenderOptions(lambda style: Style(), {})


def _record(text: str) -> Record:
    return Record(
        "a",
        "zone",
        Bilingual("Terrorist State", "دولة"),
        "city",
        summary=Bilingual(text, text),
        citations=(Citation("a", "1"),),
    )


def _broken_rules(text: str) -> Iterator[object]:
    record = _record(text)
    collection = Collection.of(
        [record], References(lambda key: True, lambda key: True, lambda key: None)
    )
    for rule in RULES:
        yield from rule(collection).of_record(record)


def _file(text: str) -> str:
    return f"---\nkey: a\nkind: zone\nname: {{en: A}}\n---\n\n# A\n\n{text}\n"


def _drawn(text: str) -> object:
    shown = record_text.Shown(_record(text), {})
    return Sheet(80, Style(), _OPTIONS, right_to_left=False).draw(
        record_text.blocks(shown, "en", _HIGHLIGHTER.spans, 80)
    )


def _date(text: str) -> object:
    try:
        return dates.parse(text)
    except ValueError as error:
        return error


def _nested_isolates(text: str) -> object:
    half = len(text) // 2
    return visual_line(sanitise("\u2068" * half + "א" + "\u2069" * half))


WORK: dict[str, Callable[[str], object]] = {
    "passages": lambda text: list(passages(_record(text))),
    "a file written": lambda text: markdown.write_record(_record(text)),
    "a file read": lambda text: markdown.read(_file(text)),
    "folding": folding.fold_with_offsets,
    "words and stems": lambda text: list(map(stem, folding.words(folding.fold(text)))),
    "keys of a name": name_keys,
    "sounds": lambda text: list(map(skeleton, folding.words(folding.fold(text)))),
    "highlights": _HIGHLIGHTER.spans,
    "a snippet": lambda text: snippet(_record(text), _HIGHLIGHTER, "en"),
    "tokens of a query": lambda text: list(tokens.tokens(text)),
    "a query": parser.parse,
    "filters of a query": editing.filters_in,
    "one more filter": lambda text: editing.with_filter(text, "kind", "zone"),
    "the end of a query": tokens.begun_filter,
    "rules": lambda text: list(_broken_rules(text)),
    "text made safe": lambda text: printable.printable(text) + printable.printable_lines(text),
    "text made safe to draw": sanitise,
    "text typed": clean_typed,
    "order": lambda text: visual_line(sanitise(text, one_line=True)),
    "order from the right": lambda text: visual_line(
        sanitise(text, one_line=True), base=Direction.RIGHT_TO_LEFT
    ),
    "isolates in isolates": _nested_isolates,
    "a record drawn": _drawn,
    "a remark wrapped": lambda text: list(
        wrapped(words_of(text.replace(" ", "")), 30, Direction.LEFT_TO_RIGHT)
    ),
    "a date": _date,
}


@pytest.mark.parametrize(("at", "name"), enumerate(WORK))
def test_work_grows_with_the_text_and_no_faster(at: int, name: str, *, thoroughly: bool) -> None:
    work = WORK[name]
    # Else each work is done with some of the pieces, and each piece is met by some of the work.
    for piece in PIECES if thoroughly else PIECES[at % 4 :: 4]:
        short, long = (piece * (length // len(piece)) for length in (SHORT, LONG))
        work(long)  # what is learnt at first, and caches, are no part of the work
        most = _ROUNDED * steps_of(work, f"{short} ") * len(long) / len(short) + _AT_FIRST
        assert steps_of(work, f"{long} ") <= most, (name, piece)


@pytest.mark.parametrize("opening", ["(", "a AND (", '"', "NOT (", "-(", "(a OR "])
def test_a_query_may_be_nested_as_deeply_as_one_likes(opening: str) -> None:
    query = parser.parse(opening * 100_000)
    assert len(query.text) <= parser.LONGEST_QUERY


def test_the_steps_of_what_is_quadratic_grow_faster() -> None:
    def compared(text: str) -> int:
        return sum(1 for a in text for b in text if a == b)

    assert steps_of(compared, "a" * 40) > 10 * steps_of(compared, "a" * 10)
