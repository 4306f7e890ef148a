"""The help: every command with its keys under headings, narrowed by typing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from textual import events

from tui.explorer.commands import COMMANDS
from tui.explorer.commands.palette_dialog import command_choice
from tui.explorer.drawing.listing import Choice, Entry, Heading, Line
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.explorer.screens.teaching.pane_picture import pane_picture
from tui.messages import say

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


class Help(Chooser):
    """What can be done; Enter does it."""

    def __init__(self, explorer: Explorer) -> None:
        super().__init__(say("help.title"), say("help.placeholder"))
        self._explorer = explorer

    def lines(self, query: str) -> list[Line]:
        """The commands whose words, keys or heading hold the query; with none, the pane above."""
        found = [] if query.strip() else self._picture()
        for group, commands in groupby(COMMANDS.values(), key=lambda command: command.group):
            heading = say(f"help.{group}")
            choices = [command_choice(command.id, self._explorer) for command in commands]
            shown = [c for c in choices if matches(query, heading, c.label, c.aside, c.id)]
            if shown:
                found += [Heading(heading), *shown]
        return found

    def _picture(self) -> list[Line]:
        explorer = self._explorer
        shown = [pane for pane in explorer.panes if pane.display]
        return pane_picture(explorer.pane, shown, self.text_width)

    def on_resize(self, event: events.Resize) -> None:
        """Draw the pane for the new width."""
        super().on_resize(event)
        self.call_after_refresh(self.refresh_lines)


def open_help(explorer: Explorer) -> None:
    """Show the help, and run the command that is chosen in it."""

    def run(chosen: Choice | Entry | None) -> None:
        if isinstance(chosen, Choice):
            explorer.action_command(chosen.id)

    explorer.app.push_screen(Help(explorer), run)
