"""The saved and the earlier searches: to ask one of them again, save, rename or forget one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widgets import Input

from store.errors import MasaratError
from tui.explorer.browsing.undoing.saving import Saving
from tui.explorer.drawing.listing import Choice, Entry, Heading, Line, Remark
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.explorer.screens.returning.name_dialog import AskName
from tui.explorer.widgets.cursor_list import CursorList
from tui.messages import say

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer

_SAVE: Final = "save"
_SAVED: Final = "saved"
_EARLIER: Final = "earlier"


class Searches(Chooser):
    """Lists the present search, to be saved; those that are; and the earlier ones, latest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "rename"),
        Binding("delete", "forget", priority=True),
    ]

    def __init__(self, explorer: Explorer) -> None:
        super().__init__(say("searches.title"), say("searches.placeholder"))
        self._explorer = explorer
        self._saved: dict[str, str] = {}

    def on_mount(self) -> None:
        """Show everything there is."""
        self._read()
        super().on_mount()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the key that deletes to the field where it deletes something."""
        if action == "forget":
            field = self.query_one(Input)
            is_at_end = field.cursor_position >= len(field.value) and field.selection.is_empty
            return is_at_end and bool(self._chosen_name)
        return super().check_action(action, parameters)

    def _read(self) -> None:
        with self._explorer.telling():
            self._saved = self._explorer.saved.all()

    def lines(self, query: str) -> list[Line]:
        """Those that hold the words of the query, by name or in themselves."""
        asked = self._explorer.browser.query
        is_new = asked and asked not in self._saved.values()
        save: list[Line] = (
            [Choice(_SAVE, say("searches.save"), asked)] if is_new and not query else []
        )
        saved: list[Line] = [
            Choice(_SAVED, name, text, name)
            for name, text in self._saved.items()
            if matches(query, name, text)
        ]
        earlier: list[Line] = [
            Choice(_EARLIER, each, value=each)
            for each in reversed(self._explorer.searches.all)
            if matches(query, each)
        ]
        keys: list[Line] = [Remark(say("searches.keys"))]
        return [
            *save,
            *([Heading(say("searches.saved")), *saved, *keys] if saved else []),
            *([Heading(say("searches.earlier")), *earlier] if earlier else []),
        ]

    def nothing(self) -> str:
        """What is searched for first can be found here afterwards."""
        return say("chooser.nothing" if self.query_one(Input).value else "searches.nothing")

    @property
    def _chosen_name(self) -> str:
        """The name of the saved search under the cursor, empty for any other line."""
        shown = self.query_one(CursorList)
        if not shown.listing.entry_count:
            return ""
        line = shown.listing.line(shown.listing.lines_of(shown.cursor)[0])
        return str(line.value) if isinstance(line, Choice) and line.id == _SAVED else ""

    def choose(self, line: Choice | Entry) -> None:
        """Ask for a name first where the search is to be saved."""
        if isinstance(line, Choice) and line.id == _SAVE:
            ask_name(self._explorer, self._show_saved)
        else:
            self.dismiss(line)

    def action_rename(self) -> None:
        """Give the saved search under the cursor another name."""
        old = self._chosen_name

        def rename(new: str | None) -> None:
            if new and new != old:
                query = self._saved[old]
                self._change({old: query, new: self._saved.get(new)}, {old: None, new: query})

        if old:
            question = AskName(say("searches.rename"), self._saved[old], self._saved, old)
            self.app.push_screen(question, rename)
        else:
            self.app.notify(say("searches.none-chosen"), markup=False, timeout=3)

    def action_forget(self) -> None:
        """Forget the saved search under the cursor; it can be taken back."""
        name = self._chosen_name
        self._change({name: self._saved[name]}, {name: None})

    def _change(self, before: dict[str, str | None], after: dict[str, str | None]) -> None:
        change(self._explorer, before, after)
        self._show_saved()

    def _show_saved(self) -> None:
        self._read()
        self.query_one(CursorList).show_again(self._listing)


def change(explorer: Explorer, before: dict[str, str | None], after: dict[str, str | None]) -> None:
    """Change what is saved, and say so; `u` takes it back."""
    made = Saving(explorer.saved, before, after)
    try:
        explorer.saved.change(after)
    except MasaratError as error:
        explorer.tell(error)
    else:
        explorer.browser.steps.note(made)
        explorer.app.notify(made.said, markup=False, timeout=3)


def ask_name(explorer: Explorer, then: Callable[[], None] = lambda: None) -> None:
    """Ask for a name, and save the present search under it.

    Args:
        explorer: what it lists is what is searched for.
        then: called when it is saved.
    """
    query = explorer.browser.query
    with explorer.telling():
        saved = explorer.saved.all()

        def save(name: str | None) -> None:
            if name:
                change(explorer, {name: saved.get(name)}, {name: query})
                then()

        explorer.app.push_screen(AskName(say("searches.save-title"), query, saved), save)


def choose_search(explorer: Explorer) -> None:
    """Ask for a saved or earlier search, and make it again."""

    def ask(chosen: Choice | Entry | None) -> None:
        if not isinstance(chosen, Choice):
            return
        with explorer.telling():
            if chosen.id == _SAVED:
                # It holds the kind, too, that was asked for then.
                explorer.list_found(chosen.aside, None)
                explorer.searches.note(chosen.aside)
            else:
                explorer.put_query(str(chosen.value))

    explorer.app.push_screen(Searches(explorer), ask)
