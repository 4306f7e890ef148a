"""The explorer with its commands: the keys, the footer and the tabs start them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingsMap, BindingType
from textual.dom import DOMNode

from tui.explorer.commands import COMMANDS, bindings, keys_of
from tui.explorer.commands.hints import hints
from tui.explorer.drawing.plain_mode import is_plain
from tui.explorer.screens.explorer import Explorer
from tui.explorer.widgets.footer import Footer
from tui.explorer.widgets.kind_tabs import KindTabs
from tui.log import log
from tui.messages import say, spoken
from tui.terminal.keyboard import cap

if TYPE_CHECKING:
    from tui.explorer.commands.touring.tour import Tour

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
    _tour: Tour | None = None
    """While one is taken."""
    tour_offered = ""
    """`offered` where it was at an earlier start; see `tui.state`."""
    _offers_tour = False
    """It is offered at this start, as long as that lasts."""

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
        if name == "clear" and self._tour:
            self.end_tour()
            return
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
        self._follow_tour(name)
        self.show_hints()

    # --- the tour ------------------------------------------------------------------------------

    def offer_at_start(self) -> str:
        """Offer the tour, once."""
        keys = keys_of(COMMANDS["tour"], self.keys, right_to_left=spoken() == "ar")
        if not keys or (self.tour_offered and not self._offers_tour):
            return ""
        self.tour_offered, self._offers_tour = "offered", True
        return say("overview.tour", key=cap(keys[0], in_words=is_plain()))

    def step_tour(self) -> None:
        """Begin the tour, or go on to its next step."""
        from tui.explorer.commands.touring.tour import Tour  # loads when it is first taken

        self.tour_offered, self._offers_tour = "offered", False
        if self._tour:
            self._tour.go_on()
        else:
            self._tour = Tour(self)
        self._forget_tour_that_is_over()

    def end_tour(self) -> None:
        """Leave the tour, if one is taken."""
        if self._tour:
            self._tour.end()
            self._tour = None

    def _follow_tour(self, command: str = "") -> None:
        if self._tour and command != "tour":
            self._tour.follow(command)
            self._forget_tour_that_is_over()

    def _forget_tour_that_is_over(self) -> None:
        if self._tour and self._tour.is_over:
            self._tour = None

    @on(events.DescendantFocus)
    def _follow_tour_to_focus(self, event: events.DescendantFocus) -> None:
        if event.widget is self.focused:  # else it came late
            self._follow_tour()

    def speak_again(self) -> None:
        """Show everything again after a change of language, the tour too."""
        super().speak_again()
        if self._tour:
            self._tour.speak()

    def stand_as_at_start(self) -> None:
        """Show what the next start will, which begins no tour."""
        self.end_tour()
        super().stand_as_at_start()

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
