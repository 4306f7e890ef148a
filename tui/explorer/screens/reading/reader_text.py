"""The sentences of a text as blocks: each with its number, and a sign that nothing cites it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style

from store.text.printable import visible_controls
from tui.explorer.drawing.plain_mode import is_plain
from tui.explorer.drawing.sheets.blocks import STOP, Block
from tui.explorer.drawing.sheets.lines import Lines
from tui.explorer.panes.record_text import MUTED, Highlighter, no_highlights, with_hits
from tui.explorer.panes.stops import CITATION
from tui.explorer.screens.reading.held_reading import HeldReading
from tui.explorer.widgets.written_text import WrittenText
from tui.messages import say, spoken
from tui.messages.digits import in_digits

CITED: Final = "●"
UNCITED: Final = "○"


class ReaderText(WrittenText):
    """Writes out the sentences around the one that is read; each is a stop by its number."""

    class Reached(Message):
        """Another sentence is read."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, reading: HeldReading, number: int, highlighter: Highlighter) -> None:
        """Show a text.

        Args:
            reading: the text.
            number: of the sentence that is read first.
            highlighter: finds what to mark.
        """
        super().__init__(id="reader-text")
        self._reading = reading
        self._highlighter = highlighter
        self._written: range = range(0)
        self.number = number
        """Of the sentence that is read."""

    def show(
        self,
        reading: HeldReading,
        highlighter: Highlighter = no_highlights,
        number: int | None = None,
    ) -> None:
        """Show what has become of the text, or mark something else in it.

        Args:
            reading: the text.
            highlighter: finds what to mark.
            number: of the sentence to go to; None stays where one is.
        """
        self._reading, self._highlighter = reading, highlighter
        self.number = max(1, min(number or self.number, reading.count))
        self._write()

    def read(self, number: int) -> None:
        """Go to a sentence, the nearest there is, and say so."""
        number = max(1, min(number, self._reading.count))
        if number == self.number:
            self.point(number)  # it may be out of sight
            return
        self.number = number
        if number in self._written:
            self.point(number)
        else:
            self._write()
        self.post_message(self.Reached(number))

    def _write(self) -> None:
        """Write out what is around the sentence, and have it in sight."""
        self._written = self._reading.around(self.number)
        self.write_blocks(sentence_blocks(self._reading, self._written, self._highlighter))
        self.point(self.number)

    def find_stops(self, lines: Lines) -> dict[int, tuple[int, int]]:
        """Where each sentence stands: it is a block, and none has to be drawn to be found."""
        return dict(zip(self._written, lines.blocks, strict=True))

    def step(self, step: int) -> int:
        """Read the next sentence or the one before; one that is longer than the view, to its end.

        Returns:
            The number of the sentence that is read.
        """
        first, last = self._stop_lines.get(self.number, (0, 0))
        top, height = round(self.scroll_y), self.scrollable_content_region.height
        if not is_plain() and (last >= top + height > first if step > 0 else first < top <= last):
            self.scroll_to(y=self.scroll_y + step * max(1, height - 1), animate=False)
        else:
            self.read(self.number + step)
        return self.number

    def move_page(self, pages: int) -> None:
        """Read on at the sentence that stands a screenful further on, or further back."""
        first, last = self._stop_lines.get(self.number, (0, 0))
        line = (first if pages > 0 else last) + pages * self.scrollable_content_region.height
        if pages > 0:
            ahead = [each for each in self._written if each > self.number]
            self.read(next((each for each in ahead if self._ends(each) >= line), self._beyond(1)))
        else:
            ahead = [each for each in reversed(self._written) if each < self.number]
            self.read(
                next((each for each in ahead if self._begins(each) <= line), self._beyond(-1))
            )

    def _begins(self, number: int) -> int:
        return self._stop_lines[number][0] if number in self._stop_lines else 0

    def _ends(self, number: int) -> int:
        return self._stop_lines[number][1] if number in self._stop_lines else 0

    def _beyond(self, side: int) -> int:
        """The sentence beyond what is written out."""
        return self._written[-1] + 1 if side > 0 else self._written[0] - 1

    def on_resize(self, event: events.Resize) -> None:
        """Write for the new width, the sentence staying in sight."""
        self._write()

    def on_click(self, event: events.Click) -> None:
        """Read the sentence under the mouse; a press on the one that is read opens what it says."""
        stop = event.style.meta.get(STOP, -1)
        if self.text_selection is not None or stop < 0:
            return
        if stop == self.number:
            self.post_message(self.Pressed(self, stop, 0))
        else:
            self.read(stop)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go on where what is written out ends but the text does not."""
        self._go_on_at(self.max_scroll_y, self._beyond(1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The same towards the beginning."""
        self._go_on_at(0, self._beyond(-1))

    def _go_on_at(self, edge: float, number: int) -> None:
        if self.scroll_y == edge and 1 <= number <= self._reading.count:
            self.read(number)


def sentence_blocks(
    reading: HeldReading, numbers: Sequence[int], highlighter: Highlighter
) -> list[Block]:
    """Write sentences out, with what was looked for marked in them.

    Args:
        reading: the text.
        numbers: of the sentences.
        highlighter: finds what to mark.
    """
    widest = len(str(numbers[-1])) if numbers else 0
    written = (_block(reading, number, widest) for number in numbers)
    return list(with_hits(written, highlighter))


def _block(reading: HeldReading, number: int, widest: int) -> Block:
    body = Content(visible_controls(reading.sentence(number).line))
    label = _label(reading, number, widest)
    stop = Style.from_meta({STOP: number})
    gap = reading.begins_paragraph(number)
    return Block(body.stylize(stop), label.stylize(stop), gap)


def _label(reading: HeldReading, number: int, widest: int) -> Content:
    """The number, and whether anything cites the sentence, where that is known."""
    written = in_digits(str(number), spoken())
    is_uncited = reading.tells_cited and not reading.is_cited(number)
    if is_plain():
        return Content(say("reader.uncited-number", number=written) if is_uncited else written)
    sign = "" if not reading.tells_cited else UNCITED if is_uncited else CITED
    label = Content(" ".join(filter(None, (sign, written.rjust(widest)))))
    return label.stylize(MUTED if is_uncited else CITATION)
