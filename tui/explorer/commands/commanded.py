"""The explorer with its commands: the keys, the footer and the tabs start them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingsMap, BindingType
from textual.dom import DOMNode

from tui.explorer.commands import COMMANDS, bindings
from tui.explorer.commands.hints import hints
from tui.explorer.screens.explorer import Explorer
from tui.explorer.widgets.footer import Footer
from tui.explorer.widgets.kind_tabs import KindTabs
from tui.log import log

_Chain = list[tuple[DOMNode, BindingsMap]]


class CommandedExplorer(Explorer):
    """Binds every command's keys, and says why one cannot be run now.

    Overrides two members that are private to Textual (8.2.8): `_binding_chain`, which applies the
    keymap to all bindings anew twice a key and takes longer than drawing a moved cursor; and
    `_compositor_refresh`, by which all is drawn.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    _known_chain: tuple[list[object], _Chain] | None = None
    """What the chain follows from, and the chain."""

    @property
    def _binding_chain(self) -> _Chain:
        nodes = self.focused.ancestors_with_self if self.focused else [self, self.app]
        follows_from: list[object] = [self.app._keymap]
        for node in nodes:
            follows_from += [node, node._bindings, len(node._bindings.key_to_bindings)]
        known = self._known_chain
        if known is None or not _are_same(known[0], follows_from):
            known = self._known_chain = follows_from, super()._binding_chain
        return known[1]

    def _compositor_refresh(self) -> None:
        """Draw, unless nothing would be seen of it."""
        if self.program.holds_back:
            self._dirty_widgets.clear()
            self._compositor._dirty_regions.clear()
        else:
            super()._compositor_refresh()

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
            # A sentence that names a command takes longer to read.
            self.app.notify(obstacle, markup=False, timeout=max(3, len(obstacle) / 15))
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

    def open_sources(self) -> None:
        """List the sources of the record that is shown."""
        from tui.explorer.screens.sources_dialog import (
            open_sources,  # loads when it is first opened
        )

        if self.browser.shown:
            open_sources(self, self.browser.shown)


def _are_same(some: Sequence[object], others: Sequence[object]) -> bool:
    """Whether these are the same objects; numbers are compared."""
    return len(some) == len(others) and all(
        one is other or (isinstance(one, int) and one == other)
        for one, other in zip(some, others, strict=True)
    )
