"""The reader: a text sentence by sentence, and beside it what each sentence supports."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.bidi import visual
from tui.explorer.browsing.browser import Browser
from tui.explorer.browsing.citation import source_citation
from tui.explorer.browsing.inside import Inside
from tui.explorer.drawing.plain_mode import is_mirrored, is_plain
from tui.explorer.panes.citing import citing_listing
from tui.explorer.panes.record_text import Highlighter, in_reading_direction, no_highlights
from tui.explorer.panes.relations import UNWRAPPED
from tui.explorer.screens.browser_view import StoreChanged
from tui.explorer.screens.dialog import Dialog
from tui.explorer.screens.finding.find_line import FindLine
from tui.explorer.screens.reading.held_reading import HeldReading, reading_of
from tui.explorer.screens.reading.reader_text import CITED, UNCITED, ReaderText
from tui.explorer.widgets.cursor_list import CursorList
from tui.explorer.widgets.footer import Footer, Hint
from tui.explorer.widgets.web_address import open_in_browser
from tui.explorer.widgets.written_text import WrittenText
from tui.messages import say, spoken
from tui.messages.digits import in_digits
from tui.terminal.keyboard import typed_by

_KEYS: Final = partial(typed_by, among="jkhlgGnNuUyxq.,/?")
_SIDE_BY_SIDE: Final = 96
"""Cells of a screen that has room for text and uses beside each other."""


class Found(tuple[int, ...]):
    """The numbers of the sentences in which something was found, in their order."""

    __slots__ = ()

    def nearest(self, number: int, step: int) -> int:
        """The next of them, or the one before; after the last comes the first."""
        ahead = [each for each in self if (each - number) * step > 0]
        if step > 0:
            return ahead[0] if ahead else self[0]
        return ahead[-1] if ahead else self[-1]


class Uses(CursorList):
    """What a sentence supports; says when there is another width to wrap it for."""

    class Fitted(Message):
        """The list has another size."""

    def on_resize(self, event: events.Resize) -> None:
        """Ask for lines that fit."""
        super().on_resize(event)
        self.post_message(self.Fitted())


class Reader(Dialog[str]):
    """Returns the key of the record to open, None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(_KEYS("escape", "q", "backspace", "f7"), "leave"),
        Binding(_KEYS("down", "j"), "step(1)"),
        Binding(_KEYS("up", "k"), "step(-1)"),
        Binding("pagedown,space,ctrl+d", "page(1)"),
        Binding("pageup,ctrl+u", "page(-1)"),
        Binding(_KEYS("home", "g"), "end(-1)"),
        Binding(_KEYS("end", "G"), "end(1)"),
        Binding(_KEYS("."), "jump(1, True)", id="reader.cited-on"),
        Binding(_KEYS(","), "jump(-1, True)", id="reader.cited-back"),
        Binding(_KEYS("u"), "jump(1, False)", id="reader.uncited-on"),
        Binding(_KEYS("U"), "jump(-1, False)", id="reader.uncited-back"),
        Binding(_KEYS("tab", "shift+tab", "left", "right", "h", "l"), "other_side"),
        Binding("enter", "open"),
        Binding(_KEYS("ctrl+f", "/", "slash"), "find"),
        Binding(_KEYS("n"), "hit(1)"),
        Binding(_KEYS("N"), "hit(-1)"),
        Binding(_KEYS("y"), "copy"),
        Binding(_KEYS("x"), "browse"),
        Binding(_KEYS("?", "question_mark", "f1"), "help"),
    ]

    def __init__(
        self,
        browser: Browser,
        reading: HeldReading,
        number: int = 1,
        found: Sequence[int] = (),
        highlighter: Highlighter = no_highlights,
    ) -> None:
        """Read a text.

        Args:
            browser: reads the store.
            reading: the text.
            number: of the sentence that is read first.
            found: numbers of the sentences that a search of texts found.
            highlighter: finds what was searched for.
        """
        super().__init__()
        self._browser = browser
        self._reading = reading
        self._start = max(1, min(number, reading.count))
        self._found = Found(found)
        self._highlighter = highlighter

    def compose(self) -> ComposeResult:
        """What is known of the text, the text, what is supported, and what can be done."""
        with Vertical(id="reader"):
            yield Static(id="reader-summary")
            with Container(id="reader-sides"):
                yield ReaderText(self._reading, self._start, self._highlighter)
                yield Uses(id="reader-uses")
            yield FindLine(id="find")
            yield Footer(id="reader-keys")

    def on_mount(self) -> None:
        """Begin at the sentence that was asked for."""
        self._find_line.display = False
        self._lay_out()
        self._enter(self._text)
        self._describe()

    def on_resize(self, event: events.Resize) -> None:
        """Put the two beside each other where there is room, else below each other."""
        super().on_resize(event)
        self._lay_out()

    def _lay_out(self) -> None:
        is_wide = self.app.size.width >= _SIDE_BY_SIDE
        self.set_class(is_wide, "-wide")
        if is_mirrored():
            # Below each other the text comes first in either language.
            sides = self.query_one("#reader-sides")
            first, second = (self._uses, self._text) if is_wide else (self._text, self._uses)
            sides.move_child(first, before=second)

    @on(Uses.Fitted)
    def _fit_uses(self) -> None:
        """Wrap what is supported for the width that the list has now, which may be the first."""
        self._show_uses(self._uses.cursor)

    @property
    def _text(self) -> ReaderText:
        return self.query_one(ReaderText)

    @property
    def _uses(self) -> CursorList:
        return self.query_one("#reader-uses", CursorList)

    @property
    def _find_line(self) -> FindLine:
        return self.query_one(FindLine)

    @property
    def _number(self) -> int:
        return self._text.number

    # --- what is said around the text ------------------------------------------------------------

    def _describe(self) -> None:
        reading, language = self._reading, spoken()
        source = reading.source
        parts = filter(None, (source.title.prefer(language), source.publisher))
        self.entitle(self.query_one("#reader"), in_reading_direction(parts, language))
        self.query_one("#reader-summary", Static).update(Content("\n").join(self._summary()))
        self._show_place()
        self._show_uses()

    def _summary(self) -> list[Content]:
        """How many sentences there are, which are cited, and what is wrong with the text."""
        reading = self._reading
        said = [say("reader.sentences", count=reading.count)]
        if reading.tells_cited:
            uncited = reading.count - reading.cited_count
            said.append(_signed(CITED, say("reader.cited", count=reading.cited_count)))
            said.append(_signed(UNCITED, say("reader.uncited", count=uncited)))
        else:
            said.append(say("reader.not-numbered"))
        lines = [Content(in_digits(" · ".join(said), spoken()))]
        warnings = [say("text.another")] if reading.held.is_another else []
        if astray := reading.astray_count:
            warnings.append(in_digits(say("reader.astray", count=astray), spoken()))
        return [*lines, *(Content(each).stylize("$text-warning") for each in warnings)]

    def _show_place(self) -> None:
        place = say("reader.place", number=self._number, total=self._reading.count)
        if self._found:
            at = sum(each <= self._number for each in self._found)
            is_there = self._number in self._found
            told = "find.place" if is_there else "reader.found"
            hit = say(told, number=at, total=len(self._found), count=len(self._found))
            place = f"{hit} · {place}"
        box = self.query_one("#reader")
        box.styles.border_subtitle_align = "left" if is_mirrored() else "right"
        box.border_subtitle = visual(in_digits(place, spoken()))

    def _show_uses(self, cursor: int = 0) -> None:
        """List what the sentence supports."""
        uses = self._uses
        shown = self._reading.uses(self._number)
        width = uses.scrollable_content_region.width or UNWRAPPED
        uses.say_when_empty(say("reader.cited-by-nothing"))
        places = not self._reading.tells_cited
        uses.show(citing_listing(shown, spoken(), width, places=places), cursor)
        uses.border_title = visual(say("citing.title", count=shown.citing))
        uses.styles.border_title_align = "right" if is_mirrored() else "left"
        self._show_keys()

    def _show_keys(self) -> None:
        reading, number = self._reading, self._number
        is_uncited = reading.nearest(number, 1, cited=False) is not None
        is_cited = reading.nearest(number, 1, cited=True) is not None
        tells = reading.tells_cited
        self.query_one(Footer).show(
            [
                Hint("open", "enter", say("timeline.open"), bool(self._uses.listing.entry_count)),
                Hint("jump(1, True)", ".", say("reader.next-cited"), tells and is_cited),
                Hint("jump(1, False)", "u", say("reader.next-uncited"), tells and is_uncited),
                Hint("other_side", "tab", say("reader.other-side")),
                Hint("find", "/", say("reader.find")),
                Hint("copy", "y", say("claim.copy")),
                Hint("help", "?", say("picture.help")),
                Hint("leave", "escape", say("claim.leave"), stays=True),
            ]
        )

    @on(StoreChanged)
    def _read_again(self) -> None:
        """Show what has become of the text; where it is gone, there is nothing to read."""
        reading = reading_of(self._browser, self._reading.source.key)
        if reading is None:
            self.app.notify(say("reader.gone"), markup=False)
            self.dismiss(None)
        elif not reading.is_same(self._reading):
            self._reading = reading
            self._found = Found(each for each in self._found if each <= reading.count)
            self._text.show(reading, self._highlighter)
            self._describe()

    # --- reading on ------------------------------------------------------------------------------

    @on(ReaderText.Reached)
    def _follow(self) -> None:
        self._show_place()
        self._show_uses()

    @property
    def _is_in_uses(self) -> bool:
        return self.focused is self._uses

    def action_step(self, step: int) -> None:
        """Read the next sentence, or the one before; in the list, move its cursor."""
        if self._is_in_uses:
            self._uses.move(step)
        else:
            self._text.step(step)

    def action_page(self, pages: int) -> None:
        """Go on by a screenful, or back."""
        (self._uses if self._is_in_uses else self._text).move_page(pages)

    def action_end(self, side: int) -> None:
        """Go to the first sentence, or to the last."""
        if self._is_in_uses:
            self._uses.select(side * self._uses.listing.entry_count)
        else:
            self._text.read(side * self._reading.count)

    def action_jump(self, step: int, cited: bool) -> None:
        """Go to the next sentence that is cited, or that is not, or to the one before."""
        number = self._reading.nearest(self._number, step, cited=cited)
        if not self._reading.tells_cited:
            self._tell(say("reader.not-numbered"))
        elif number is None:
            self._tell(say("reader.no-cited" if cited else "reader.no-uncited"))
        else:
            self._text.read(number)

    def _tell(self, said: str) -> None:
        self.app.notify(said, markup=False, timeout=3)

    # --- the other side --------------------------------------------------------------------------

    def action_other_side(self) -> None:
        """Go to the list of what is supported, or back to the text."""
        self._enter(self._text if self._is_in_uses else self._uses)

    def _enter(self, side: ReaderText | CursorList) -> None:
        """Go to one of the two; whoever listens has one of them at a time."""
        if is_plain():
            self._text.display, self._uses.display = side is self._text, side is self._uses
            self.call_after_refresh(self._show_uses)
        self.set_focus(side)

    def action_open(self) -> None:
        """Open the record that the sentence supports; of several, the list lets one choose."""
        count = self._uses.listing.entry_count
        if not count:
            self._tell(say("reader.cited-by-nothing"))
        elif count == 1 or self._is_in_uses:
            self.dismiss(self._uses.selected_key)
        else:
            self._enter(self._uses)

    @on(CursorList.Opened)
    def _open_pressed(self, event: CursorList.Opened) -> None:
        self.dismiss(event.key)

    @on(WrittenText.Pressed)
    def _open_text_pressed(self) -> None:
        self.action_open()

    # --- what is looked for ----------------------------------------------------------------------

    def action_find(self) -> None:
        """Begin to type what to find in the text."""
        self._enter(self._text)
        if not self._find_line.display:
            self._find_line.display = True
            self._find_line.speak("reader")
            self._find_line.tell("")
        self.set_focus(self._find_line.field)
        self._find_line.field.select_all()

    @on(FindLine.Changed)
    def _find_typed(self, event: FindLine.Changed) -> None:
        if not self._find_line.display:
            return  # the field was cleared
        inside = Inside(event.typed)
        self._look_for(self._reading.holding(inside), inside.spans)
        self._tell_hits()

    def _look_for(self, found: Sequence[int], highlighter: Highlighter) -> None:
        """Mark something else, and go to the nearest sentence in which it was found."""
        self._found, self._highlighter = Found(found), highlighter
        number = self._number
        if self._found and number not in self._found:
            number = self._found.nearest(number, 1)
        self._text.show(self._reading, highlighter, number)
        self._follow()

    def _tell_hits(self) -> None:
        if not self._find_line.field.value:
            self._find_line.tell("")
        else:
            self._find_line.tell(say("reader.found", count=len(self._found)))

    @on(FindLine.Stepped)
    def _step_hit(self, event: FindLine.Stepped) -> None:
        self.action_hit(event.step)

    @on(FindLine.Kept)
    def _go_on(self) -> None:
        self._enter(self._text)

    def action_hit(self, step: int) -> None:
        """Go to the next sentence in which something was found, or to the one before."""
        if self._found:
            self._text.read(self._found.nearest(self._number, step))
            self._show_place()
        else:
            self._tell(say("reader.nothing-found"))

    # --- what can be done ------------------------------------------------------------------------

    def action_leave(self) -> None:
        """Look for nothing any more; after that, go back to where the text was opened."""
        if not self._find_line.display:
            self.dismiss(None)
            return
        self._find_line.display = False
        self._find_line.field.clear()
        self._look_for((), no_highlights)
        self._enter(self._text)

    def action_copy(self) -> None:
        """Hand the sentence with its source to the terminal's clipboard."""
        sentence = self._reading.sentence(self._number)
        cited = source_citation(self._reading.source, spoken())
        place = in_digits(say("reader.sentence", number=self._number), spoken())
        self.app.copy_to_clipboard(f"{sentence.line}\n— {cited} · {place}")
        self._tell(say("reader.copied"))

    def action_browse(self) -> None:
        """Open the address of the source in the browser."""
        open_in_browser(self.app, self._reading.source.url)

    def action_help(self) -> None:
        """Say what the keys do."""
        self.tell_keys("reader.help")

    @on(Footer.Pressed)
    async def _do_pressed(self, event: Footer.Pressed) -> None:
        await self.run_action(event.command)


def _signed(sign: str, said: str) -> str:
    """What is said behind the sign that stands for it, where signs are shown."""
    return said if is_plain() else f"{sign} {said}"
