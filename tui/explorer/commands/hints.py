"""What the footer offers: the commands that have a place in it, or the keys of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.explorer.commands import COMMANDS, keys_of
from tui.explorer.widgets.footer import Hint
from tui.messages import say, spoken

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


def hints(explorer: Explorer) -> list[Hint]:
    """The hints for where the user is now, those of commands that cannot be run included."""
    if explorer.is_searching:
        keys = (
            *(("enter", "keep"), ("escape", "restore"), ("down", "move")),
            *([("up", "earlier")] if explorer.search_box.would_recall else []),
        )
        return [Hint("", key, say(f"search.{name}")) for key, name in keys]
    if explorer.is_typing_inside:
        keys = (("enter", "keep"), ("escape", "leave"), ("down", "next"), ("up", "previous"))
        return [Hint("", key, say(f"find.{name}")) for key, name in keys]
    found = []
    for command in COMMANDS.values():
        now = keys_of(command, explorer.keys, right_to_left=spoken() == "ar")
        if command.is_in_footer(explorer) and now:
            label, can_run = command.label_now(explorer), not command.obstacle(explorer)
            group = say("command.pictures") if command.is_picture else ""
            stays = command.stays_now(explorer)
            found.append(
                Hint(command.id, now[0], label, can_run, stays, group, is_rare=command.is_rare)
            )
    return found
