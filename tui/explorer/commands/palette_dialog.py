"""The palette: every command, and every record by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.explorer.commands import COMMANDS, keys_of, most_wanted_first
from tui.explorer.drawing.listing import Choice, Entry, Heading, Line
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.messages import say, spoken
from tui.terminal.keyboard import cap

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer

_RECORDS: Final = 20


class Palette(Chooser):
    """Commands that can be run now, and records to go to."""

    def __init__(self, explorer: Explorer) -> None:
        super().__init__(say("palette.title"), say("palette.placeholder"))
        self._explorer = explorer

    def lines(self, query: str) -> list[Line]:
        """Commands whose words hold the query, then the records it names."""
        commands: list[Line] = [
            choice
            for command in most_wanted_first()
            if matches(query, command.label(), command.explanation(), command.id)
            and (choice := command_choice(command.id, self._explorer))
        ]
        browser = self._explorer.browser
        with browser.reading:
            hits = browser.store.lookup(query, limit=_RECORDS) if query.strip() else []
        records: list[Line] = [Entry(hit.row, hit.row.date) for hit in hits]
        return [
            *([Heading(say("palette.commands")), *commands] if commands else []),
            *([Heading(say("palette.records")), *records] if records else []),
        ]

    def nothing(self) -> str:
        """Texts are not looked through here."""
        return say("palette.nothing")


def command_choice(name: str, explorer: Explorer) -> Choice:
    """A command with what it does and all its keys."""
    command = COMMANDS[name]
    keys = keys_of(command, explorer.keys, right_to_left=spoken() == "ar")
    return Choice(name, command.explanation(), "  ".join(cap(key) for key in keys))


def open_palette(explorer: Explorer) -> None:
    """Ask for a command or a record, then run or show it."""

    def follow(chosen: Choice | Entry | None) -> None:
        if isinstance(chosen, Entry):
            with explorer.telling():
                explorer.go_to(chosen.row.key)
        elif chosen:
            explorer.action_command(chosen.id)

    explorer.app.push_screen(Palette(explorer), follow)
