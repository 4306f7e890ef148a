"""The one box in which everything is looked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, Static

from store.model.questions import LONGEST_QUERY
from tui.explorer.drawing.cells import fitted
from tui.explorer.drawing.plain_mode import is_plain
from tui.explorer.widgets.search_field import SearchField
from tui.messages import say
from tui.searches import Searches

Complete = Callable[[str], Sequence[str]]
"""From a query being typed to those that it may become, the likeliest first."""


class _FirstCompletion(Suggester):
    """Shows the likeliest completion, read in a thread of its own."""

    def __init__(self, complete: Complete) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """The whole text as it would be."""
        return next(iter(await asyncio.to_thread(self._complete, value)), None)


class SearchBox(Horizontal):
    """A prompt, the field, and what was found."""

    _told = ""

    class Changed(Message):
        """Something else is asked."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

        def can_replace(self, message: Message) -> bool:
            """Only what is typed last need be looked for."""
            return isinstance(message, SearchBox.Changed)

    class Kept(Message):
        """Enter was pressed: what was found stays."""

    def compose(self) -> ComposeResult:
        """The parts in reading order."""
        yield Static(Content(" / "), id="search-prompt")
        field = SearchField(id="search-field", compact=True, select_on_focus=False)
        field.longest = LONGEST_QUERY
        yield field
        yield Static(id="search-found")

    @property
    def field(self) -> SearchField:
        """The text field."""
        return self.query_one("#search-field", SearchField)

    @property
    def found(self) -> Static:
        """Where it is said what was found."""
        return self.query_one("#search-found", Static)

    @property
    def text(self) -> str:
        """What is in the field, in logical order."""
        return self.field.value

    def write(self, text: str) -> None:
        """Put a text into the field without asking it."""
        with self.field.prevent(Input.Changed):
            self.field.value = text

    def tell(self, found: str) -> None:
        """Say what was found."""
        # Its width is fixed, so that no answer makes the whole screen be laid out again.
        self._told = found
        self._fit()

    def on_resize(self, event: events.Resize) -> None:
        """Say what there is room for in the new width, once it is laid out."""
        self.call_after_refresh(self._fit)
        self._hint()

    def _fit(self) -> None:
        room = self.found.scrollable_content_region.width or len(self._told)
        self.found.update(Content(fitted(self._told, room)), layout=False)

    def complete_with(self, complete: Complete) -> None:
        """Show quietly how what is typed may go on; the arrow that leads on accepts it."""
        if not is_plain():  # what stands there dim would be read as if it were typed
            self.field.suggester = _FirstCompletion(complete)

    def recall(self, searches: Searches) -> None:
        """Offer earlier searches."""
        self.field.searches = searches

    @property
    def would_recall(self) -> bool:
        """Whether up leads to an earlier search now."""
        return self.field.would_recall

    def speak(self) -> None:
        """Take the words of the interface's language."""
        self._hint()
        if is_plain():
            self.query_one("#search-prompt", Static).update(
                Content(f"{say('command.search').capitalize()}: ")
            )

    def _hint(self) -> None:
        hint, room = say("search.placeholder"), self.field.size.width
        fits = not room or cell_len(hint) < room
        self.field.placeholder = hint if fits else say("search.placeholder-short")

    @on(Input.Changed)
    def _ask(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept())
