"""The palette: every command, every record by its name, and every source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.explorer.commands import COMMANDS, keys_of, most_wanted_first
from tui.explorer.commands.typed import begins_with, likeness, vim_command
from tui.explorer.drawing.listing import Choice, Entry, Heading, Line, address_of
from tui.explorer.drawing.plain_mode import is_plain
from tui.explorer.screens.chooser_dialog import Chooser
from tui.messages import say, spoken
from tui.terminal.keyboard import cap

if TYPE_CHECKING:
    from store.model.records import NameHit, SourceRow
    from tui.explorer.screens.explorer import Explorer

_RECORDS: Final = 20
_SOURCES: Final = 10
_UNLIKE: Final = 2
"""Letters that are too few to tell a name with a slip from another."""


class Palette(Chooser):
    """Commands that can be run now, and records to go to."""

    def __init__(self, explorer: Explorer) -> None:
        super().__init__(say("palette.title"), say("palette.placeholder"))
        self._explorer = explorer

    def lines(self, query: str) -> list[Line]:
        """Commands that the query means, the likeliest first, then the records it names."""
        query = query.strip().removeprefix(":")
        commands: list[Line] = [command_choice(name, self._explorer) for name in _meant(query)]
        records: list[Line] = [Entry(hit.row, hit.row.date) for hit in self._named(query)]
        sources: list[Line] = [Entry(row, row.date) for row in self._sources(query)]
        return [
            *([Heading(say("palette.commands")), *commands] if commands else []),
            *([Heading(say("palette.records")), *records] if records else []),
            *([Heading(say("list.sources")), *sources] if sources else []),
        ]

    def _sources(self, query: str) -> list[SourceRow]:
        """The sources that the query means, where it is long enough to mean any."""
        if len(query) <= _UNLIKE:
            return []
        browser = self._explorer.browser
        with browser.reading:
            hits = browser.store.lookup_sources(query, limit=_SOURCES, language=spoken())
        return [hit.row for hit in hits]

    def _named(self, query: str) -> list[NameHit]:
        """The records of that name; two letters are like too many to be taken for any of them."""
        if not query:
            return []
        browser = self._explorer.browser
        with browser.reading:
            hits = browser.store.lookup(query, limit=_RECORDS)
        if len(query) > _UNLIKE:
            return hits
        return [hit for hit in hits if begins_with(query, (hit.matched, *hit.row.name))]

    def nothing(self) -> str:
        """Texts are not looked through here."""
        return say("palette.nothing")


def _meant(query: str) -> list[str]:
    """The commands whose words begin as those of the query do, what vim calls so before them."""
    meant = [
        (likeness(query, command.id, command.label()), command.id)
        for command in most_wanted_first()
        if begins_with(query, (command.label(), command.explanation(), command.id))
    ]
    names = [name for _, name in sorted(meant, key=lambda each: each[0])]
    vim = vim_command(query)
    return list(dict.fromkeys([vim, *names] if vim else names))


def command_choice(name: str, explorer: Explorer) -> Choice:
    """A command with what it does and all its keys."""
    command = COMMANDS[name]
    keys = keys_of(command, explorer.keys, right_to_left=spoken() == "ar")
    caps = "  ".join(cap(key, in_words=is_plain()) for key in keys)
    return Choice(name, command.explanation(), caps)


def open_palette(explorer: Explorer) -> None:
    """Ask for a command or a record, then run or show it."""

    def follow(chosen: Choice | Entry | None) -> None:
        if isinstance(chosen, Entry):
            with explorer.telling():
                explorer.go_to(address_of(chosen.row))
        elif chosen:
            explorer.action_command(chosen.id)

    explorer.app.push_screen(Palette(explorer), follow)
