"""The page of settings: a line each, followed as soon as it is changed, and written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.bidi import visual
from tui.config import SETTINGS, Setting, config_file
from tui.explorer.screens.dialog import Dialog
from tui.explorer.widgets.option_line import OptionLine
from tui.messages import say

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer

_LATER: Final = frozenset({"bidi", "history", "plain"})
"""Settings that the explorer follows from its next start on."""
_OWN_NAMES: Final = frozenset({"theme", "bidi"})
"""Settings whose values are called the same in every language."""
_SHOWN: Final = tuple(setting for setting in SETTINGS if not setting.is_free)


class Settings(Dialog[None]):
    """Changes settings of the configuration; what cannot be written down holds until the end."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f3", "leave"),
        Binding("down,tab", "app.focus_next"),
        Binding("up,shift+tab", "app.focus_previous"),
    ]

    def __init__(self, explorer: Explorer) -> None:
        """Show the settings as they are now."""
        super().__init__()
        self._program = explorer.program

    def compose(self) -> ComposeResult:
        """A line for each setting, and where they are kept."""
        program = self._program
        with Vertical(id="dialog"):
            for setting in _SHOWN:
                values, now = program.values_of(setting), program.value_of(setting.name)
                yield OptionLine(setting.name, values, now)
            yield Static(id="settings-kept", classes="hint")
            yield Static(id="settings-keys", classes="hint")

    def on_mount(self) -> None:
        """Say everything in the language of the interface."""
        self.entitle(self.query_one("#dialog"), say("settings.title"))
        titles = {setting.name: say(f"settings.{setting.name}") for setting in _SHOWN}
        room = max(cell_len(visual(title)) for title in titles.values()) + 1
        for setting in _SHOWN:
            labels = {value: _label(setting, value) for value in self._program.values_of(setting)}
            line = self.query_one(f"#option-{setting.name}", OptionLine)
            line.call(titles[setting.name], labels, room)
        kept = say("settings.kept", path=str(config_file()))
        self.query_one("#settings-kept", Static).update(Content(kept))
        self.query_one("#settings-keys", Static).update(Content(say("settings.keys")))

    @on(OptionLine.Changed)
    def _change(self, event: OptionLine.Changed) -> None:
        name = event.line.name_of_option
        self._program.change_setting(name, event.value)
        if name in _LATER:
            self.app.notify(say("settings.later"), markup=False, timeout=4)
        self.on_mount()  # the language, or the digits, may be others now

    def action_leave(self) -> None:
        """Go back; what was changed is followed and written down already."""
        self.dismiss(None)


def _label(setting: Setting, value: str) -> str:
    if not value:
        return say(f"settings.{setting.name}.unset")
    if setting.name in _OWN_NAMES:
        return value
    return say(f"settings.{value}")


def open_settings(explorer: Explorer) -> None:
    """Show the page of settings."""
    explorer.app.push_screen(Settings(explorer))
