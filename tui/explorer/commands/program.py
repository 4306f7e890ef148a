"""Commands of the program itself: its language, its look, its help, leaving it.

Dialogs are imported by the command that opens them, so that they load when they are first opened.
"""

# ruff: noqa: D102 — a command says once, in its class, what it does.

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.explorer.commands.command import Command
from tui.messages import say

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


class Language(Command):
    """The interface in the other language."""

    id = "language"
    keys = ("L", "f2")
    group = "program"
    in_footer = True

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.program.switch_language()


class Theme(Command):
    """Other colours."""

    id = "theme"
    group = "program"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.screens.theme_dialog import choose_theme

        choose_theme(explorer)


class Settings(Command):
    """The page of settings."""

    id = "settings"
    keys = ("f3",)
    group = "program"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.screens.settings.settings_dialog import open_settings

        open_settings(explorer)


class Mouse(Command):
    """The mouse to the terminal, or back."""

    id = "mouse"
    keys = ("f8",)
    group = "program"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        program = explorer.program
        program.use_mouse(wanted=not program.has_mouse)
        told = say("mouse.ours") if program.has_mouse else say("mouse.terminals")
        explorer.app.notify(told, markup=False, timeout=5)


class Help(Command):
    """Every key."""

    id = "help"
    keys = ("?", "f1")
    group = "program"
    in_footer = True
    stays_in_footer = True

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.commands.help_dialog import open_help

        open_help(explorer)


class Tour(Command):
    """The tour of a minute, or its next step."""

    id = "tour"
    keys = ("f9",)
    group = "program"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.step_tour()


class Palette(Command):
    """Every command, and records by name."""

    id = "palette"
    keys = ("ctrl+p", ":")
    group = "program"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.commands.palette_dialog import open_palette

        open_palette(explorer)


class Quit(Command):
    """Leave; the state is kept."""

    id = "quit"
    keys = ("q", "ctrl+q")
    group = "program"
    in_footer = True
    stays_in_footer = True

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.program.leave()


class Suspend(Command):
    """Back to the shell for a while."""

    id = "suspend"
    keys = ("ctrl+z",)
    group = "program"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.app.action_suspend_process()


# The footer drops from the end what it has no room for.
COMMANDS: Final = (Help, Palette, Quit, Language, Settings, Tour, Theme, Mouse, Suspend)
