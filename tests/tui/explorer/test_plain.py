"""The plain mode: one pane at a time, states in words, and nothing written that has not changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.bidi.visual_lines import unjoined
from tests.tui.conftest import Driver, Explore
from tests.tui.explorer.conftest import Start
from tui.bidi import DisplayMode, set_display_mode
from tui.explorer.drawing.plain.changes import Changes
from tui.explorer.drawing.plain_mode import use_plain
from tui.explorer.drawing.sheets.blocks import Block, Column, in_one_line
from tui.messages import say
from tui.state import State

FRAMES = re.compile("[╭╮╰╯─│═║━╸╺▌★▁-█]")


@pytest.fixture(autouse=True)
def plain() -> Iterator[None]:
    use_plain(True)
    set_display_mode(DisplayMode.OFF)
    yield
    use_plain(False)
    set_display_mode(DisplayMode.APP)


def panes_shown(driver: Driver) -> list[str]:
    return [pane.pane_id for pane in driver.explorer.panes if pane.display]


def line_at_cursor(driver: Driver) -> str:
    return unjoined(driver.lines()[driver.app.cursor_position.y]).strip()


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_one_pane_stands_alone_and_without_a_frame(
    explore: Explore, small: Store, language: Language
) -> None:
    async with explore(small, language=language, state=State(record="zabadani")) as driver:
        for pane in ("list", "detail", "relations"):
            assert panes_shown(driver) == [pane]
            assert not FRAMES.search("".join(driver.lines()))
            await driver.press("tab")


async def test_a_row_says_its_kind_and_what_holds_of_it(explore: Explore, small: Store) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        assert line_at_cursor(driver) == "Zabadani, zone"
        await driver.press("s", "v")
        assert line_at_cursor(driver) == "Zabadani, zone, starred, in the range"
        await driver.press("escape", "1")
        assert "Zones 3 (listed)" in driver.lines()[1]
        await driver.press("2")
        assert "Agreements 1 (listed)" in driver.lines()[1]


async def test_a_row_of_relations_says_under_what_it_stands(explore: Explore, small: Store) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        await driver.press("tab", "tab")
        assert line_at_cursor(driver) == ("Four Towns agreement, agreement, [2] – evacuated under")


async def test_arabic_is_in_the_order_in_which_it_is_heard(explore: Explore, small: Store) -> None:
    async with explore(small, language="ar", state=State(record="zabadani")) as driver:
        assert driver.app.cursor_position.x == 0
        assert driver.lines()[driver.app.cursor_position.y].startswith("الزبداني، منطقة")
        assert driver.lines()[1].startswith(" الكل 6 (معروض)  مناطق 3")
        assert driver.lines()[0].startswith(" بحث: ")


async def test_the_text_is_read_line_by_line(explore: Explore, small: Store) -> None:
    async with explore(small, state=State(record="zabadani"), size=(80, 12)) as driver:
        await driver.press("tab", "g")
        heard = [line_at_cursor(driver)]
        for _ in range(30):
            await driver.press("j")
            heard.append(line_at_cursor(driver))
        assert heard[0] == "Zabadani"
        assert "It has springs." in heard
        assert "[1]: An article, sentence 1" in heard
        await driver.press("g", ".")
        assert line_at_cursor(driver) != "Zabadani"


async def test_a_dialog_has_the_screen_for_itself(explore: Explore, small: Store) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        await driver.press("e")
        lines = driver.lines()
        assert not any("Zabadani" in line for line in lines)
        assert not FRAMES.search("".join(lines))
        assert "(1 of " in "".join(lines)
        await driver.press("escape", ":", "down")
        assert not any("Zabadani" in line for line in driver.lines())
        assert line_at_cursor(driver)


async def test_a_warning_is_told_by_a_word(explore: Explore, small: Store) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        driver.app.notify("so it is", severity="warning", markup=False)
        await driver.settle()
        assert [each.title for each in driver.app._notifications] == ["Warning"]


async def test_no_letters_are_laid_over_what_is_read(explore: Explore, small: Store) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        await driver.press("apostrophe")
        assert driver.app.screen is driver.explorer
        assert "Tab" in driver.notices[0]


def test_only_lines_that_changed_are_written_and_from_where_they_did() -> None:
    console = Console(force_terminal=True, width=10)
    changes = Changes()

    def written(*lines: str) -> str:
        strips = [Strip([Segment(part) for part in line.split("|")]) for line in lines]
        return changes.since(strips).render_segments(console)

    assert written("one", "two").count("H") == 2
    assert written("one", "two") == ""
    assert written("one", "too") == "\x1b[2;1Htoo"
    changes.forget()
    assert "one" in written("one", "too")


def test_moving_writes_no_word_and_the_cursor_is_seen(start: Start) -> None:
    with start("--plain", "--language", "en") as terminal:
        terminal.wait_for("records")
        terminal.settle()
        # The overview alone was written, and not the list before it, in whose place it stands.
        assert b"A buffer that shields" not in terminal.drawn
        terminal.press("1")
        terminal.wait_for("(listed)")
        terminal.settle()
        shown, before = terminal.text, len(terminal.drawn)
        terminal.press("j", "j")
        terminal.wait_until(lambda _: len(terminal.drawn) > before)
        terminal.settle()
        written = re.sub(rb"\x1b\[[\d;?]*[a-zA-Z]", b"", bytes(terminal.drawn[before:]))
        assert not written.strip()
        assert terminal.text == shown
        assert terminal.drawn.rindex(b"\x1b[?25h") > terminal.drawn.rindex(b"\x1b[?25l")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


async def test_two_records_compared_are_told_one_after_the_other(
    explore: Explore, small: Store
) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        await driver.press("z", "equals_sign")
        assert "The plain mode shows one pane at a time." in driver.notices
        driver.explorer.go_to("four-towns")
        await driver.press("equals_sign")
        told = [line.strip() for line in driver.lines() if line.strip()]
        at = told.index("Type · different")
        assert told[at + 1] == "Zabadani: town"
        assert told[at + 2].startswith("Four Towns agreement: evacuation")


def test_what_stands_side_by_side_follows_each_other_on_one_line() -> None:
    columns = (Column(Content("6"), Content("Reuters")), Column(Content(""), Content("")))
    line = in_one_line(Block(Content(""), Content("Sources   "), columns=columns))
    assert line.body.plain == "Sources: 6 Reuters / –"
    assert in_one_line(Block(Content("town"), Content(" "))).body.plain == "town"


@pytest.mark.parametrize("width", [30, 50, 80])
@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_what_is_listed_is_said_however_narrow_it_is(
    explore: Explore, shipped: Store, language: Language, width: int
) -> None:
    async with explore(shipped, language=language, size=(width, 24)) as driver:
        for key in "012345":
            await driver.press(key)
            assert say("plain.chosen", name="").strip(" ") in driver.text_of("#tabs"), key
            if width == 80:
                assert say("tabs.source") in driver.text_of("#tabs"), key


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_a_text_is_read_alone_and_what_nothing_cites_is_said_in_words(
    explore: Explore, small: Store, tmp_path: Path, language: Language
) -> None:
    file = tmp_path / "text.txt"
    file.write_text("One stood. Two fell. Three left.", "utf-8")
    small.attach_text("article", file)
    state = State(record="source:article")
    async with explore(small, language=language, state=state) as driver:
        await driver.press("f7", "u")
        assert "Three left." in line_at_cursor(driver)
        assert say("reader.uncited-number", number="3") in line_at_cursor(driver)
        shown = "\n".join(driver.lines())
        assert not FRAMES.search(shown)
        assert not {"●", "○"} & set(shown)
        await driver.press("up")
        assert line_at_cursor(driver).startswith("2: Two fell.")
        await driver.press("tab")
        assert not any("Two fell." in line for line in driver.lines())
        await driver.press("tab")
        assert any("Two fell." in line for line in driver.lines())
