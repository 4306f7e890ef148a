"""Exporting: which records, as what, in which language, and where to."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.errors import ExportError
from store.exchange.export import Written, export
from store.files.markdown import Languages
from tui.bidi import visual
from tui.bidi.field import BidiInput
from tui.explorer.panes.option_line import OptionLine
from tui.explorer.screens.confirm_dialog import Confirm
from tui.messages import say, spoken
from tui.messages.sentences import translate_sentence

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


_LANGUAGES: Final[tuple[Languages, ...]] = ("en", "ar", "both")
_FORMS: Final = ("report", "folder")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported, and how."""

    keys: Sequence[str] | None
    """Of the records; None for all."""
    to: Path
    language: Languages


class ExportDialog(ModalScreen[Wish | None]):
    """Returns what is wished, None when the dialog was left."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave"),
        Binding("enter", "export"),
        Binding("down,tab", "app.focus_next"),
        Binding("up,shift+tab", "app.focus_previous"),
    ]

    def __init__(self, key: str, listed: Sequence[str] | None) -> None:
        """Offer to export a record, those in the list, or all.

        Args:
            key: of the record that is shown.
            listed: the keys of those in the list; None when it shows all.
        """
        super().__init__()
        self._key = key
        self._listed = listed

    def compose(self) -> ComposeResult:
        """Three choices and a path."""
        scopes = ("record", "all") if self._listed is None else ("record", "list", "all")
        with Vertical(id="dialog"):
            yield OptionLine("what", scopes, "record")
            yield OptionLine("form", _FORMS, "report")
            yield OptionLine("language", _LANGUAGES, "both")
            yield Static(Content(say("export.path")), classes="hint")
            yield BidiInput(self._default_path("record", "report"), id="export-path", compact=True)
            yield Static(Content(say("export.keys")), classes="hint")

    def on_mount(self) -> None:
        """Name the dialog."""
        box = self.query_one("#dialog")
        box.border_title = visual(say("export.title"))
        box.styles.border_title_align = "right" if spoken() == "ar" else "left"

    def _default_path(self, what: str, form: str) -> str:
        name = self._key if what == "record" else f"masarat-{what}"
        return f"{name}.md" if form == "report" else name

    def _chosen(self, name: str) -> str:
        return self.query_one(f"#option-{name}", OptionLine).value

    @on(OptionLine.Changed)
    def _fit_path(self, event: OptionLine.Changed) -> None:
        """Follow the choices with the path, unless the user wrote one."""
        field = self.query_one(Input)
        known = {self._default_path(w, f) for w in ("record", "list", "all") for f in _FORMS}
        if field.value in known:
            field.value = self._default_path(self._chosen("what"), self._chosen("form"))
        elif event.line.id == "option-form":
            stem = field.value.removesuffix(".md")
            field.value = f"{stem}.md" if event.value == "report" else stem

    def action_leave(self) -> None:
        """Export nothing."""
        self.dismiss(None)

    @on(Input.Submitted)
    def action_export(self) -> None:
        """Export what was chosen."""
        written = self.query_one(Input).value.strip()
        if not written:
            self.app.notify(say("export.no-path"), markup=False)
            return
        path = Path(written).expanduser()
        if self._chosen("form") == "report" and path.suffix.lower() != ".md":
            path = path.with_name(f"{path.name}.md")
        keys = {"record": [self._key], "list": self._listed, "all": None}[self._chosen("what")]
        language = next(each for each in _LANGUAGES if each == self._chosen("language"))
        self.dismiss(Wish(keys, path, language))


def ask_export(explorer: Explorer) -> None:
    """Ask what to export, and do it."""
    listed = None if explorer.browser.lists_everything else explorer.browser.answer.keys

    def do(wish: Wish | None) -> None:
        if wish:
            explorer.run_worker(_export(explorer, wish), group="export", exclusive=True)

    explorer.app.push_screen(ExportDialog(explorer.browser.key, listed), do)


async def _export(explorer: Explorer, wish: Wish, *, overwrite: bool = False) -> None:
    def write() -> Written:
        with explorer.browser.reading:
            return export(
                explorer.browser.store,
                wish.keys,
                wish.to,
                language=wish.language,
                overwrite=overwrite,
            )

    with explorer.telling():
        try:
            written = await asyncio.to_thread(write)
        except ExportError as error:
            if overwrite or not wish.to.exists():
                raise
            question = Confirm(say("export.overwrite", error=translate_sentence(error.sentence)))
            if await explorer.app.push_screen_wait(question):
                await _export(explorer, wish, overwrite=True)
            return
        explorer.app.notify(
            say("export.written", count=written.records, path=str(written.path.absolute())),
            markup=False,
            timeout=10,
        )
