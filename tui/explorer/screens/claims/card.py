"""The claim card: read a claim whole, copy it with its sources, and go to one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size

from store.files.page import Reference
from store.model.records import Citation
from tui.explorer.browsing.claim import ClaimShown
from tui.explorer.drawing.listing import source_address
from tui.explorer.screens.claims.card_text import card_blocks
from tui.explorer.screens.dialog import Dialog
from tui.explorer.widgets.footer import Footer, Hint
from tui.explorer.widgets.web_address import open_in_browser
from tui.explorer.widgets.written_text import WrittenText
from tui.messages import say
from tui.terminal.keyboard import typed_by

_MOST: Final = 85
"""Of a hundred lines of the screen, so many are the card's at most."""
_AROUND: Final = 4
"""Lines of the card that are not its text's."""
_KEYS: Final = partial(typed_by, among="ycxjk.,")


Read = Callable[[Citation, Callable[[str], None]], None]
"""Shows a text, and hands on the key of the record that is chosen there."""


class CardText(WrittenText):
    """The card's text, as high as it is; its stops are the sources."""

    def __init__(self, shown: ClaimShown) -> None:
        """Show a claim."""
        super().__init__(id="card-text")
        self._shown = shown

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that it takes at a width."""
        return len(self.drawn(card_blocks(self._shown, width), width))

    def on_resize(self, event: events.Resize) -> None:
        """Write for the new width."""
        self.write_blocks(card_blocks(self._shown, self.scrollable_content_region.width))


class ClaimCard(Dialog[str]):
    """Returns the address of the source or record to go to, None when the card was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(_KEYS("escape", "c"), "leave"),
        Binding("enter", "open"),
        Binding(_KEYS("y"), "copy"),
        Binding(_KEYS("x"), "browse"),
        Binding("f7", "read"),
        Binding(_KEYS("down", "j", "."), "step(1)"),
        Binding(_KEYS("up", "k", ","), "step(-1)"),
        Binding("pagedown,space", "scroll_page(1)"),
        Binding("pageup", "scroll_page(-1)"),
    ]

    def __init__(self, shown: ClaimShown, read: Read) -> None:
        """Show a claim.

        Args:
            shown: the claim.
            read: shows the text of a source at what is cited of it.
        """
        super().__init__()
        self._shown = shown
        self._read = read

    def compose(self) -> ComposeResult:
        """The text, and below it what can be done."""
        with Vertical(id="card"):
            yield CardText(self._shown)
            yield Footer(id="card-keys")

    def on_mount(self) -> None:
        """Point at the first source that can be opened, else at the first."""
        self.entitle(self.query_one("#card"), say("claim.title"))
        text = self.query_one(CardText)
        addresses = [self._shown.address(each) for each in self._shown.references]
        text.point(next((place for place, address in enumerate(addresses) if address), 0))
        text.focus()
        self.call_after_refresh(self._show_keys)  # which source is in sight shows when it is drawn

    def on_resize(self, event: events.Resize) -> None:
        """Leave room for what can be done, however much there is to read."""
        text = self.query_one(CardText)
        text.styles.max_height = max(1, event.size.height * _MOST // 100 - _AROUND)

    def _show_keys(self) -> None:
        source = self._source
        address = bool(source and self._shown.address(source))
        reads = [Hint("read", "f7", say("claim.read"))] if self._holds(source) else []
        self.query_one(Footer).show(
            [
                Hint("copy", "y", say("claim.copy")),
                Hint("browse", "x", say("claim.browse"), possible=address),
                *reads,
                Hint("open", "enter", say("claim.source"), possible=source is not None),
                Hint("leave", "escape", say("claim.leave"), stays=True),
            ]
        )

    def _holds(self, source: Reference | None) -> bool:
        """Whether the sentence that is cited is at hand."""
        return source is not None and source.citation in self._shown.sentences

    @property
    def _source(self) -> Reference | None:
        """The source that is pointed at, else the first one."""
        references = self._shown.references
        at = max(0, self.query_one(CardText).pointed)
        return references[at] if at < len(references) else None

    # --- what can be done ----------------------------------------------------------------------

    def action_leave(self) -> None:
        """Go back to where the claim stands."""
        self.dismiss(None)

    def action_step(self, step: int) -> None:
        """Point at the next source; scroll where there is no other."""
        text = self.query_one(CardText)
        before = text.pointed
        if text.step(step) == before:
            text.move(step)
        self._show_keys()

    def action_scroll_page(self, pages: int) -> None:
        """Scroll by so many screenfuls."""
        self.query_one(CardText).move_page(pages)

    def action_open(self) -> None:
        """Go to the source that is pointed at."""
        if source := self._source:
            self._go_to(source.citation.source)
        else:
            self.app.notify(say("claim.no-source"), markup=False, timeout=3)

    def action_copy(self) -> None:
        """Hand the claim with its sources to the terminal's clipboard."""
        self.app.copy_to_clipboard(self._shown.to_copy)
        self.app.notify(say("copy.claim"), markup=False, timeout=3)

    def action_read(self) -> None:
        """Read the text of the source that is pointed at, where the claim rests on it."""
        if source := self._source:
            self._read(source.citation, self._go_to_record)
        else:
            self.app.notify(say("claim.no-source"), markup=False, timeout=3)

    def action_browse(self) -> None:
        """Open the address of the source that is pointed at."""
        source = self._source
        open_in_browser(self.app, self._shown.address(source) if source else "")

    @on(Footer.Pressed)
    async def _do_pressed(self, event: Footer.Pressed) -> None:
        await self.run_action(event.command)

    @on(WrittenText.Pressed)
    def _open_pressed(self, event: WrittenText.Pressed) -> None:
        cited = _cited_as(event.cited, self._shown)
        if cited:
            self._go_to(cited)
        else:
            self.action_open()

    def _go_to_record(self, key: str) -> None:
        self.dismiss(key)

    def _go_to(self, key: str) -> None:
        self.dismiss(source_address(key))


def _cited_as(number: int, shown: ClaimShown) -> str:
    """Key of the source that the page cites under a number, empty for none."""
    keys: Iterable[str] = (each.source for each, n in shown.numbers.items() if n == number)
    return next(iter(keys), "")
