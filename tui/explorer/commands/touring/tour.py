"""Where in the tour the user is, and what moves it on or ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.explorer.commands import COMMANDS, keys_of
from tui.explorer.commands.touring.steps import EXAMPLE, STEPS, Step
from tui.explorer.drawing.plain_mode import is_plain
from tui.explorer.screens.teaching.tour_box import TourBox
from tui.messages import say, spoken
from tui.terminal.keyboard import cap

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer

_LEAVES_STANDING: Final = ("moving",)
"""Groups of commands that do not end the tour, though no step asked for them: one looks around."""
_ALSO: Final = ("language", "mouse", "tour")
"""Commands of which the same is true."""


class Tour:
    """Stands on one step at a time; the keys go on meaning what they always mean."""

    def __init__(self, explorer: Explorer) -> None:
        """Begin with the first step that can be done.

        Args:
            explorer: on whose screen it takes place.
        """
        self._explorer = explorer
        self._box = TourBox(id="tour")
        self._number = -1
        self._last = ""
        """The command that did the step before, which a hand that is quick presses twice."""
        explorer.mount(self._box, before=explorer.footer)
        self.go_on()

    @property
    def step(self) -> Step | None:
        """The step that is to be done now; None once there is none left."""
        return STEPS[self._number] if self._number < len(STEPS) else None

    @property
    def is_over(self) -> bool:
        """Whether all is done, or it was left."""
        return self.step is None

    # --- going on ------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Go on to the next step that can be done, done or not as the present one is."""
        self._number += 1
        while (step := self.step) and not self._can_do(step):
            self._number += 1
        if step:
            self.speak()
        else:
            self.end()

    def end(self) -> None:
        """Leave it: nothing stays of it on the screen."""
        self._number = len(STEPS)
        if self._box.is_attached:
            self._box.remove()

    def follow(self, command: str = "") -> None:
        """See what has become of the step.

        Args:
            command: id of the one that was run; empty where the user did something else.
        """
        step = self.step
        if step is None:
            return
        if step.is_typing and self._is_done(step, command) and self._found_nothing:
            self._number = -1  # a name that is found has to be typed first
            self.go_on()
        elif self._is_done(step, command):
            self._last = command
            self.go_on()
        elif command and not self._leaves_standing(command):
            self.end()
        else:
            self.speak()

    @property
    def _found_nothing(self) -> bool:
        explorer = self._explorer
        return not (explorer.latest.is_answering or explorer.record_list.selected_key)

    def _is_done(self, step: Step, command: str) -> bool:
        if step.is_typing:
            return not self._explorer.is_searching
        if step.command == "search":
            return self._explorer.is_searching
        if step.pane:
            return self._explorer.pane.pane_id == step.pane
        return command == step.command

    def _leaves_standing(self, command: str) -> bool:
        is_harmless = COMMANDS[command].group in _LEAVES_STANDING or command in _ALSO
        return is_harmless or command == self._last

    def _can_do(self, step: Step) -> bool:
        """Whether it is still to be done, and its key does something here."""
        if step.is_typing:
            return self._explorer.is_searching
        if self._is_done(step, ""):
            return False
        command = COMMANDS[step.command]
        return bool(self._key(step.command)) and not command.obstacle(self._explorer)

    # --- what is said --------------------------------------------------------------------------

    def speak(self) -> None:
        """Say in the language of the interface what is to be done."""
        if step := self.step:
            skip, leave = self._key("tour"), self._key("clear")
            title = say("tour.title", number=self._number + 1, total=len(STEPS))
            self._box.show(title, self._words(step), say("tour.leave", skip=skip, leave=leave))

    def _words(self, step: Step) -> str:
        key = cap("enter", in_words=is_plain()) if step.is_typing else self._key(step.command)
        example = EXAMPLE if step.is_typing else ""
        named = self._explorer.browser.existing([example]) if example else {}
        words = say(f"tour.{step.name}", key=key, leave=self._key("clear"))
        if example not in named:
            return words
        return f"{words} {say('tour.example')}"

    def _key(self, command: str) -> str:
        """The key of a command as its cap says it; empty where the user gave it none."""
        keys = keys_of(COMMANDS[command], self._explorer.keys, right_to_left=spoken() == "ar")
        return cap(keys[0], in_words=is_plain()) if keys else ""
