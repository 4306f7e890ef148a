"""The comparison: two records side by side, to be read, copied and saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.worker import Worker

from store.exchange.comparing import save_comparison
from store.exchange.comparison_report import comparison_report
from store.files.page import ComparedPage
from tui.explorer.screens.comparing.comparison_text import (
    comparison_blocks,
    heading_blocks,
    names_of,
)
from tui.explorer.screens.comparing.path_dialog import AskPath
from tui.explorer.screens.confirm_dialog import written_or_asked
from tui.explorer.screens.dialog import Dialog
from tui.explorer.widgets.footer import Footer, Hint
from tui.explorer.widgets.written_text import WrittenText
from tui.messages import say
from tui.terminal.keyboard import typed_by

_KEYS: Final = partial(typed_by, among="yejkgG")


class ComparedNames(WrittenText):
    """The names of both, as high as they are; they stay while what is compared scrolls."""

    def __init__(self, page: ComparedPage) -> None:
        """Show the names of a comparison."""
        super().__init__(id="compared-names")
        self.can_focus = False
        self._page = page

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that they take at a width, of which the scroll bar has a cell."""
        return len(self.drawn(heading_blocks(self._page), width - 1))

    def on_resize(self, event: events.Resize) -> None:
        """Write for the new width."""
        self.write_blocks(heading_blocks(self._page))


class ComparedText(WrittenText):
    """All that is compared."""

    def __init__(self, page: ComparedPage) -> None:
        """Show a comparison."""
        super().__init__(id="compared-text")
        self._page = page

    def on_resize(self, event: events.Resize) -> None:
        """Write for the new width."""
        self.write_blocks(comparison_blocks(self._page))


class ComparisonScreen(Dialog[None]):
    """Shows a comparison until it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,equals_sign,backspace", "leave"),
        Binding(_KEYS("y", "Y"), "copy"),
        Binding(_KEYS("e"), "save"),
        Binding(_KEYS("down", "j"), "scroll_lines(1)"),
        Binding(_KEYS("up", "k"), "scroll_lines(-1)"),
        Binding("pagedown,space,ctrl+d", "scroll_page(1)"),
        Binding("pageup,ctrl+u", "scroll_page(-1)"),
        Binding(_KEYS("home", "g"), "scroll_to_start"),
        Binding(_KEYS("end", "G"), "scroll_to_end"),
    ]

    def __init__(self, page: ComparedPage) -> None:
        """Show a comparison."""
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        """The names, what is compared, and what can be done."""
        with Vertical(id="comparison"):
            yield ComparedNames(self._page)
            yield ComparedText(self._page)
            yield Footer(id="comparison-keys")

    def on_mount(self) -> None:
        """Name the dialog, and let the arrows scroll."""
        one, other = names_of(self._page)
        self.entitle(self.query_one("#comparison"), say("comparison.title", one=one, other=other))
        self.query_one(ComparedText).focus()
        self.query_one(Footer).show(
            [
                Hint("copy", "y", say("comparison.copy")),
                Hint("save", "e", say("comparison.save")),
                Hint("leave", "escape", say("claim.leave"), stays=True),
            ]
        )

    def on_resize(self, event: events.Resize) -> None:
        """Leave half of a small screen at least to what is compared."""
        self.query_one(ComparedNames).styles.max_height = max(1, event.size.height // 2)

    # --- what can be done ----------------------------------------------------------------------

    @on(Footer.Pressed)
    async def _do_pressed(self, event: Footer.Pressed) -> None:
        await self.run_action(event.command)

    def action_leave(self) -> None:
        """Go back to where the second record is shown."""
        self.dismiss(None)

    def action_scroll_lines(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.query_one(ComparedText).move(lines)

    def action_scroll_page(self, pages: int) -> None:
        """Scroll by so many screenfuls."""
        self.query_one(ComparedText).move_page(pages)

    def action_scroll_to_start(self) -> None:
        """Scroll to the top."""
        self.query_one(ComparedText).move_to_start()

    def action_scroll_to_end(self) -> None:
        """Scroll to the bottom."""
        self.query_one(ComparedText).move_to_end()

    def action_copy(self) -> None:
        """Hand the comparison to the terminal's clipboard, as Markdown."""
        self.app.copy_to_clipboard(comparison_report(self._page))
        self.app.notify(say("copy.comparison"), markup=False, timeout=3)

    def action_save(self) -> None:
        """Ask for a file, and write the comparison to it."""

        def save(path: Path | None) -> None:
            if path is not None:
                _: Worker[None] = self.app.run_worker(self._save(path), group="comparison")

        one, other = self._page.keys
        ask = AskPath(say("comparison.save-title"), f"{one}-{other}.md")
        self.app.push_screen(ask, save)

    async def _save(self, path: Path) -> None:
        def write(*, overwrite: bool) -> Path:
            return save_comparison(self._page, path, overwrite=overwrite)

        if written := await written_or_asked(self.app, path, write):
            said = say("comparison.written", path=str(written))
            self.app.notify(said, markup=False, timeout=10)
