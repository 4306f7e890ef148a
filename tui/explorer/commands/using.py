"""Commands that use a record: cite it, copy it, export it."""

# ruff: noqa: D102 — a command says once, in its class, what it does.

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from tui.explorer.commands.command import Command
from tui.explorer.drawing.cells import fitted
from tui.explorer.drawing.listing import source_key
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
        if explorer.browser.source:
            return say("obstacle.is-source")
        return "" if explorer.browser.record else say("obstacle.no-record")


class _WithEntry(Command):
    """Needs a record or a source."""

    group = "using"

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return "" if explorer.browser.key else say("obstacle.no-record")


class Cite(_WithEntry):
    """The citation of the record or source to the clipboard."""

    id = "cite"
    keys = ("y",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        # Not needed before the key is pressed.
        from tui.explorer.browsing.citation import citation, source_citation

        browser = explorer.browser
        if browser.source:
            explorer.copy(source_citation(browser.source.source, spoken()), say("copy.source"))
        elif browser.shown:
            explorer.copy(citation(browser.shown, spoken()), say("copy.citation"))


class CopyMarkdown(_WithEntry):
    """The record or source as Markdown to the clipboard."""

    id = "copy-markdown"
    keys = ("Y",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from store.exchange.exporting import page  # not needed before the key is pressed

        browser = explorer.browser
        if entry := browser.source.source if browser.source else browser.record:
            with browser.reading:
                text = page(browser.store, entry)
            explorer.copy(text, say("copy.markdown"))


class _CopyReferences(_WithEntry):
    """The source, or those that the record cites, for a program that keeps references."""

    form: ClassVar[str]
    """The format's name."""

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        shown = explorer.browser.shown
        if shown and not shown.has_sources:
            return say("obstacle.no-sources")
        return super().obstacle(explorer)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from store.exchange.citation_formats import CITATION_FORMATS  # few ask for them

        sources = explorer.browser.sources_shown
        written = CITATION_FORMATS[cls.form].write(sources)
        explorer.copy(written, say("copy.references", count=len(sources)))


class CopyBibtex(_CopyReferences):
    """As BibTeX."""

    id = "copy-bibtex"
    form = "bibtex"


class CopyCslJson(_CopyReferences):
    """As CSL JSON."""

    id = "copy-csl-json"
    form = "csl-json"


class CopyRis(_CopyReferences):
    """As RIS."""

    id = "copy-ris"
    form = "ris"


class Mark(_WithRecord):
    """A star for the record, or none any more."""

    id = "mark"
    keys = ("s",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.toggle_mark()


class TakeBack(Command):
    """The last change undone."""

    id = "undo"
    keys = ("u",)
    group = "using"

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return "" if explorer.browser.steps.can_take_back else say("obstacle.nothing-done")

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.take_back()


class DoAgain(Command):
    """What was undone last, done again."""

    id = "redo"
    keys = ("ctrl+r",)
    group = "using"

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return "" if explorer.browser.steps.can_do_again else say("obstacle.nothing-taken-back")

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.do_again()


class Compare(_WithRecord):
    """This record beside another one."""

    id = "compare"
    keys = ("=",)
    in_footer = True
    is_rare = True

    @classmethod
    def label_now(cls, explorer: Explorer) -> str:
        first = explorer.kept_to_compare
        if first is None:
            return cls.label()
        return say("compare.with", name=fitted(first.name.prefer(spoken()), _MOST_OF_NAME))

    @classmethod
    def stays_now(cls, explorer: Explorer) -> bool:
        return explorer.kept_to_compare is not None

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
        if source_key(explorer.record_list.selected_key):
            return say("obstacle.is-source")
        is_empty = not explorer.record_list.listing.entry_count
        return say("obstacle.no-record") if is_empty else ""

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.begin_range()


class Export(_WithRecord):
    """Records to files; the overview to a picture."""

    id = "export"
    keys = ("e",)
    in_footer = True

    @classmethod
    def label_now(cls, explorer: Explorer) -> str:
        return say("picture.save") if explorer.shows_overview else cls.label()

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        return "" if explorer.has_overview_to_save else super().obstacle(explorer)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        if explorer.has_overview_to_save:
            from tui.explorer.screens.picturing.saving import (
                ask_to_save_overview,  # loads what draws pictures
            )

            ask_to_save_overview(explorer)
            return
        from tui.explorer.screens.export_dialog import (
            ask_export,  # dialogs load when they are first opened
        )

        ask_export(explorer)


COMMANDS: Final = (
    Cite, CopyMarkdown, CopyBibtex, CopyCslJson, CopyRis, Mark, Range, TakeBack, DoAgain,
    Compare, Export,
)  # fmt: skip
