"""The explorer with its commands: the keys, the footer and the tabs start them."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from tui.explorer.commands import COMMANDS, bindings
from tui.explorer.commands.hints import hints
from tui.explorer.screens.explorer import Explorer
from tui.explorer.widgets.footer import Footer
from tui.explorer.widgets.kind_tabs import KindTabs
from tui.log import log


class CommandedExplorer(Explorer):
    """Binds every command's keys, and says why one cannot be run now."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys that come before a text field's own to the field while it is typed in."""
        if action == "command" and COMMANDS[str(parameters[0])].takes_typing:
            return not (self.is_searching or self.is_typing_inside)
        return super().check_action(action, parameters)

    def action_command(self, name: str) -> None:
        """Run a command, or say why it cannot be done now."""
        if not self.is_active:
            return  # a key was pressed before the dialog that its neighbour opened was there
        command = COMMANDS[name]
        if command.group == "using":
            self.catch_up()
        log("command", id=name)
        if obstacle := command.obstacle(self):
            log("impossible", id=name)
            self.app.notify(obstacle, markup=False, timeout=3)
            return
        with self.telling():
            command.run(self)
        self.show_hints()

    @on(Footer.Pressed)
    def _run_pressed(self, event: Footer.Pressed) -> None:
        self.action_command(event.command)

    @on(KindTabs.OrderPressed)
    def _sort_pressed(self) -> None:
        self.action_command("sort")

    def show_hints(self) -> None:
        """Bring the footer up to date."""
        self.footer.show(hints(self))

    def open_source(self, key: str) -> None:
        """Go to a source."""
        self.open_sources(key)

    def open_sources(self, at: str = "") -> None:
        """List the sources of the record that is shown, one of them under the cursor."""
        from tui.explorer.screens.sources_dialog import (
            open_sources,  # loads when it is first opened
        )

        if self.browser.shown:
            open_sources(self, self.browser.shown, at)
