"""The card of reasons: why a record stands in a list of hits, in words."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size

from store.model.records import NameHit, TextHit
from tui.explorer.drawing.sheets.blocks import Block
from tui.explorer.screens.dialog import Dialog
from tui.explorer.widgets.footer import Footer, Hint
from tui.explorer.widgets.written_text import WrittenText
from tui.messages import say, spoken
from tui.messages.reasons import reasons_in_words, text_reasons_in_words
from tui.terminal.keyboard import typed_by

_AROUND: Final = 6
"""Lines of the screen that are not the card's text."""
_KEYS: Final = partial(typed_by, among="jk")


class WhyText(WrittenText):
    """The reasons, a line each or more, as high as they are."""

    def __init__(self, hit: NameHit | TextHit) -> None:
        """Tell why a record was found."""
        super().__init__(id="card-text")
        self._hit = hit

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that it takes at a width."""
        return len(self.drawn(self._blocks_to_write(), width))

    def on_resize(self, event: events.Resize) -> None:
        """Write for the new width."""
        self.write_blocks(self._blocks_to_write())

    def _blocks_to_write(self) -> list[Block]:
        hit = self._hit
        lines = text_reasons_in_words(hit) if isinstance(hit, TextHit) else reasons_in_words(hit)
        return [Block(Content(hit.row.name.prefer(spoken()))), *map(_line, lines)]


def _line(text: str) -> Block:
    return Block(Content(text))


class WhyCard(Dialog[None]):
    """Tells why a record was found, until it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,space,enter,backspace", "leave"),
        Binding(_KEYS("down", "j"), "step(1)"),
        Binding(_KEYS("up", "k"), "step(-1)"),
        Binding("pagedown", "scroll_page(1)"),
        Binding("pageup", "scroll_page(-1)"),
    ]

    def __init__(self, hit: NameHit | TextHit) -> None:
        """Tell why a record was found."""
        super().__init__()
        self._hit = hit

    def compose(self) -> ComposeResult:
        """The reasons, and below them how to leave."""
        with Vertical(id="card"):
            yield WhyText(self._hit)
            yield Footer(id="card-keys")

    def on_mount(self) -> None:
        """Say what the card is."""
        self.entitle(self.query_one("#card"), say("why.title"))
        self.query_one(WhyText).focus()
        self.query_one(Footer).show([Hint("leave", "escape", say("why.leave"), stays=True)])

    def on_resize(self, event: events.Resize) -> None:
        """Leave room for what is around it, however much there is to read."""
        super().on_resize(event)
        self.query_one(WhyText).styles.max_height = max(1, event.size.height - _AROUND)

    def action_leave(self) -> None:
        """Go back to the list."""
        self.dismiss(None)

    def action_step(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.query_one(WhyText).move(lines)

    def action_scroll_page(self, pages: int) -> None:
        """Scroll by so many screenfuls."""
        self.query_one(WhyText).move_page(pages)
