"""Commands that give panes room: all of it, more, less."""

# ruff: noqa: D102 — a command says once, in its class, what it does.

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from tui.explorer.commands.command import Command
from tui.explorer.drawing.plain_mode import is_plain
from tui.messages import say

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


def _why_one_pane(explorer: Explorer) -> str:
    if is_plain():
        return say("obstacle.plain-pane")
    return say("obstacle.one-pane") if explorer.shows_one_pane else ""


class Zoom(Command):
    """The whole screen for this pane, and back."""

    id = "zoom"
    keys = ("z", "f6")  # z of Apple's Arabic layout is / of the others
    group = "moving"

    @classmethod
    def label_now(cls, explorer: Explorer) -> str:
        return say("command.zoom.back") if explorer.is_zoomed else cls.label()

    @classmethod
    def is_in_footer(cls, explorer: Explorer) -> bool:
        return explorer.is_zoomed and not explorer.shows_one_pane

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return _why_one_pane(explorer)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.zoom()


class _Widths(Command):
    """More or less room for this pane."""

    group = "moving"
    step: ClassVar[int]

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        if why := _why_one_pane(explorer):
            return why
        if explorer.is_zoomed:
            return say("obstacle.zoomed")
        return "" if explorer.shares_changed(cls.step) else say(f"obstacle.{cls.id}")

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        if shares := explorer.shares_changed(cls.step):
            explorer.share_out(shares)


class Widen(_Widths):
    """A wider pane."""

    id = "widen"
    keys = ("+",)
    step = 1


class Narrow(_Widths):
    """A narrower pane."""

    id = "narrow"
    keys = ("-",)
    step = -1


COMMANDS: Final = (Zoom, Widen, Narrow)
