"""The export dialog: which records, in which format and language, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import Worker

from store.exchange.export_format import ExportFormat
from store.exchange.export_formats import EXPORT_FORMATS, without_ending
from store.exchange.exporting import Exported, Languages, export
from tui.bidi.field import BidiInput
from tui.explorer.screens.comparing.path_dialog import LONGEST_PATH, path_named
from tui.explorer.screens.confirm_dialog import written_or_asked
from tui.explorer.screens.dialog import Dialog
from tui.explorer.widgets.option_line import OptionLine
from tui.messages import say, spoken

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


_LANGUAGES: Final[tuple[Languages, ...]] = ("en", "ar", "both")


class ExportChoice(NamedTuple):
    """What is to be exported, and how."""

    keys: Sequence[str] | None
    """Of the records; None for all."""
    path: Path
    """Where to; its ending chooses the format."""
    language: Languages


class ExportDialog(Dialog[ExportChoice | None]):
    """Returns what was chosen, None when the dialog was left."""

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
        labels = {form.name: form.label.in_(spoken()) for form in EXPORT_FORMATS}
        first = EXPORT_FORMATS[0].name
        with Vertical(id="dialog"):
            yield OptionLine("what", scopes, "record")
            yield OptionLine("form", tuple(labels), first, labels=labels)
            yield OptionLine("language", _LANGUAGES, "both")
            yield Static(Content(say("export.path")), classes="hint")
            path = BidiInput(self._default_path("record", first), id="export-path", compact=True)
            path.longest = LONGEST_PATH
            yield path
            yield Static(Content(say("export.keys")), classes="hint")

    def on_mount(self) -> None:
        """Name the dialog."""
        self.entitle(self.query_one("#dialog"), say("export.title"))

    def _default_path(self, scope: str, form: str) -> str:
        return _format(form).named(self._key if scope == "record" else f"masarat-{scope}")

    def _chosen(self, name: str) -> str:
        return self.query_one(f"#option-{name}", OptionLine).value

    @on(OptionLine.Changed)
    def _fit_path(self, event: OptionLine.Changed) -> None:
        """Follow the choices with the path, unless the user wrote one."""
        field = self.query_one(Input)
        default_paths = {
            self._default_path(scope, form.name)
            for scope in ("record", "list", "all")
            for form in EXPORT_FORMATS
        }
        if field.value in default_paths:
            field.value = self._default_path(self._chosen("what"), self._chosen("form"))
        elif event.line.id == "option-form":
            field.value = _format(event.value).named(without_ending(field.value))

    def action_leave(self) -> None:
        """Export nothing."""
        self.dismiss(None)

    @on(Input.Submitted)
    def action_export(self) -> None:
        """Export what was chosen."""
        name = self.query_one(Input).value.strip()
        if not name:
            self.app.notify(say("export.no-path"), markup=False)
            return
        path = Path(_format(self._chosen("form")).named(str(path_named(name))))
        keys = {"record": [self._key], "list": self._listed, "all": None}[self._chosen("what")]
        language = next(each for each in _LANGUAGES if each == self._chosen("language"))
        self.dismiss(ExportChoice(keys, path, language))


def _format(name: str) -> ExportFormat:
    return next(form for form in EXPORT_FORMATS if form.name == name)


def ask_export(explorer: Explorer) -> None:
    """Ask what to export, and do it."""
    listed = None if explorer.browser.lists_everything else explorer.browser.answer.keys

    def do(choice: ExportChoice | None) -> None:
        if choice:
            work = partial(_export, explorer, choice)
            _: Worker[None] = explorer.run_worker(work, group="export", exclusive=True)

    explorer.app.push_screen(ExportDialog(explorer.browser.key, listed), do)


async def _export(explorer: Explorer, choice: ExportChoice) -> None:
    def write(*, overwrite: bool) -> Exported:
        with explorer.browser.reading:
            return export(
                explorer.browser.store,
                choice.keys,
                choice.path,
                language=choice.language,
                overwrite=overwrite,
            )

    with explorer.telling():
        exported = await written_or_asked(explorer.app, choice.path, write)
        if exported:
            count, path = exported.records, str(exported.path.absolute())
            said = say("export.written", count=count, path=path)
            explorer.app.notify(said, markup=False, timeout=10)
