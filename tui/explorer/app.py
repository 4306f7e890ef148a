"""The program: settings, language, theme and state around the explorer."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path, PurePath
from typing import Any, Protocol, runtime_checkable

from rich.console import RenderableType
from rich.style import Style
from textual import events
from textual._compositor import CompositorUpdate
from textual.driver import Driver
from textual.geometry import Offset
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker, WorkerFailed

from store.errors import MasaratError
from store.store import Store
from tui.bidi import display_settings, logical_copy
from tui.bidi.field import BidiInput
from tui.config import (
    SETTINGS,
    Complaint,
    Config,
    Setting,
    change_setting,
    config_file,
    in_short,
    theme_complaints,
)
from tui.explorer.beforehand.first import DEFAULT_THEME
from tui.explorer.beforehand.outline import Box, Outline, coded, written
from tui.explorer.beforehand.sight import sight_of
from tui.explorer.browsing.browser import Browser
from tui.explorer.colours.depth import colour_depth
from tui.explorer.colours.readable import readable_variables
from tui.explorer.commands import complaints_of_keys, keymap
from tui.explorer.commands.commanded import CommandedExplorer
from tui.explorer.drawing.frames.cells import look_of
from tui.explorer.drawing.frames.edges import use_edged_lines
from tui.explorer.drawing.frames.light_strips import use_light_strips
from tui.explorer.drawing.frames.shared_bars import use_shared_bars
from tui.explorer.drawing.frames.standing import (
    Standing,
    written_bare,
    written_change,
    written_place,
    written_whole,
)
from tui.explorer.drawing.painting import Ink
from tui.explorer.drawing.plain.changes import Changes
from tui.explorer.drawing.plain_mode import is_mirrored, is_plain
from tui.explorer.garbage import Garbage
from tui.explorer.keys_in_turn import KeysInTurn
from tui.explorer.language import use_language
from tui.explorer.screens.sizing.shares import Shares
from tui.explorer.terminal_cursor import cursor_of
from tui.explorer.widgets.telling import TellsErrors
from tui.log import log, log_error
from tui.messages import say, spoken
from tui.messages.digits import use_digits
from tui.messages.sentences import translate_sentence
from tui.saved_searches import FILE_NAME as SAVED_FILE_NAME
from tui.saved_searches import SavedSearches
from tui.searches import FILE_NAME, Searches
from tui.state import State, save_state
from tui.terminal.gone import TerminalGoneError

_BEFORE_OWED = 0.02
"""Seconds after which a terminal that was behind is looked at again."""
_LONGEST_HOLD = 2.0
"""Seconds after which what there is of the first frame is written, complete or not."""
_LONGEST_LEAVING = 0.5
"""Seconds that drawing the frame of the next start may take."""
_THREADS = 3
"""Beside the one that draws: for what is found, what completes a word, and one to spare.

Each takes some MiB in the end, and asyncio begins up to six on two processors."""
_FRAMES_OF_START = 2
"""Frames after which nothing moves any more: the lines are wrapped once panes have their width."""
_HANGUP = 129
"""128 and the number of SIGHUP: what a program says whose terminal has gone away."""


@runtime_checkable
class SwitchesMouse(Protocol):
    """A driver that can leave the mouse to the terminal, and take it back."""

    @property
    def has_mouse(self) -> bool:
        """Whether the terminal hands over what the mouse does."""

    def use_mouse(self, wanted: bool) -> None:
        """Have the terminal hand over what the mouse does, or keep it for itself."""


@runtime_checkable
class FallsBehind(Protocol):
    """A driver that knows whether the terminal keeps up."""

    @property
    def is_behind(self) -> bool:
        """Whether the terminal has not taken what was written."""


class Masarat(TellsErrors, KeysInTurn):
    """Holds what outlives a screen: the store, the configuration and the state.

    Overrides `_handle_exception`, which is private to Textual (8.2.8): all exceptions that nobody
    caught come there, from widgets, timers, workers and callbacks; and `_display`, through which
    all goes that is drawn.
    """

    TITLE = "masarat"
    ENABLE_COMMAND_PALETTE = False

    _cursor_position = Offset(0, 0)

    def __init__(
        self,
        opened: Store,
        config: Config,
        state: State,
        saved_in: Path,
        driver: type[Driver] | None = None,
    ) -> None:
        """Explore a store.

        Args:
            opened: the store; closing it is the caller's.
            config: what the user chose.
            state: where they left off.
            saved_in: the file in which to keep the state.
            driver: what reads and draws, instead of Textual's choice.
        """
        use_edged_lines()
        use_light_strips()
        use_shared_bars()
        self._depth = colour_depth()
        few = self._depth in ("none", "sixteen")
        sheets: list[str | PurePath] = ["app.tcss", *(["plain.tcss"] if is_plain() else [])]
        super().__init__(driver_class=driver, css_path=sheets, ansi_color=True if few else None)
        self._changes = Changes() if is_plain() else None
        self._standing = Standing()
        use_digits(config.digits)
        self._store = opened
        self._config = config
        self._state = state
        self._saved_in = saved_in
        kept_in = None if config.history == "false" else saved_in.with_name(FILE_NAME)
        self._searches = Searches(kept_in)
        self.defect: BaseException | None = None
        """The exception that ended it, if one did."""
        self.holds_back = False
        """Frames are not written until all of the first one is there: a curtain stands there."""
        self.keeps_frame = False
        """The frame of the next start is to be drawn on leaving."""
        self.answered_early = ""
        """The search that was typed, and answered, before the explorer was there."""
        self.kept_frame = self.kept_bare_frame = self.kept_outline = ""
        self.kept_list = self.kept_sight = self.kept_lines = ""
        """That frame, when it is drawn: letters, places and colours; see `tui.curtain.Frame`."""
        self._is_leaving = False
        self._garbage = Garbage()
        self._owed: Timer | None = None
        """Draws what a slow terminal had to be spared."""
        self._typed_early: list[events.Key | events.Paste] | None = []
        """What is typed before the explorer is there to take it; None from then on."""
        self.browser = Browser(opened, state)
        self.explorer = CommandedExplorer(
            self.browser, self, state.record, dict(config.keys), self._searches
        )
        self.explorer.saved = SavedSearches(saved_in.with_name(SAVED_FILE_NAME))
        self.explorer.shares = Shares(state.widths)
        self.explorer.tour_offered = state.tour

    @property
    def cursor_position(self) -> Offset:
        """Where Textual puts the terminal's cursor behind all that it draws."""
        if self._screen_stack:
            self._cursor_position = cursor_of(self.screen, self._cursor_position)
        return self._cursor_position

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        # Fields say where their caret is, also when they have not the focus.
        self._cursor_position = position

    def _draw_all(self) -> None:
        """Draw everything, on a terminal that shows something else."""
        if self._changes:
            self._changes.forget()
        self._standing.forget()
        self.refresh()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Write what has changed of what Textual has drawn; in the plain mode line by line."""
        if self.holds_back:
            renderable = None
        elif isinstance(renderable, CompositorUpdate) and self._is_terminal_behind:
            renderable = None
            self._owe_frame()
        elif isinstance(renderable, CompositorUpdate):
            if self._changes:
                renderable = self._changes.since(self.screen._compositor.render_strips())
            else:
                renderable = self._standing.changed_by(renderable, self.size)
        super()._display(screen, renderable)

    @property
    def _is_terminal_behind(self) -> bool:
        driver = self._driver
        return isinstance(driver, FallsBehind) and driver.is_behind

    def _owe_frame(self) -> None:
        """Draw all again when the terminal has taken what it was given: the frames between drop."""
        if self._owed is None:
            self._owed = self.set_timer(_BEFORE_OWED, self._draw_owed)

    def _draw_owed(self) -> None:
        self._owed = None
        if self._is_terminal_behind:
            self._owe_frame()
        else:
            self.refresh()

    def get_css_variables(self) -> dict[str, str]:
        """What the theme's colours stand for: readable in every theme, on every terminal."""
        variables = super().get_css_variables()
        self.theme_variables = readable_variables(self.current_theme, variables, self._depth)
        return self.theme_variables

    def get_default_screen(self) -> CommandedExplorer:
        """The explorer, so that no other screen need be laid out before it."""
        return self.explorer

    def on_mount(self) -> None:
        """Set theme and keys, and tell what the user should know."""
        asyncio.get_running_loop().set_exception_handler(self._handle_loop_exception)
        # Textual itself repaints only what has changed meanwhile, on a screen that is now empty.
        self.app_resume_signal.subscribe(self, lambda _: self._draw_all())
        if self.holds_back:
            self.set_timer(_LONGEST_HOLD, self._lift_at_last)
        complaints = [*self._config.complaints, *self._not_followed()]
        wanted = self._state.theme or self._config.theme
        self.theme = wanted if wanted in self.available_themes else DEFAULT_THEME
        self._apply_keys()
        if complaints:
            self.notify(
                in_short(complaints), title=say("config.title"), severity="warning", markup=False
            )
        if self._store.is_new and self.explorer.starts_at_a_place:
            records = say("list.records", count=sum(self._store.counts().values()))
            made = say("overview.made", path=self._store.path, records=records)
            self.notify(made, markup=False, timeout=15)
        for notice in self._store.notices:
            self.notify(translate_sentence(notice), markup=False, timeout=15)

    def _not_followed(self) -> list[Complaint]:
        keys = complaints_of_keys(self._config.keys, right_to_left=spoken() == "ar")
        return [*keys, *theme_complaints(self._config, self.available_themes)]

    def _apply_keys(self) -> None:
        self.set_keymap(keymap(self._config.keys, right_to_left=spoken() == "ar"))

    def switch_language(self) -> None:
        """Change the interface's language, in the same place."""
        use_language("en" if spoken() == "ar" else "ar")
        self._apply_keys()
        self.clear_notifications()  # they are in the language that was left
        self.explorer.speak_again()

    @property
    def has_mouse(self) -> bool:
        """Whether clicks come here; else the mouse is the terminal's."""
        return not isinstance(self._driver, SwitchesMouse) or self._driver.has_mouse

    def use_mouse(self, *, wanted: bool) -> None:
        """Take the mouse from the terminal, or leave it to it; nothing where that cannot be."""
        if isinstance(self._driver, SwitchesMouse):
            self._driver.use_mouse(wanted)

    # --- settings ------------------------------------------------------------------------------

    def value_of(self, setting: str) -> str:
        """The value that a setting has now; empty where nothing was chosen that has no default."""
        if setting == "theme":
            return self.theme
        if setting == "mouse":
            return str(self.has_mouse).lower()
        chosen = str(getattr(self._config, setting) or "")
        default = next(each.default for each in SETTINGS if each.name == setting)
        return chosen or ("" if setting in ("language", "ground") else default)

    def values_of(self, setting: Setting) -> tuple[str, ...]:
        """What can be chosen for a setting; empty for no choice of one's own."""
        if setting.name == "theme":
            return tuple(sorted(self.available_themes))
        return ("", *setting.values) if setting.name == "language" else setting.values

    def change_setting(self, name: str, value: str) -> None:
        """Follow a setting as far as that can be done now, and write it down."""
        self._config = self._config.changed(name, value)
        match name:
            case "theme":
                self.theme = value
            case "language" if value not in ("", spoken()):
                self.switch_language()
            case "digits":
                use_digits(value)
                self.explorer.speak_again()
            case "mouse":
                self.use_mouse(wanted=value == "true")
        with self.explorer.telling():
            change_setting(config_file(), name, value)

    def on_ready(self) -> None:
        """Do what a start put off, and bound what long use takes of memory."""
        from concurrent.futures import ThreadPoolExecutor  # which the first frame does not need

        log("ready")
        self._garbage.begin()
        threads = ThreadPoolExecutor(_THREADS, "asyncio")
        asyncio.get_running_loop().set_default_executor(threads)

    async def on_event(self, event: events.Event) -> None:
        """Keep what is typed while the explorer starts until it knows where it belongs."""
        if isinstance(event, events.Resize):
            # It may be as large as before again, but what stood on it is lost.
            self._draw_all()
        if isinstance(event, events.Key):
            self._garbage.put_off()
        if self._typed_early is not None and isinstance(event, (events.Key, events.Paste)):
            self._typed_early.append(event)
        else:
            await super().on_event(event)

    def hear_keys(self) -> None:
        """Take what was typed meanwhile, before anything that is typed from now on."""
        if self._typed_early:
            self.explorer.expect_more()
        self.call_later(self._take_typed_early)
        if self.holds_back:
            self.explorer.call_after_refresh(self._lift_curtain)

    def _lift_curtain(self) -> None:
        """Write what has been held back: where nothing changed meanwhile, the same cells."""
        if not self.holds_back or self._is_leaving:
            return
        if self.answered_early and not self._has_caught_up:
            self.set_timer(_BEFORE_OWED, self._lift_curtain)
            return
        self.holds_back = False
        self._draw_all()

    @property
    def _has_caught_up(self) -> bool:
        """What was answered before the explorer was there is answered by it too."""
        text = self.explorer.search_box.text
        is_asked = text == self.browser.question.query and not self.explorer.latest.is_answering
        return is_asked and (text.startswith(self.answered_early) or not self.explorer.is_searching)

    def _lift_at_last(self) -> None:
        self.answered_early = ""
        self._lift_curtain()

    async def _take_typed_early(self) -> None:
        typed, self._typed_early = self._typed_early or [], None
        for event in typed:
            await self.on_event(event)

    def copy_to_clipboard(self, text: str) -> None:
        """Hand a text to the terminal's clipboard (OSC 52) as it is written, whoever copies it."""
        super().copy_to_clipboard(logical_copy(text))

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """The screen as an SVG picture; Textual's own shifts letters with marks.

        Args:
            title: of the picture, `masarat` when None.
            simplify: of no account here.
        """
        from textual._compositor import LayoutUpdate

        from tui.explorer.screenshot import svg

        drawn = self.screen._compositor.render_update(
            full=True, screen_stack=self._background_screens
        )
        # As all of the screen was asked for, it is a LayoutUpdate.
        strips = drawn.strips if isinstance(drawn, LayoutUpdate) else []
        lines = [chain.from_iterable(line) for line in strips]
        return svg(lines, self.size.width, title or self.TITLE)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell something; in the plain mode a word says how grave it is, and not a colour."""
        if is_plain() and not title and severity != "information":
            title = say(f"plain.{severity}")
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def on_notify(self, event: Notify) -> None:
        """Tell nothing that is being told: a held key would fill the screen with it."""
        if event.notification.message in (told.message for told in self._notifications):
            event.prevent_default()
        self.set_class(is_mirrored(), "-mirrored")  # what is told stands where reading ends

    def on_bidi_input_cut(self, event: BidiInput.Cut) -> None:
        """Say that a field took only a part of what was typed or pasted."""
        self.notify(say("field.cut", most=f"{event.most:,}"), markup=False, timeout=5)

    def action_help_quit(self) -> None:
        """Say what Ctrl+C does where nothing is selected; bound to it by Textual."""
        self.notify(say("copy.nothing-selected"), markup=False, timeout=3)

    async def action_quit(self) -> None:
        """Leave; bound to Ctrl+Q by Textual."""
        self.leave()

    def leave(self) -> None:
        """Keep the state, and the frame of the next start where that is wanted, and end."""
        if self._is_leaving:
            return
        self.explorer.catch_up()
        if self.keeps_frame and self.explorer.can_stand_as_at_start:
            self._save()
            self._is_leaving = self.holds_back = True
            _: Worker[None] = self.run_worker(self._leave_with_frame, exit_on_error=False)
        else:
            self.leave_at_once()

    def leave_at_once(self) -> None:
        """Keep the state and end."""
        self._save()
        self.exit(0)

    async def _leave_with_frame(self) -> None:
        """Draw, unseen, what the next start will show."""
        try:
            with suppress(TimeoutError, MasaratError):
                await asyncio.wait_for(self._stand_as_at_start(), _LONGEST_LEAVING)
                await asyncio.wait_for(self._draw_kept(), _LONGEST_LEAVING)
        finally:
            self.exit(0)

    async def _draw_kept(self) -> None:
        """Draw the frame of the next start, and what will change in it when somebody types."""
        explorer, colours = self.explorer, self.console._color_system
        drawn = explorer._compositor.render_full_update()
        self.kept_frame = written_whole(drawn, self.size, colours)
        if not explorer.record_list.display:
            return
        told, borders = explorer.told_regions
        self.kept_bare_frame = written_bare(drawn, self.size, colours, told, borders)
        settings = display_settings()
        plain, cursor = (coded(ink, self._codes_of) for ink in self._inks)
        place = explorer.record_list.region_of_lines
        lines = Box(*place)
        self.kept_list = written_place(drawn, self.size, colours, place)
        self.kept_sight = sight_of(explorer.record_list, self.browser)
        outline = Outline(str(settings.mode), settings.guard, lines, plain, cursor)
        self.kept_outline = written(outline)
        self.kept_lines = self._lines_kept(outline)
        if "search" in self._config.keys:
            return  # what opens the box is not known before all is loaded
        explorer.open_search()
        await self._frames(_FRAMES_OF_START)
        typed_in, found = explorer.search_box.field, explorer.search_box.found
        changed = written_change(
            drawn, explorer._compositor.render_full_update(), self.size, colours
        )
        _, resting = (coded(ink, self._codes_of) for ink in self._inks)
        self.kept_outline = written(
            outline._replace(
                searching=changed,
                resting=resting,
                field=Box(*typed_in.content_region, self._codes_of(typed_in.rich_style)),
                found=Box(*found.content_region, self._codes_of(found.rich_style)),
            )
        )

    def _lines_kept(self, outline: Outline) -> str:
        """The lines of the list for a start of a changed store, where no more is to be known."""
        from tui.explorer.beforehand.lines_kept import found_of, lines_kept  # on leaving alone

        browser, listing, sight = self.browser, self.explorer.record_list.listing, self.kept_sight
        is_found = bool(browser.question.query.strip())
        # What a filter finds may follow from what is starred.
        if not sight or (is_found and ":" in browser.question.query):
            return ""
        found = found_of(self._store.path, sight) if is_found else None
        digits = self._config.digits
        return lines_kept(listing, outline, record=browser.key, found=found, digits=digits)

    @property
    def _inks(self) -> tuple[Ink, Ink]:
        return self.explorer.record_list.inks

    def _codes_of(self, style: Style) -> str:
        return look_of(style, self.console._color_system, has_links=False).codes

    async def _stand_as_at_start(self) -> None:
        while self.screen is not self.explorer:
            await self.pop_screen()
        self.clear_notifications()
        self.explorer.stand_as_at_start()
        await self._frames(_FRAMES_OF_START)

    async def _frames(self, count: int) -> None:
        """Wait until so many frames have been drawn, or could have been."""
        for _ in range(count):
            drawn = asyncio.Event()
            self.explorer.call_after_refresh(drawn.set)
            await drawn.wait()

    def _save(self) -> None:
        kept = self.browser.state if self.explorer.is_started else self._state
        widths = self.explorer.shares.kept
        tour = self.explorer.tour_offered
        chosen = kept._replace(theme=self.theme, language=spoken(), widths=widths, tour=tour)
        with self.explorer.telling():
            save_state(chosen, self._saved_in)
            self._searches.keep()

    # --- what goes wrong -----------------------------------------------------------------------

    def _handle_exception(self, error: Exception) -> None:
        """Tell what is not the program's fault, and end in order of what is."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        log_error(cause)
        if isinstance(cause, MasaratError):
            self.explorer.tell(cause)
            return
        if self.defect is None:
            self._end_with(cause)

    def keep_state(self) -> None:
        """Keep the state as well as can be done, when something led out of the event loop."""
        with suppress(Exception):  # what is broken may break this too
            self._save()

    def _end_with(self, error: BaseException) -> None:
        self.keep_state()
        if isinstance(error, TerminalGoneError):
            self.exit(return_code=self.return_code or _HANGUP)
        else:
            self.defect = error
            self._exception = error if isinstance(error, Exception) else None  # tests are told it
            self._exception_event.set()
            self.exit(return_code=1)
        self._close_messages_no_wait()

    def handle_thread_exception(self, thrown: threading.ExceptHookArgs) -> None:
        """Of threads that nobody waits for; Python would write it over the screen."""
        error = thrown.exc_value
        if isinstance(error, Exception) and self._loop is not None:
            with suppress(RuntimeError):  # the event loop has ended meanwhile
                self._loop.call_soon_threadsafe(self._handle_exception, error)

    def _handle_loop_exception(
        self, loop: asyncio.AbstractEventLoop, context: Mapping[str, object]
    ) -> None:
        """Of tasks and callbacks that nobody waits for; what ends the event loop is told by it."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)
        elif error is None:
            loop.default_exception_handler(dict(context))
