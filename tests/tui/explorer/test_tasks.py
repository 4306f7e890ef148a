"""The keys that a task may cost, played in a pseudo-terminal on the shipped records.

Counted from the start of an explorer that nobody has used before; letters typed into a box are not
counted, and they are plain names: no filter is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.pseudo_terminal import PseudoTerminal
from tests.tui.explorer.conftest import Start

ALL_FILTERS = "│ before  "
"""Stands in the dialog of filters until something is typed."""
DATE = re.compile(r"(?:(?P<first>20\d\d)–)?(?P<last>20\d\d)$")
"""The year, or the years, at the end of a row of the list."""


class Hands:
    """Presses keys and counts them, each once the screen shows what it is pressed for."""

    def __init__(self, terminal: PseudoTerminal) -> None:
        self.terminal = terminal
        self.count = 0
        self.sees("Most connected places")

    def press(self, key: str, seen: str) -> None:
        """Press a key, and wait for what it leads to."""
        self.count += 1
        self.terminal.press(key)
        self.sees(seen)

    def type(self, name: str, seen: str, gone: str = "") -> None:
        """Type a name into the box that is open, and wait for what is found."""
        self.terminal.press(name)
        self.waits(
            lambda screen: name in screen and seen in screen and not (gone and gone in screen)
        )

    def sees(self, text: str) -> None:
        """Wait until the screen shows a text."""
        self.terminal.wait_until(lambda screen: text in screen, seconds=60)

    def waits(self, seen: Callable[[str], bool]) -> None:
        """Wait until the screen is as wanted."""
        self.terminal.wait_until(seen, seconds=60)


def test_who_guaranteed_astana(start: Start) -> None:
    with start() as terminal:
        hands = Hands(terminal)
        hands.press("/", "Esc leave")
        hands.type("astana agreement", "Memorandum on the creation")
        hands.press("enter", "guaranteed by")
        hands.waits(lambda _: {"Russia", "Turkey", "Iran"} <= _guarantors(terminal))
    assert hands.count <= 5


def _guarantors(terminal: PseudoTerminal) -> set[str]:
    """The words of the relations under that heading and of a few below."""
    rows = [row.rpartition("││")[2] for row in terminal.rows]
    at = next((y for y, row in enumerate(rows) if row.startswith("guaranteed by")), len(rows))
    return set(" ".join(rows[at : at + 12]).split())


def test_two_agreements_are_compared(start: Start) -> None:
    with start() as terminal:
        hands = Hands(terminal)
        hands.press("/", "Esc leave")
        hands.type("daraya evacuation", "A Daraya evacuation")
        hands.press("enter", "= compare")
        hands.press("=", "is the first of two")
        hands.press("/", "Esc leave")
        hands.type("zabadani agreement", "A Zabadani agreement")
        hands.press("enter", "compare with Daraya")
        hands.press("=", "≠ Date")
        terminal.wait_for("24 September 2015")
    assert hands.count <= 6


def test_the_evacuations_of_2016_in_order_of_date(start: Start) -> None:
    with start() as terminal:
        hands = Hands(terminal)
        hands.press("f", ALL_FILTERS)
        hands.type("evacuation", "Evacuation agreements", ALL_FILTERS)
        hands.press("enter", "type:")
        hands.press("f", ALL_FILTERS)
        hands.type("2016", "2016", ALL_FILTERS)
        hands.press("enter", "year:2016")
        hands.press("o", "by date")
        hands.waits(lambda _: _is_in_order([_list(row) for row in terminal.rows]))
    assert hands.count <= 5


def _is_in_order(rows: list[str]) -> bool:
    """Whether several rows have a year, none of them an earlier one than the row above."""
    found = [date["first"] or date["last"] for row in rows if (date := DATE.search(row))]
    return len(found) > 5 and found == sorted(found)


def _list(row: str) -> str:
    """The cells of a row that are the list's, without its scroll bar."""
    return row.partition("││")[0].rstrip(" ▁▂▃▄▅▆▇█")


def test_the_source_of_a_claim_opens_in_the_browser(start: Start, tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    browser.chmod(0o700)
    with start(variables={"BROWSER": f"{browser} %s"}) as terminal:
        hands = Hands(terminal)
        hands.press("/", "Esc leave")
        hands.type("four towns", "Four Towns agreement")
        hands.press("enter", "c claim")
        hands.press("c", "opens at http")
        hands.press("x", "Opened")
        hands.waits(lambda _: opened.exists() and opened.read_text().startswith("http"))
    assert hands.count <= 5


def test_what_is_marked_is_exported_as_markdown(start: Start, tmp_path: Path) -> None:
    report = tmp_path / "masarat-marked.md"
    with start(folder=tmp_path) as terminal:
        hands = Hands(terminal)
        hands.press("/", "Esc leave")
        hands.type("zabadani", "names")
        hands.press("enter", "e export")
        hands.press("s", "★")
        hands.press("e", "marked")
        hands.press("enter", "written to")
        assert "# Zabadani" in report.read_text("utf-8")
    assert hands.count <= 5


def test_what_the_article_claims_and_others_dispute(start: Start) -> None:
    with start() as terminal:
        hands = Hands(terminal)
        hands.press("f", ALL_FILTERS)
        hands.type("disputed", "disputed: yes", ALL_FILTERS)
        hands.press("enter", "disputed:yes")
        hands.press("f", ALL_FILTERS)
        hands.type("article", "the article", ALL_FILTERS)
        hands.press("enter", "source:article")
        assert "≠" in terminal.text
    assert hands.count <= 5


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nobody has been here before."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "nobody"))
