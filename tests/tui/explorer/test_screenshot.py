"""Pictures of the screen: each cell stands where the terminal has it, whatever is drawn in it."""

from __future__ import annotations

from xml.etree import ElementTree

from rich.segment import Segment
from rich.style import Style

from store.store import Store
from tests.tui.conftest import Explore
from tui.bidi import visual, visual_line
from tui.explorer.screenshot import CELL, pieces, svg
from tui.state import State

SVG = "{http://www.w3.org/2000/svg}"


def test_a_mark_shifts_nothing() -> None:
    shadda = visual("الشّام 1")
    found = [(piece.x, piece.text, piece.cells) for piece in pieces([Segment(f"{shadda}|")])]
    glyphs = [cluster.glyph for cluster in visual_line("الشّام 1").clusters]
    assert found[0] == (0, "1 ", 2)
    assert found[1:-1] == [(2 + i, glyph, 1) for i, glyph in enumerate(glyphs[2:])]
    assert found[-1] == (len(glyphs), "|", 1)
    assert any(len(text) == 2 for _, text, _ in found[1:-1])


def test_guarding_marks_are_no_part_of_a_picture() -> None:
    assert [piece.text for piece in pieces([Segment("ﺱ\u200eﻝ\u200e")])] == ["ﺱ", "ﻝ"]


def test_a_line_is_runs_of_one_style_and_arabic_cell_by_cell() -> None:
    bold = Style(bold=True)
    found = [*pieces([Segment("ab ﺎﺑ c", bold), Segment("日d")])]
    assert [(p.x, p.text, p.cells, p.is_joined) for p in found] == [
        (0, "ab ", 3, False),
        (3, "ﺎ", 1, True),
        (4, "ﺑ", 1, True),
        (5, " c", 2, False),
        (7, "日", 2, False),
        (9, "d", 1, False),
    ]


def test_reverse_and_decoration_are_drawn() -> None:
    style = Style(color="#112233", bgcolor="#445566", reverse=True, underline=True, strike=True)
    picture = svg([[Segment("<&>", style)]], 3, "a & b")
    root = ElementTree.fromstring(picture)
    rules = root.findtext(f"{SVG}style") or ""
    assert "fill:#445566;text-decoration:underline line-through" in rules
    cells = root.find(f"{SVG}g")
    assert cells is not None
    rect, text = cells
    assert (rect.get("fill"), rect.get("width")) == ("#112233", str(3 * CELL))
    assert text.text == "<&>"


async def test_the_programs_own_screenshot_is_such_a_picture(
    shipped: Store, explore: Explore
) -> None:
    at = State(record="four-towns-agreement-2017")
    async with explore(shipped, language="ar", size=(80, 24), state=at) as driver:
        root = ElementTree.fromstring(driver.app.export_screenshot())
        lines: dict[int, list[tuple[int, str]]] = {}
        for text in root.iter(f"{SVG}text"):
            if "textLength" in text.attrib:
                place = int(text.attrib["x"]) // CELL, text.text or ""
                lines.setdefault(int(text.attrib["y"]), []).append(place)
        drawn = ["".join(text for _, text in sorted(line)) for _, line in sorted(lines.items())]
        shown = [line.replace(" ", "") for line in driver.lines()]
        assert [line.replace("\u00a0", "") for line in drawn] == shown
