"""What every dialog is: a screen above the explorer that closes once, whatever is pressed on it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.bidi import visual
from tui.explorer.drawing.cells import AROUND_TITLE, fitted
from tui.explorer.drawing.plain_mode import is_mirrored
from tui.explorer.screens.rebinding.names import name_of, named
from tui.explorer.screens.rebinding.told import keys_changed, keys_in_words
from tui.explorer.widgets.telling import TellsErrors
from tui.messages import say

Result = TypeVar("Result")


class Dialog(TellsErrors, ModalScreen[Result]):
    """Returns its result once; what was typed, clicked or reported after that is dropped.

    Several keys can come in one read, so that one which closes a dialog is often followed by others
    that were already on their way to it. Nor does one open that comes when the explorer is left.
    Overrides `_on_message`, which is private to Textual (8.2.8), as is `_exit`: it is what every
    message for a screen passes.
    """

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")

    def __init_subclass__(cls, **how: bool) -> None:
        """Give each key of the dialog a name, so that a user may choose another."""
        if "BINDINGS" in cls.__dict__:
            cls.BINDINGS = named(cls.BINDINGS, name_of(cls))
        super().__init_subclass__(**how)

    _is_closed = False
    _titled: tuple[Widget, str] | None = None

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close and hand over the result; nothing where another dialog stands above."""
        if self._is_closed or not self.is_active:
            return AwaitComplete()
        self._is_closed = True
        return super().dismiss(result)

    def key_of(self, action: str, own: str) -> str:
        """The key that starts an action now, for the footer.

        Args:
            action: as it is bound.
            own: the key that starts it where the user chose none.

        Returns:
            Empty where its keys were given to others.
        """
        return keys_changed(self.BINDINGS, self.app._keymap).get(action, own)

    def tell_keys(self, message: str) -> None:
        """Say what the keys do, for a while, above what else stands there.

        Args:
            message: its id in the catalogues; `{save:e}` in it is the key that saves now.
        """
        changed = keys_changed(self.BINDINGS, self.app._keymap)
        said = say(message, **keys_in_words(self.BINDINGS, changed))
        self.app.notify(said, title=say("picture.help"), markup=False, timeout=15)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Run no key's action once closed."""
        return None if self._is_closed else super().check_action(action, parameters)

    async def _on_message(self, message: Message) -> None:
        is_over = self._is_closed or self.app._exit
        if not (is_over and _is_too_late(message)):
            await super()._on_message(message)

    def entitle(self, box: Widget, title: str) -> None:
        """Write a title, given in logical order, into a border, where reading begins."""
        box.styles.border_title_align = "right" if is_mirrored() else "left"
        self._titled = box, title
        self._fit_title()

    def on_resize(self, event: events.Resize) -> None:
        """Cut the title for the new width, once the box has it."""
        self.call_after_refresh(self._fit_title)

    def _fit_title(self) -> None:
        if not self._titled:
            return
        box, title = self._titled
        # Before the box is laid out the title is whole.
        room = box.outer_size.width - AROUND_TITLE if box.size.width else len(title)
        shown = visual(fitted(title, room))
        if shown != box.border_title:  # which draws the whole box anew, whatever it is set to
            box.border_title = shown


def _is_too_late(message: Message) -> bool:
    """Whether a closed dialog is past it: what a user did, and its own mounting.

    What Textual needs to close a screen is not.
    """
    if isinstance(message, events.Event):
        return isinstance(message, events.InputEvent | events.Paste | events.Mount)
    return type(message).__module__ != "textual.messages"
