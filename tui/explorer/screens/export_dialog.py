"""The export dialog: which records, in which format and language, and where to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import Worker

from store.exchange.export_format import ExportFormat
from store.exchange.export_formats import (
    EXPORT_FORMATS,
    format_for,
    known_endings,
    without_ending,
)
from store.exchange.exporting import About, Exported, Languages, export
from store.expressions import expression
from store.tuples import NamedTuple
from tui.bidi.field import BidiInput
from tui.explorer.browsing.browser import MARKED, LastExport
from tui.explorer.screens.comparing.path_dialog import LONGEST_PATH, path_named
from tui.explorer.screens.confirm_dialog import written_or_asked
from tui.explorer.screens.dialog import Dialog
from tui.explorer.widgets.option_line import OptionLine
from tui.messages import say, spoken
from tui.messages.digits import in_digits
from tui.messages.sentences import comma_separated

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


_LANGUAGES: Final[tuple[Languages, ...]] = ("en", "ar", "both")
_ENDING: Final = expression(r"\.\w{1,8}", re.ASCII)
"""What stands behind a name's last dot and is meant as an ending: not that of *Dr. No*."""


class Scope(NamedTuple):
    """Records that can be exported together."""

    name: str
    """`record`, `marked`, `list` or `all`."""
    label: str
    keys: Sequence[str] | None
    """None for all."""
    file: str
    """What their file is called at first, without an ending."""
    question: str = ""
    """What they are the answer to."""


class ExportChoice(NamedTuple):
    """What is to be exported, and how."""

    scope: Scope
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

    def __init__(self, scopes: Iterable[Scope], last: LastExport) -> None:
        """Offer to export some records or others.

        Args:
            scopes: which there are.
            last: what was exported last; it is offered first, but for what is marked, as one marks
                to do something with it.
        """
        super().__init__()
        self._scopes = {scope.name: scope for scope in scopes}
        wanted = "marked" if "marked" in self._scopes else last.scope
        self._scope = wanted if wanted in self._scopes else next(iter(self._scopes))
        self._form = next((f for f in EXPORT_FORMATS if f.name == last.form), EXPORT_FORMATS[0])
        self._language = last.language if last.language in _LANGUAGES else "both"

    def compose(self) -> ComposeResult:
        """Three choices and a path."""
        scopes = {scope.name: scope.label for scope in self._scopes.values()}
        forms = {form.name: form.label.in_(spoken()) for form in EXPORT_FORMATS}
        with Vertical(id="dialog"):
            yield OptionLine("what", tuple(scopes), self._scope, labels=scopes)
            yield OptionLine("form", tuple(forms), self._form.name, labels=forms)
            yield OptionLine("language", _LANGUAGES, self._language)
            yield Static(Content(say("export.path")), classes="hint")
            first = self._default_path(self._scope, self._form)
            path = BidiInput(first, id="export-path", compact=True)
            path.longest = LONGEST_PATH
            yield path
            yield Static(Content(say("export.keys")), classes="hint")

    def on_mount(self) -> None:
        """Name the dialog."""
        self.entitle(self.query_one("#dialog"), say("export.title"))

    def _default_path(self, scope: str, form: ExportFormat) -> str:
        return form.named(self._scopes[scope].file)

    def _chosen(self, name: str) -> str:
        return self.query_one(f"#option-{name}", OptionLine).value

    @on(OptionLine.Changed)
    def _fit_path(self, event: OptionLine.Changed) -> None:
        """Follow the choices with the path, unless the user wrote one."""
        field = self.query_one(Input)
        default_paths = {
            self._default_path(scope, form) for scope in self._scopes for form in EXPORT_FORMATS
        }
        form = _format(self._chosen("form"))
        if field.value in default_paths:
            field.value = self._default_path(self._chosen("what"), form)
        elif event.line.id == "option-form":
            field.value = form.named(without_ending(field.value))

    def action_leave(self) -> None:
        """Export nothing."""
        self.dismiss(None)

    @on(Input.Submitted)
    def action_export(self) -> None:
        """Export what was chosen, if it can be written where it should."""
        name = self.query_one(Input).value.strip()
        if not name:
            self.app.notify(say("export.no-path"), markup=False)
            return
        form = _format(self._chosen("form"))
        if ending := _unknown_ending(name, form):
            endings = comma_separated(known_endings())
            sentence = say("export.unknown-ending", ending=ending, endings=endings)
            self.app.notify(sentence, severity="warning", markup=False, timeout=10)
            return
        # The ending says what is meant, as it does everywhere, also where a format was chosen.
        written = name if format_for(PurePath(name)).endings else form.named(name)
        language = next(each for each in _LANGUAGES if each == self._chosen("language"))
        scope = self._scopes[self._chosen("what")]
        self.dismiss(ExportChoice(scope, path_named(written), language))


def _format(name: str) -> ExportFormat:
    return next(form for form in EXPORT_FORMATS if form.name == name)


def _unknown_ending(name: str, form: ExportFormat) -> str:
    """The ending of a name that is meant as one, and that no format of one file has."""
    ending = PurePath(name).suffix
    if not form.endings or not _ENDING.fullmatch(ending):
        return ""
    return "" if ending.lower() in known_endings() else ending


def ask_export(explorer: Explorer) -> None:
    """Ask what to export, and do it."""
    browser = explorer.browser

    def do(choice: ExportChoice | None) -> None:
        if choice:
            form = format_for(choice.path).name
            browser.last_export = LastExport(choice.scope.name, form, choice.language)
            work = partial(_export, explorer, choice)
            _: Worker[None] = explorer.run_worker(work, group="export", exclusive=True)

    with explorer.telling():
        explorer.app.push_screen(ExportDialog(_scopes(explorer), browser.last_export), do)


def _scopes(explorer: Explorer) -> list[Scope]:
    """What there is to export: the record, what is marked, what the list shows, and all."""
    browser = explorer.browser
    scopes = [Scope("record", say("export.what.record"), [browser.key], browser.key)]
    if marked := browser.marked():
        scopes.append(_scope("marked", marked, MARKED))
    if not browser.lists_everything and (listed := browser.answer.keys):
        scopes.append(_scope("list", listed, browser.query))
    scopes.append(Scope("all", say("export.what.all"), None, "masarat-all"))
    return scopes


def _scope(name: str, keys: Sequence[str], question: str) -> Scope:
    count = in_digits(f"{len(keys):,}", spoken())
    return Scope(name, f"{say(f'export.what.{name}')} ({count})", keys, f"masarat-{name}", question)


async def _export(explorer: Explorer, choice: ExportChoice) -> None:
    def write(*, overwrite: bool) -> Exported:
        with explorer.browser.reading:
            return export(
                explorer.browser.store,
                choice.scope.keys,
                choice.path,
                language=choice.language,
                overwrite=overwrite,
                about=About(choice.scope.question),
            )

    with explorer.telling():
        exported = await written_or_asked(explorer.app, choice.path, write)
        if exported:
            count, path = exported.records, str(exported.path.absolute())
            said = say("export.written", count=count, path=path)
            explorer.app.notify(said, markup=False, timeout=10)
