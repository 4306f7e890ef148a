"""What every screen with a picture is: the picture, what is under its cursor, and what keys do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static
from textual.worker import Worker

from store.errors import MasaratError
from tui.explorer.drawing.plain_mode import is_plain
from tui.explorer.screens.browser_view import StoreChanged
from tui.explorer.screens.dialog import Dialog
from tui.explorer.screens.picturing.saving import ask_to_save
from tui.explorer.widgets.footer import Footer, Hint
from tui.explorer.widgets.picturing.picture_view import PictureView
from tui.messages.sentences import translate_sentence
from tui.pictures.cells import Picture
from tui.terminal.widths import cell_width, cut

SEARCH: Final = "/"
"""Returned where the search box is wanted; no record has this key."""
_DETAIL_LINES: Final = 3
_SLACK: Final = 12
"""Cells that a line may lose to a word which goes on in the next one."""


class PictureScreen(Dialog[str]):
    """Returns the key of the record to open, `SEARCH`, or None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def compose(self) -> ComposeResult:
        """The picture above, then what is under the cursor."""
        with Vertical(id="picture"):
            view = PictureView(id="picture-view")
            # Whoever listens hears what is under the cursor; cells of a picture say nothing.
            view.styles.display = "none" if is_plain() else "block"
            yield view
            yield Static(id="picture-detail")
            yield Footer(id="picture-keys")

    def on_mount(self) -> None:
        """Let the keys be those of the picture."""
        self.query_one("#picture-detail").styles.height = "1fr" if is_plain() else _DETAIL_LINES
        if not is_plain():
            self.query_one(PictureView).focus()
        self.redraw()

    @on(PictureView.Sized)
    def _fit(self, event: PictureView.Sized) -> None:
        self.fit(event.size)
        self.redraw()

    # --- of each picture -----------------------------------------------------------------------

    def fit(self, size: Size) -> None:
        """Take notice of how many cells the picture has."""
        raise NotImplementedError

    def picture(self) -> Picture:
        """The picture as it is to be seen now."""
        raise NotImplementedError

    def whole_picture(self) -> Picture:
        """The picture as it is saved, with the sources on which it rests."""
        raise NotImplementedError

    def detail(self) -> Sequence[str]:
        """What is under the cursor, in lines of words; the first is the name."""
        raise NotImplementedError

    def hints(self) -> Sequence[Hint]:
        """What the keys do."""
        raise NotImplementedError

    def file_name(self) -> str:
        """What is offered as the name of a saved picture."""
        raise NotImplementedError

    def read_again(self) -> Callable[[], None]:
        """Read what the store holds now; called in another thread.

        Returns:
            What takes it in, called where the picture is drawn: the cursor stays where it can.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        raise NotImplementedError

    # --- what all do ---------------------------------------------------------------------------

    def redraw(self) -> None:
        """Draw the picture and what is said below it."""
        view = self.query_one(PictureView)
        if is_plain():
            self._show_detail()
        elif view.size.width:  # before it has a size there is no cursor to speak of
            view.show(self.picture())
            self._show_detail()
        self.query_one(Footer).show(self.hints())

    def _show_detail(self) -> None:
        box = self.query_one("#picture-detail", Static)
        first, *others = _fitted(self.detail() or ("",), box.content_size.width)
        content = Content(first).stylize("bold")
        for line in others:
            content = content.append(Content("\n").append(Content(line)))
        if box.content != content:
            # Its lines are as many whatever is said: nothing else moves, and is laid out again.
            box.update(content, layout=False)

    @on(StoreChanged)
    def _follow_store(self) -> None:
        _: Worker[None] = self.run_worker(self._read_again(), group="changed", exclusive=True)

    async def _read_again(self) -> None:
        try:
            take = await asyncio.to_thread(self.read_again)
        except MasaratError as error:
            self._tell(translate_sentence(error.sentence))
            return
        if self.is_attached:
            take()
            self.redraw()

    def _tell(self, said: str) -> None:
        """Say that the picture is as the store was; not again while that still stands there."""
        if said not in [each.message for each in self.app._notifications]:
            self.app.notify(said, severity="warning", markup=False, timeout=10)

    @on(Footer.Pressed)
    async def _do_pressed(self, event: Footer.Pressed) -> None:
        await self.run_action(event.command)

    def action_leave(self) -> None:
        """Go back to where the picture was asked for."""
        self.dismiss(None)

    def action_search(self) -> None:
        """Go to the search box."""
        self.dismiss(SEARCH)

    def action_save(self) -> None:
        """Ask for a file, and save the picture in it."""
        ask_to_save(self.app, self.file_name(), self._whole)

    async def _whole(self) -> Picture:
        return self.whole_picture()


def _fitted(said: Sequence[str], width: int) -> list[str]:
    """What is said, so that each is seen: what is long is cut, so that the count below it stays.

    Args:
        said: no more than there are lines.
        width: of a line; 0 before there is one.
    """
    lines = list(said)
    if is_plain() or not width:
        return lines
    spare = _DETAIL_LINES - len(lines)
    for number, line in enumerate(lines):
        wanted = -(-cell_width(line) // width) - 1
        rows = 1 + min(wanted, spare)
        spare -= rows - 1
        # Of several lines each breaks between words, so the last one ends earlier.
        lines[number] = line if rows > wanted else cut(line, rows * width - _SLACK * (rows - 1))
    return lines
