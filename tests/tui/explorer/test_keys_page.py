"""The page of keys says what the commands do."""

from __future__ import annotations

from pathlib import Path

from docs.keys_page import keys_page
from tui.explorer.commands import COMMANDS

PAGE = Path(__file__).parents[3] / "docs/keys.md"


def test_the_page_of_keys_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == keys_page(), "python -m docs.keys_page > docs/keys.md"


def test_every_command_has_a_row_with_its_keys() -> None:
    rows = [line for line in keys_page().splitlines() if line.startswith("| ")]
    described = {row.split("|")[1].strip(): row for row in rows}
    assert set(COMMANDS) <= set(described)
    assert "`↓` `j`" in described["next"]
    assert "`h` ⇄" in described["earlier-pane"]
