"""Commands that move: within a pane, between panes, and through the history."""

# ruff: noqa: D102 — a command says once, in its class, what it does.

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.explorer.commands.command import Command
from tui.explorer.drawing.plain_mode import is_plain
from tui.messages import say

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


class Next(Command):
    """Down by one entry or line."""

    id = "next"
    keys = ("down", "j")
    group = "moving"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.pane.move(1)


class Previous(Command):
    """Up by one entry or line."""

    id = "previous"
    keys = ("up", "k")
    group = "moving"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.pane.move(-1)


class NextPage(Command):
    """Down by a screenful."""

    id = "next-page"
    keys = ("pagedown", "ctrl+d")
    group = "moving"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.pane.move_page(1)


class PreviousPage(Command):
    """Up by a screenful."""

    id = "previous-page"
    keys = ("pageup", "ctrl+u")
    group = "moving"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.pane.move_page(-1)


class First(Command):
    """To the top."""

    id = "first"
    keys = ("g", "home")
    group = "moving"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.pane.move_to_start()


class Last(Command):
    """To the bottom."""

    id = "last"
    keys = ("G", "end")
    group = "moving"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.pane.move_to_end()


class Open(Command):
    """Read the record, list its sources, or follow the relation."""

    id = "open"
    keys = ("enter",)
    group = "moving"
    in_footer = True

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return explorer.pane.obstacle(explorer.browser)

    @classmethod
    def label_now(cls, explorer: Explorer) -> str:
        return explorer.pane.opening()

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.open_selected()


class Jump(Command):
    """To a pane or a row by its letter."""

    id = "jump"
    keys = ("'",)
    group = "moving"

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return say("obstacle.plain") if is_plain() else ""

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.screens.jumping.jump_dialog import jump  # loads when first needed

        jump(explorer)


class NextPane(Command):
    """To the next pane, from the last to the first."""

    id = "next-pane"
    keys = ("tab",)
    group = "moving"
    in_footer = True

    @classmethod
    def label_now(cls, explorer: Explorer) -> str:
        return explorer.next_pane.called()

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.step_pane(1, around=True)


class PreviousPane(Command):
    """To the pane before, from the first to the last."""

    id = "previous-pane"
    keys = ("shift+tab",)
    group = "moving"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.step_pane(-1, around=True)


class LaterPane(Command):
    """To the pane further on in reading order."""

    id = "later-pane"
    keys = ("right", "l")
    group = "moving"
    mirrors = True

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        is_last = explorer.pane is explorer.panes[-1]
        return say("obstacle.last-pane") if is_last else ""

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.step_pane(1)


class EarlierPane(Command):
    """To the pane before in reading order."""

    id = "earlier-pane"
    keys = ("left", "h")
    group = "moving"
    mirrors = True

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        is_first = explorer.pane is explorer.panes[0]
        return say("obstacle.first-pane") if is_first else ""

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.step_pane(-1)


class Back(Command):
    """To where the user was before."""

    id = "back"
    keys = ("backspace", "[", "alt+left")
    group = "moving"
    in_footer = True
    mirrors = True

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return "" if explorer.browser.history.can_go_back else say("obstacle.no-way-back")

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.go_back()


class Forward(Command):
    """To where the user was before going back."""

    id = "forward"
    keys = ("]", "alt+right")
    group = "moving"
    mirrors = True

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return "" if explorer.browser.history.can_go_forward else say("obstacle.no-way-forward")

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.go_forward()


class Places(Command):
    """To one of the places where the user was."""

    id = "places"
    keys = ("ctrl+o",)
    group = "moving"

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return "" if len(explorer.browser.history.places) > 1 else say("obstacle.no-places")

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.screens.returning.places_dialog import (
            choose_place,  # loads when it is first opened
        )

        choose_place(explorer)


COMMANDS: Final = (
    Next, Previous, NextPage, PreviousPage, First, Last, Open, Jump, NextPane, PreviousPane,
    LaterPane, EarlierPane, Back, Forward, Places,
)  # fmt: skip
