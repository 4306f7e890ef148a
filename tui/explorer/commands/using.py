"""Commands that use a record: cite it, copy it, export it."""

# ruff: noqa: D102 — a command says once, in its class, what it does.

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.explorer.commands.command import Command
from tui.explorer.drawing.cells import fitted
from tui.messages import say, spoken

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


_MOST_OF_NAME: Final = 20
"""Cells of the footer for the record that another one is compared with."""


class _WithRecord(Command):
    """Needs a record."""

    group = "using"

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return "" if explorer.browser.record else say("obstacle.no-record")


class Cite(_WithRecord):
    """The record's citation to the clipboard."""

    id = "cite"
    keys = ("y",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.browsing.citation import citation  # not needed before the key is pressed

        if explorer.browser.shown:
            explorer.copy(citation(explorer.browser.shown, spoken()), say("copy.citation"))


class CopyMarkdown(_WithRecord):
    """The record as Markdown to the clipboard."""

    id = "copy-markdown"
    keys = ("Y",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from store.exchange.exporting import page  # not needed before the key is pressed

        if explorer.browser.record:
            with explorer.browser.reading:
                text = page(explorer.browser.store, explorer.browser.record)
            explorer.copy(text, say("copy.markdown"))


class Mark(_WithRecord):
    """A star for the record, or none any more."""

    id = "mark"
    keys = ("s",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.toggle_mark()


class Compare(_WithRecord):
    """This record beside another one."""

    id = "compare"
    keys = ("=",)
    in_footer = True

    @classmethod
    def label_now(cls, explorer: Explorer) -> str:
        first = explorer.kept_to_compare
        if first is None:
            return cls.label()
        return say("compare.with", name=fitted(first.name.prefer(spoken()), _MOST_OF_NAME))

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.screens.comparing.pairing import (
            choose_to_compare,  # loads when it is first needed
        )

        choose_to_compare(explorer)


class Range(Command):
    """From here to where the cursor goes: what a star is for."""

    id = "range"
    keys = ("v",)
    group = "using"

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        is_empty = not explorer.record_list.listing.entry_count
        return say("obstacle.no-record") if is_empty else ""

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.begin_range()


class Export(_WithRecord):
    """Records to files."""

    id = "export"
    keys = ("e",)
    in_footer = True

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.screens.export_dialog import (
            ask_export,  # dialogs load when they are first opened
        )

        ask_export(explorer)


COMMANDS: Final = (Cite, CopyMarkdown, Mark, Range, Compare, Export)
