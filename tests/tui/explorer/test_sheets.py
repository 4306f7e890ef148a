"""A written text of which only those lines are drawn that somebody looks at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from tui.bidi.textual_seam import content_strips, install, line_count, uninstall
from tui.explorer.drawing.sheets.blocks import Block, Sheet
from tui.explorer.drawing.sheets.lines import Line, Lines

OPTIONS = RenderOptions(lambda _: Style(), {})
WORDS = [
    "truce",
    "in",
    "هدنة",
    "الزبداني",
    "https://example.org/a/b?c=d_e",
    "2017",
    "ـ",
    "👩‍👩‍👧",
    "语言",
]
SPACES = [" ", "  ", "\n", "\t", "\u200f", "\x1b", "\u0301", "\u200d", "\xa0", "\u3000", "-", "/"]


@pytest.fixture(autouse=True, scope="module")
def ours() -> Iterator[None]:
    install()
    yield
    uninstall()


texts = st.lists(st.sampled_from([*WORDS, *SPACES]) | st.text(max_size=6), max_size=30).map("".join)


@given(texts, st.integers(1, 40))
@example("", 1)
@example("a\tb\tc", 9)
@example("word   ", 5)
def test_lines_are_counted_as_they_are_drawn(text: str, width: int) -> None:
    content = Content(text)
    drawn = content_strips(content, width, None, Style(), OPTIONS)
    assert line_count(content, width) == len(drawn)


@given(
    st.lists(st.tuples(texts, texts, st.booleans()), max_size=4),
    st.integers(1, 70),
    st.booleans(),
)
def test_a_line_is_the_same_whichever_is_asked_first(
    written_texts: list[tuple[str, str, bool]], width: int, right_to_left: bool
) -> None:
    written = [Block(Content(body), Content(label), gap) for body, label, gap in written_texts]
    sheet = Sheet(width, Style(), OPTIONS, right_to_left)
    whole = [line.strip.text for line in sheet.draw(written)]
    asked = sheet.draw(written)
    assert len(asked) == len(whole)
    assert [asked[y].strip.text for y in reversed(range(len(whole)))] == whole[::-1]


def test_what_nobody_looks_at_is_not_drawn() -> None:
    drawn: list[str] = []

    def draw(name: str) -> list[Line]:
        drawn.append(name)
        return [Line(Strip.blank(1)), Line(Strip.blank(1))]

    lines = Lines()
    for name in ("first", "second", "third"):
        lines.add(2, lambda name=name: draw(name))  # type: ignore[misc]
    assert len(lines) == 6
    assert drawn == []
    _ = lines[3], lines[2]
    assert drawn == ["second"]
    assert len(lines[:]) == len(list(lines)) == 6
    with pytest.raises(IndexError):
        _ = lines[6]
