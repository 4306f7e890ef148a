"""An explorer under Pilot, on a small collection or the shipped one, and nothing of the user's."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rich.console import RenderableType
from textual._compositor import Compositor
from textual.pilot import Pilot

from store.model.mapping import record_from_mapping, source_from_mapping
from store.model.records import Origin
from store.model.vocabulary import Language
from store.store import Store
from tests.store.conftest import RECORDS, SOURCES
from tests.tui.styling import styled_once
from tui.bidi.textual_seam import install
from tui.config import Config
from tui.explorer.app import Masarat
from tui.explorer.garbage import Garbage
from tui.explorer.language import use_language
from tui.explorer.screens.explorer import Explorer
from tui.explorer.widgets.cursor_list import CursorList
from tui.state import State

LEFT_OFF = State(record="no longer there")
"""Of somebody who was here before: no overview is shown, and the list begins at its top."""


class Driver:
    """Presses keys in an explorer, and reads what it shows."""

    def __init__(self, app: Masarat, pilot: Pilot[int], *, draws_each_step: bool) -> None:
        self.app = app
        self.pilot = pilot
        self._draws_each_step = draws_each_step

    @property
    def explorer(self) -> Explorer:
        return self.app.explorer

    @property
    def relations(self) -> CursorList:
        return self.explorer.query_one("#relations", CursorList)

    @property
    def key(self) -> str:
        """Key of the record that is shown."""
        return self.app.browser.key

    @property
    def notices(self) -> list[str]:
        """What the user was told."""
        return [notification.message for notification in self.app._notifications]

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until everything they led to is on screen."""
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text into the field that has the focus."""
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def settle(self) -> None:
        """Wait for searches and for the record that the cursor came to."""
        await self.pilot.pause()
        # What is broken never becomes idle.
        while not self.app.defect and (self.explorer.is_busy or self.app.workers._workers):
            await self.pilot.pause(0.01)
        await self.pilot.pause()
        if self._draws_each_step:
            self.draw()

    def draw(self) -> None:
        """Draw what stands: whatever cannot be drawn fails the test."""
        if self.app.is_running and not self.app.defect:
            self.lines()

    def lines(self) -> list[str]:
        """The screen as cells, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    def lines_of(self, selector: str) -> list[str]:
        """What a widget shows, borders included, without spaces at the end of lines."""
        region = self.app.screen.query_one(selector).region
        rows = self.lines()[region.y : region.bottom]
        return [row[region.x : region.right].rstrip() for row in rows]

    def text_of(self, selector: str) -> str:
        """What a widget shows, as one text."""
        return "\n".join(self.lines_of(selector))


Explore = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture(scope="session", autouse=True)
def styling_once() -> Iterator[None]:
    """Each explorer has the same style sheets."""
    with styled_once():
        yield


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """No test sees the user's configuration, state, store or terminal; each begins in English."""
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    for name in ("MASARAT_STORE", "NO_COLOR", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.chdir(tmp_path)
    use_language("en")
    yield
    use_language("en")


@pytest.fixture
def small() -> Iterator[Store]:
    """A store of six records."""
    with Store(":memory:", seeds=None) as store:
        store.put_many(
            [(record_from_mapping(mapping), Origin()) for mapping in RECORDS],
            [(source_from_mapping(mapping), Origin()) for mapping in SOURCES],
        )
        yield store


@pytest.fixture
def every_frame() -> None:
    """Asked for by a test that goes by frames: an explorer draws all that a terminal would see."""


@pytest.fixture
def garbage_looked_for() -> None:
    """Asked for by a test of garbage: an explorer looks for it whenever nobody types."""


@pytest.fixture
def with_less_work(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, *, thoroughly: bool
) -> None:
    """No explorer draws for nobody, a third of its work: what stands at last is drawn.

    Nor does it use a rest of the keys to look for garbage, a tenth of its work.
    """
    if thoroughly:
        return
    if "every_frame" not in request.fixturenames:
        monkeypatch.setattr(Compositor, "render_update", _draw_what_is_asked)
    if "garbage_looked_for" not in request.fixturenames:
        monkeypatch.setattr(Garbage, "put_off", lambda _: None)


_render_update = Compositor.render_update


def _draw_what_is_asked(
    compositor: Compositor, *, full: bool = False, **told: Any
) -> RenderableType | None:
    """Draw where all is asked for, as a picture of the screen does."""
    if full:
        return _render_update(compositor, full=full, **told)
    compositor._dirty_regions.clear()
    return None


@cache
def _taken_to_be_no_garbage() -> None:
    """All that is loaded when the first explorer starts, as an explorer itself does it."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def explore(
    tmp_path: Path,
    with_less_work: None,
    monkeypatch: pytest.MonkeyPatch,
    *,
    thoroughly: bool,
) -> Explore:
    """Starts an explorer on a store."""
    # What each of hundreds takes to be its start would heap up.
    _taken_to_be_no_garbage()
    monkeypatch.setattr(gc, "freeze", lambda: None)

    @asynccontextmanager
    async def start(
        store: Store,
        *,
        size: tuple[int, int] = (120, 36),
        language: Language = "en",
        state: State | None = None,
        config: Config | None = None,
    ) -> AsyncIterator[Driver]:
        install()
        use_language(language)
        saved_in = tmp_path / "state.json"
        app = Masarat(store, config or Config(), LEFT_OFF if state is None else state, saved_in)
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot, draws_each_step=thoroughly)
            await driver.settle()
            yield driver
            driver.draw()
        _wait_for_threads()

    return start


def _wait_for_threads() -> None:
    """As a program does that ends: whoever closes a store under a thread that reads it crashes."""
    loop: Any = asyncio.get_running_loop()
    if loop._default_executor is not None:
        loop._default_executor.shutdown()
        loop._default_executor = None
