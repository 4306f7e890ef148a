"""How a page of help is laid out: within the terminal, and nothing of it lost."""

from __future__ import annotations

import pytest

from tui.command_line.entry import Command
from tui.command_line.explore import PROGRAM
from tui.command_line.help import help_page, usage
from tui.command_line.table import COMMANDS
from tui.messages.sentences import choose_language

ENTRIES = [PROGRAM, *COMMANDS.values()]


@pytest.mark.parametrize("command", ENTRIES, ids=lambda command: command.name)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_help_fits_and_is_the_same_at_every_width(command: Command, language: str) -> None:
    choose_language("ar" if language == "ar" else "en")
    pages = {columns: help_page(command, columns) for columns in (1, 60, 80, 120, 10_000)}
    choose_language(None)
    words = {" ".join(page.split()) for page in pages.values()}
    assert len(words) == 1
    for columns, page in pages.items():
        laid_out = page.split("Examples:" if language == "en" else "أمثلة:")[0]
        assert max(map(len, laid_out.splitlines())) <= max(50, min(columns, 100))
        assert not any(line != line.rstrip() for line in page.splitlines())


def test_usage_shows_what_may_stand_where() -> None:
    assert usage(PROGRAM) == "masarat [OPTIONS] [COMMAND] [ARGS]..."
    assert usage(COMMANDS["list"]) == "masarat list [OPTIONS] [QUERY]"
    assert usage(COMMANDS["show"]) == "masarat show [OPTIONS] KEY..."
