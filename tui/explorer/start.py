"""Starting the explorer."""

from __future__ import annotations

import gc
import os
import sys
import threading
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import store
from store.errors import MasaratError
from store.glance.digests import seen
from store.tuples import NamedTuple
from tui import curtain
from tui.bidi import set_display_mode
from tui.config import Config, config_file, load_config
from tui.log import begin_log, closing_log, log
from tui.messages.digits import use_digits
from tui.messages.locale import language_of_locale
from tui.state import State, load_state, state_file
from tui.terminal.asking import TerminalAnswers, TerminalQuestion
from tui.terminal.display_choice import (
    DisplayChoice,
    choose_display,
    display_without_asking,
    explicit_order,
)
from tui.terminal.ending import EndingSignals
from tui.terminal.environment import leave_out_wrong
from tui.terminal.keyboard import twins

if TYPE_CHECKING:
    from textual.driver import Driver

    from store.model.vocabulary import Language
    from store.store import Store
    from tui.explorer.app import Masarat
    from tui.explorer.beforehand.outline import Outline


_TRIES_OF_A_COMMAND: Final = 10
"""How often a tenth of a second is waited for a program that writes, while nothing is drawn."""


_SEARCH_KEYS: Final = "/" + "".join(twins("/").get("/", ()))
"""Each opens the search box; an outline has no search box where others were chosen."""
_LOGGED: Final = ("language", "theme", "bidi", "digits", "history", "mouse", "plain")
"""Settings that the log tells."""


def run(
    path: str | None,
    wanted: Config | None = None,
    *,
    key: str = "",
    begins_with: str = "",
    debug: bool = False,
) -> int:
    """Open a store and explore it until the user leaves.

    Args:
        path: the store's file, see `store.open`.
        wanted: settings for this start, which go before those of the file; where neither has any,
            the language is the one that was left, or the locale's.
        key: of the record or, with `source:` before it, the source to start at, among all of them;
            else where the explorer was left.
        begins_with: id of a command that is run as soon as the explorer stands.
        debug: a log is wanted, see `tui.log`.

    Returns:
        The exit code.

    Raises:
        store.errors.StoreError: the store cannot be opened.
        Exception: a defect ended it; the terminal is given back, and the state is kept.
    """
    begin_log(wanted=debug)
    # Nothing of what a start makes is garbage, and looking for it takes a tenth of the start.
    gc.disable()
    # Textual reads it when it is imported: a letter typed is on screen 20 ms sooner than at 60.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    leave_out_wrong(os.environ)
    with EndingSignals() as signals, closing_log():
        return _explore(path, wanted or Config(), signals, _Begin(key, begins_with))


class _Begin(NamedTuple):
    """With what the explorer begins."""

    key: str
    command: str


class _Begun(NamedTuple):
    """What is known before Textual is loaded."""

    config: Config
    state: State
    saved_in: Path
    language: Language
    choice: DisplayChoice | None
    """How Arabic is drawn; None where the terminal has to be asked."""


def _explore(path: str | None, wanted: Config, signals: EndingSignals, begin: _Begin) -> int:
    from tui.explorer.drawing.plain_mode import is_plain

    begun = _begun(wanted, begin.key)
    if not (begin.key or begin.command or curtain.is_up()):
        _begin_empty(path, begun)
    # The terminal answers while Textual is loaded, so that asking it takes no time of its own.
    is_known = begun.choice and not curtain.is_up()
    asking = nullcontext() if is_known else TerminalQuestion()
    with asking as question, store.open(path) as opened:
        opened.patience = store.Patience(_TRIES_OF_A_COMMAND)
        early = _Early(opened, begun, question)
        app, choice = _app(opened, begun, early)
        app.answered_early = early.query
        app.explorer.begins_with = begin.command
        app.keeps_frame = not (
            begin.key or "false" in (begun.config.curtain, begun.config.history) or is_plain()
        )
        signals.leave = app.leave_at_once
        with explicit_order(choice):
            _run(app, mouse=begun.config.mouse != "false")
        kept_in = str(Path(opened.path).absolute()), str(config_file()), str(begun.saved_in)
    if not begin.key:
        _keep(app, curtain.Frame("", asks=not begun.choice, explicit=choice.explicit), kept_in)
    return app.return_code or 0


def _begin_empty(path: str | None, begun: _Begun) -> None:
    """Take the screen for the list, where it is known where that will stand, and soon does.

    A store that is filled from the shipped files takes seconds, in which nothing would be there.
    """
    from store.paths import COLLECTION_FILE, default_store
    from tui.explorer.beforehand.first import outline_at_first

    is_soon = any(map(os.path.exists, (path or default_store(), COLLECTION_FILE)))
    if is_soon and outline_at_first(begun.config, begun.state, begun.language):
        choice = begun.choice
        curtain.raise_empty(asks=not choice, explicit=bool(choice and choice.explicit))


def _begun(wanted: Config, key: str) -> _Begun:
    config = load_config(config_file()).overruled(wanted)
    saved_in = state_file()
    state = load_state(saved_in)
    if key:
        state = state._replace(record=key, query="", kind="")
    language = config.language or state.language or language_of_locale()
    # Whoever listens wants letters in the order in which they are read, each as it is.
    way = config.bidi or ("off" if config.plain == "true" else "auto")
    choice = display_without_asking(way, os.environ)
    return _Begun(config, state, saved_in, "ar" if language == "ar" else "en", choice)


def _app(opened: Store, begun: _Begun, early: _Early) -> tuple[Masarat, DisplayChoice]:
    """Load Textual, and make the program; and how Arabic is drawn, now that it is known."""
    from tui.bidi.textual_seam import install
    from tui.explorer.app import Masarat
    from tui.explorer.drawing.plain_mode import is_plain, use_plain
    from tui.explorer.language import use_language

    config = begun.config
    early.answer_typed()
    answers = early.answers()
    choice = begun.choice or choose_display(answers, os.environ)
    log("display", mode=str(choice.mode), guard=choice.guard, explicit=choice.explicit)
    log("settings", **{name: getattr(config, name) or "unset" for name in _LOGGED})
    set_display_mode(choice.mode, guard=choice.guard)
    install()
    use_plain(config.plain == "true")
    use_language(begun.language)
    app = Masarat(opened, config, begun.state, begun.saved_in, _driver(choice, answers))
    # In the plain mode what is drawn is spoken: not the list alone that the overview follows.
    app.holds_back = curtain.is_up() or is_plain()
    return app, choice


def _run(app: Masarat, *, mouse: bool) -> None:
    """Run the program until the user leaves.

    Raises:
        Exception: a defect ended it.
    """
    threading.excepthook = app.handle_thread_exception
    try:
        app.run(mouse=mouse)
    except KeyboardInterrupt:
        app.keep_state()
        raise
    except SystemExit as error:
        app.keep_state()
        raise RuntimeError("the program was ended from within") from error
    finally:
        threading.excepthook = threading.__excepthook__
    if app.defect:
        raise app.defect


class _Early:
    """What is written into the curtain's frame before Textual is there.

    Where the store cannot be read, the explorer says so when it lists it.
    """

    def __init__(self, opened: Store, begun: _Begun, question: TerminalQuestion | None) -> None:
        self.question = question
        self.query = ""
        """The search that was typed, and is answered on the screen."""
        self._store = opened
        self._begun = begun
        self._answers: TerminalAnswers | None = None
        self._outline = self._read_outline(curtain.outline())
        if self._outline and curtain.lacks_list():
            self._write_list(self._outline)
        elif curtain.lacks_list():
            self._write_first_list()
        self.answer_typed()

    def answers(self) -> TerminalAnswers:
        """What the terminal says of itself, as far as it was asked."""
        if self._answers is None:
            self._answers = self.question.answers() if self.question else TerminalAnswers()
        return self._answers

    def _write_list(self, outline: Outline) -> None:
        from tui.explorer.beforehand.written_list import written_list

        with suppress(MasaratError):
            curtain.fill(written_list(self._store, self._begun.state, outline))

    def _write_first_list(self) -> None:
        """Write the list where no frame was kept, as the terminal will be told to order it."""
        from tui.explorer.beforehand.first import outline_at_first
        from tui.explorer.beforehand.written_list import written_list  # while the terminal answers
        from tui.explorer.language import use_language

        begun = self._begun
        outline = outline_at_first(begun.config, begun.state, begun.language)
        choice = begun.choice or choose_display(self.answers(), os.environ)
        if choice.explicit:
            curtain.order_explicitly()
        set_display_mode(choice.mode, guard=choice.guard)
        use_language(begun.language)
        use_digits(begun.config.digits)
        if outline:
            with suppress(MasaratError):
                curtain.fill(written_list(self._store, begun.state, outline))

    def _read_outline(self, kept: str) -> Outline | None:
        if not kept:
            return None
        from tui.explorer.beforehand.outline import outline_of
        from tui.explorer.language import use_language

        outline = outline_of(kept)
        if outline:
            with suppress(ValueError):
                set_display_mode(outline.mode, guard=outline.guard)
            use_language(self._begun.language)
            use_digits(self._begun.config.digits)
        return outline

    def answer_typed(self) -> None:
        """Answer the search that has been typed up to now, if nothing else was."""
        if not (self._outline and self.question and curtain.is_up()):
            return
        from tui.explorer.beforehand.typed import answered, query_typed

        query = query_typed(self.question.typed_so_far(), _SEARCH_KEYS)
        if query and query != self.query:
            with suppress(MasaratError):
                written = answered(self._store, self._begun.state, self._outline, query)
                curtain.fill(written)
                self.query = query if written else self.query


def _keep(app: Masarat, frame: curtain.Frame, paths: tuple[str, str, str]) -> None:
    """Keep the frame of the next start beside the state; without one, none stays there."""
    file = Path(paths[2]).with_name("curtain")
    if str(file) != curtain.place(os.environ):
        return  # where nobody would look for it
    frame.text, frame.bare, frame.outline = app.kept_frame, app.kept_bare_frame, app.kept_outline
    frame.listed, frame.sight, frame.lines = app.kept_list, app.kept_sight, app.kept_lines
    content = curtain.file_of(frame, app.size, paths, seen) if frame.text else None
    with suppress(MasaratError, OSError):
        if content is None:
            file.unlink(missing_ok=True)
            return
        from store.disk.whole_file import write_private  # not for who only reads

        write_private(file, content)


def _driver(choice: DisplayChoice, answers: TerminalAnswers) -> type[Driver] | None:
    if sys.platform == "win32":
        return None  # Textual's own; there nothing was asked
    from tui.terminal.driver import Opening, driver_with  # Textual, which must not be loaded before

    return driver_with(Opening(choice.explicit, answers.typed, answers.late))
