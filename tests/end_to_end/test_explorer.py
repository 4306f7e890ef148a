"""The installed explorer, driven by its keys in a pseudo-terminal, on the shipped records."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.end_to_end.pseudo_terminal import PseudoTerminal
from tests.end_to_end.shipped import SHIPPED
from tests.thoroughly import thorough_but

pytestmark = [pytest.mark.installed, pytest.mark.xdist_group("installed")]

ZABADANI = "ينادبزلا"  # as cells show it, from left to right


@pytest.mark.parametrize("query", thorough_but(["زبداني"], ["زبداني", "zabadany"]))
def test_from_a_name_to_a_relation_and_back_and_out_as_a_report(
    installed: Path, environment: Mapping[str, str], tmp_path: Path, query: str
) -> None:
    report = tmp_path / "report.md"
    with PseudoTerminal([installed], environment=environment, folder=tmp_path) as terminal:
        terminal.wait_for(f"{SHIPPED} records")

        terminal.press("/", query)
        terminal.wait_until(lambda text: heading(terminal, "Zabadani") and ZABADANI in text)
        terminal.press("enter")
        terminal.wait_for("⇥ record")  # the footer of the list, no longer of the search box

        terminal.press("tab", "tab")
        terminal.settle()
        terminal.wait_for("evacuated under")
        follow(terminal, "Four Towns agreement (2017)", start="Zabadani")
        terminal.wait_until(lambda _: heading(terminal, "Four Towns agreement (2017)"))
        terminal.wait_for("2017")

        terminal.press("backspace")
        terminal.wait_until(lambda _: heading(terminal, "Zabadani"))

        terminal.press("e")
        terminal.wait_for("Export")
        export_to(terminal, report)
        terminal.wait_until(lambda _: report.exists())

        terminal.settle()
        terminal.press("q")
        assert terminal.wait_for_end() == 0

    text = report.read_text(encoding="utf-8")
    assert "Zabadani" in text
    assert "الزبداني" in text
    assert "[^article-12]" in text


def heading(terminal: PseudoTerminal, name: str) -> bool:
    """Whether the detail pane shows the record of that name: its name heads the middle pane."""
    return any(cell.strip(" ▐") == name for row in terminal.rows[3:6] for cell in row.split("│"))


def follow(terminal: PseudoTerminal, name: str, *, start: str) -> None:
    """In the relations of one record, try each until one leads to the record of that name."""
    for steps in range(20):
        terminal.press(*"j" * steps, "enter")
        terminal.wait_until(lambda _: not heading(terminal, start))
        terminal.settle()
        if heading(terminal, name):
            return
        terminal.press("backspace")
        terminal.wait_until(lambda _: heading(terminal, start))
        terminal.press("g")
        terminal.settle()
    raise AssertionError(f"no relation leads to {name}:\n{terminal.text}")


def export_to(terminal: PseudoTerminal, path: Path) -> None:
    """In the export dialog, write another path over the one offered, and export."""
    terminal.press("down", "down", "down")
    terminal.settle()
    terminal.press("\x05\x15")  # to the end of the line, and delete all before
    terminal.settle(at_most=1)  # Textual handles bindings later than the letters typed after them
    terminal.press(str(path))
    terminal.wait_for(path.name)
    terminal.press("enter")
