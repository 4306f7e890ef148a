"""What another program changes in the store while the explorer shows it."""

from __future__ import annotations

import asyncio
import gc
import os
import sqlite3
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest
from textual._compositor import Compositor, LayoutUpdate
from textual.widget import Widget

from store.model.mapping import record_from_mapping, source_from_mapping
from store.model.records import Origin
from store.store import Store
from tests.store.conftest import RECORDS, SOURCES
from tests.tui.conftest import Driver, Explore
from tui.explorer.browsing.store_watch import Audience, StoreWatch
from tui.explorer.browsing.work import Work
from tui.messages import say
from tui.state import State


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shared.db"


@pytest.fixture
def shared(file: Path) -> Iterator[Store]:
    """The store of the explorer."""
    with Store(file, seeds=None) as store:
        store.put_many(
            [(record_from_mapping(mapping), Origin()) for mapping in RECORDS],
            [(source_from_mapping(mapping), Origin()) for mapping in SOURCES],
        )
    with Store(file, seeds=None) as store:
        yield store


@pytest.fixture
def other(shared: Store, file: Path) -> Iterator[Store]:
    """The same store, opened by somebody else."""
    with Store(file, seeds=None) as store:
        yield store


@pytest.fixture
def sql(shared: Store, file: Path) -> Iterator[sqlite3.Connection]:
    """The same store, opened by a program that knows nothing of it."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        yield connection


async def seen(driver: Driver, condition: Callable[[], Any]) -> None:
    """Wait until something has come to be."""
    for _ in range(300):
        if condition() or driver.app.defect:
            break
        await driver.pilot.pause(0.02)
    await driver.settle()
    assert condition(), "\n".join([*driver.lines(), *driver.notices])


def town(key: str, name: str, **more: object) -> Any:
    mapping = {"key": key, "kind": "zone", "type": "town", "name": {"en": name, "ar": "بلدة"}}
    return record_from_mapping({**mapping, **more})


def delete(sql: sqlite3.Connection, key: str) -> None:
    sql.execute("PRAGMA foreign_keys = ON")
    (number,) = sql.execute("SELECT id FROM records WHERE key = ?", (key,)).fetchone()
    for table, columns in [("relations", ("subject", "object")), ("records", ("id",))]:
        for column in columns:
            sql.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))


async def test_a_record_that_is_added_is_listed_and_the_cursor_stays(
    shared: Store, other: Store, explore: Explore
) -> None:
    async with explore(shared, state=State(record="zabadani")) as driver:
        cursor = driver.explorer.record_list.cursor
        other.put(town("aaa", "Aaa"))
        await seen(driver, lambda: "Aaa" in driver.text_of("#list"))
        assert driver.key == driver.explorer.record_list.selected_key == "zabadani"
        assert driver.explorer.record_list.cursor == cursor + 1
        assert f"All {len(RECORDS) + 1}" in driver.lines()[1]
        assert f"{len(RECORDS) + 1} records" in driver.lines()[0]


async def test_what_is_typed_and_where_it_is_typed_stay(
    shared: Store, other: Store, explore: Explore
) -> None:
    async with explore(shared) as driver:
        await driver.press("slash")
        await driver.type("kefraya")
        first = driver.key
        other.put(town("kefraya-new", "Kefraya new"))
        await seen(driver, lambda: "Kefraya new" in driver.text_of("#list"))
        assert driver.key == first
        assert driver.app.focused is driver.explorer.search_box.field
        assert driver.explorer.search_box.text == "kefraya"
        await driver.press("escape")
        assert "Kefraya new" in driver.text_of("#list")


async def test_a_record_that_is_changed_is_shown_as_it_is_now(
    shared: Store, other: Store, explore: Explore
) -> None:
    async with explore(shared, state=State(record="kefraya")) as driver:
        other.put(town("kefraya", "Kefraya again", summary={"en": "Told anew.", "ar": "قيل."}))
        await seen(driver, lambda: "Told anew." in driver.text_of("#detail"))
        assert driver.key == "kefraya"


async def test_a_mark_of_another_shows(shared: Store, other: Store, explore: Explore) -> None:
    async with explore(shared) as driver:
        other.mark("kefraya")
        await seen(driver, lambda: "★" in driver.text_of("#list"))


async def test_ones_own_mark_is_no_change_of_another(shared: Store, explore: Explore) -> None:
    async with explore(shared, state=State(record="kefraya")) as driver:
        asked: list[str] = []
        driver.app.browser.forget = lambda: asked.append("forget")  # type: ignore[method-assign]
        await driver.press("s")
        await looked(driver, 2)
        assert not asked


async def looked(driver: Driver, times: int) -> None:
    """Wait until the explorer has looked at the store so often."""
    browser, seen_so_far = driver.app.browser, []
    usual = browser.has_changed

    def counted() -> bool:
        seen_so_far.append(1)
        return usual()

    driver.explorer.store_watch._has_changed = counted
    await seen(driver, lambda: len(seen_so_far) >= times)
    driver.explorer.store_watch._has_changed = usual


async def test_a_look_at_a_store_that_is_as_it_was_is_one_statement_and_draws_nothing(
    shared: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explore(shared) as driver:
        await looked(driver, 1)
        statements: list[str] = []
        drawn: list[Any] = []
        monkeypatch.setattr(Widget, "refresh", lambda *_, **__: drawn.append(1))
        monkeypatch.setattr(Compositor, "render_update", lambda *_, **__: drawn.append(1))
        shared._connection.set_trace_callback(statements.append)
        await looked(driver, 3)
        shared._connection.set_trace_callback(None)
        assert set(statements) == {"PRAGMA data_version"}
        monkeypatch.undo()
        assert len(statements) in (3, 4), "one may be on its way while they are counted"
        assert not drawn


async def test_a_record_that_is_deleted_gives_way_to_its_neighbour(
    shared: Store, sql: sqlite3.Connection, explore: Explore
) -> None:
    async with explore(shared, state=State(record="kefraya")) as driver:
        place = driver.explorer.record_list.cursor
        neighbour = driver.explorer.record_list.listing.key_of(place + 1)
        await driver.press("down", "up")
        delete(sql, "kefraya")
        await seen(driver, lambda: driver.key == neighbour)
        assert say("detail.gone", name="Kefraya") in " ".join(
            line.strip("│ ") for line in driver.lines_of("#detail")
        )
        await driver.press("down")
        assert "no longer" not in driver.text_of("#detail")


async def test_the_way_back_leaves_out_records_that_are_gone(
    shared: Store, sql: sqlite3.Connection, explore: Explore
) -> None:
    async with explore(shared, state=State(record="zabadani")) as driver:
        driver.explorer.go_to("kefraya")
        driver.explorer.go_to("four-towns")
        delete(sql, "kefraya")
        await seen(driver, lambda: "Kefraya" not in driver.text_of("#list"))
        await driver.press("backspace")
        assert driver.key == "zabadani"
        assert not driver.app.browser.history.can_go_back
        await driver.press("shift+backspace")


async def test_a_store_that_is_emptied_shows_nothing(
    shared: Store, sql: sqlite3.Connection, explore: Explore
) -> None:
    async with explore(shared, state=State(record="kefraya")) as driver:
        for (key,) in sql.execute("SELECT key FROM records").fetchall():
            delete(sql, key)
        await seen(driver, lambda: not driver.explorer.record_list.listing.entry_count)
        assert driver.key == ""
        assert "no longer" in driver.text_of("#detail")
        await driver.press("down", "enter", "tab", "s", "e", "escape", "f", "escape")
        assert not driver.app.defect


async def test_a_list_is_scrolled_to_where_it_has_become_shorter(
    shared: Store, other: Store, sql: sqlite3.Connection, explore: Explore
) -> None:
    other.put_many([(town(f"t{number}", f"T{number:03}"), Origin()) for number in range(300)])
    async with explore(shared) as driver:
        sql.execute("DELETE FROM records WHERE key LIKE 't%'")
        await driver.press("end")
        await seen(driver, lambda: driver.explorer.record_list.listing.entry_count < 300)
        assert not driver.app.defect
        assert not driver.notices


@pytest.mark.parametrize("keys", [("f",), ("ctrl+p",), ("e",), ("question_mark",)])
async def test_open_dialogs_go_on(
    shared: Store, other: Store, sql: sqlite3.Connection, explore: Explore, keys: tuple[str, ...]
) -> None:
    async with explore(shared, state=State(record="kefraya")) as driver:
        await driver.press(*keys)
        other.put(town("zzz", "Zzz"))
        delete(sql, "kefraya")
        await seen(driver, lambda: "zzz" in driver.app.browser.answer.keys)
        await driver.press("escape")
        assert driver.explorer.is_active


async def test_what_a_dialog_offers_follows(shared: Store, other: Store, explore: Explore) -> None:
    async with explore(shared) as driver:
        await driver.press("ctrl+p")
        await driver.type("zzz")
        other.put(town("zzz", "Zzz"))
        await seen(driver, lambda: "Zzz" in driver.text_of("#chooser-list"))
        await driver.press("enter")
        assert driver.key == "zzz"


async def test_a_store_that_is_moved_away_is_told_of_once(
    shared: Store, file: Path, explore: Explore
) -> None:
    async with explore(shared, state=State(record="kefraya")) as driver:
        moved = file.rename(file.with_name("moved.db"))
        await seen(driver, lambda: any("was moved or removed" in told for told in driver.notices))
        await looked(driver, 2)
        assert len(driver.notices) == 1
        await driver.press("down", "s")
        assert "was moved or removed" in driver.notices[-1]
        moved.rename(file)
        await looked(driver, 2)
        assert not driver.app.defect


async def test_a_store_of_a_newer_model_is_told_of(
    shared: Store, sql: sqlite3.Connection, explore: Explore
) -> None:
    async with explore(shared) as driver:
        sql.execute("PRAGMA user_version = 99")
        await seen(driver, lambda: any("newer masarat" in told for told in driver.notices))
        await driver.press("down")
        assert not driver.app.defect


async def test_a_store_that_is_locked_is_told_of_and_read_later(
    shared: Store, sql: sqlite3.Connection, explore: Explore
) -> None:
    async with explore(shared) as driver:
        shared._connection.execute("PRAGMA busy_timeout = 10")
        shared._connection.execute("PRAGMA journal_mode = DELETE")
        sql.execute("BEGIN EXCLUSIVE")
        await seen(driver, lambda: any("is locked" in told for told in driver.notices))
        sql.execute("UPDATE records SET name_en = 'After' WHERE key = 'kefraya'")
        sql.execute("COMMIT")
        await seen(driver, lambda: "After" in driver.text_of("#list"))


async def test_a_store_whose_tables_are_taken_away_is_told_of(
    shared: Store, sql: sqlite3.Connection, explore: Explore
) -> None:
    async with explore(shared, state=State(record="kefraya")) as driver:
        sql.execute("DROP TABLE facts")
        await seen(driver, lambda: any("is damaged" in told for told in driver.notices))
        await driver.press("down", "s", "slash", "a", "escape", "e", "escape", "f", "escape")
        assert not driver.app.defect


async def test_a_store_that_is_cut_off_is_told_of(
    shared: Store, file: Path, sql: sqlite3.Connection, explore: Explore
) -> None:
    sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    async with explore(shared) as driver:
        with file.open("r+b") as opened:
            opened.seek(4096)
            opened.write(os.urandom(file.stat().st_size - 4096))
        sql.execute("PRAGMA user_version = 5")
        await driver.press("down", "2", "0", "slash", "m", "a", "escape", "f", "escape", "s")
        await looked(driver, 2)
        assert not driver.app.defect
        assert driver.notices or "damaged" in driver.text_of("#detail")


def test_a_look_that_is_never_begun_as_all_ends_is_not_told_of() -> None:
    begun: list[Work] = []
    watch = StoreWatch(lambda: False, cast(Audience, None), begun.append)
    watch.look()
    assert len(begun) == 1
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        begun.clear()
        gc.collect()
    assert not told


async def test_below_a_dialog_nothing_is_drawn_while_nothing_changes(
    shared: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explore(shared, state=State(record="kefraya")) as driver:
        await driver.press("question_mark")
        drawn: list[None] = []
        usual = Compositor.render_full_update

        def counted(compositor: Compositor, *, simplify: bool = False) -> LayoutUpdate:
            drawn.append(None)
            return usual(compositor, simplify=simplify)

        monkeypatch.setattr(Compositor, "render_full_update", counted)
        await looked(driver, 3)
        assert not drawn


def related_to(key: str, *others: str) -> list[dict[str, Any]]:
    return [
        {"predicate": "exchanged-for", "object": other, "cite": ["article#1"]}
        for other in (key, *others)
    ]


@pytest.mark.parametrize(
    ("picture", "fact"),
    [
        ("w", {"relations": related_to("zabadani")}),
        (
            "t",
            {
                "kind": "agreement",
                "type": "evacuation",
                "date": "2017-02-06",
                "relations": [
                    {"predicate": "evacuates", "object": "zabadani", "cite": ["article#2"]}
                ],
            },
        ),
        ("m", {"coordinates": [34.5, 37.5]}),
        ("i", {}),
    ],
)
async def test_an_open_picture_follows(
    shared: Store, other: Store, explore: Explore, picture: str, fact: dict[str, Any]
) -> None:
    async with explore(shared, state=State(record="zabadani"), size=(140, 40)) as driver:
        await driver.press(picture)
        before = driver.lines()
        assert not any("Zzz" in line for line in before[2:])
        if picture == "i":
            count = f"{len(RECORDS) + 1} records"
            other.put(town("zzz", "Zzz", **fact))
            await seen(driver, lambda: count in driver.text_of("#overview"))
            return
        other.put(town("zzz", "Zzz", **fact))
        await seen(driver, lambda: "Zzz" in driver.text_of("#picture-view"))
        await driver.press("left", "right", "up", "down", "plus", "minus", "escape", "escape")
        assert not driver.app.defect


async def test_the_cursor_of_an_open_network_stays_on_its_relation(
    shared: Store, other: Store, explore: Explore
) -> None:
    async with explore(shared, state=State(record="zabadani")) as driver:
        await driver.press("w", "down")
        told = driver.lines_of("#picture-detail")[0]
        other.put(town("aaa", "Aaa", relations=related_to("zabadani")))
        await seen(driver, lambda: "Aaa" in driver.text_of("#picture-view"))
        assert driver.lines_of("#picture-detail")[0] == told


async def test_a_picture_below_a_dialog_follows_too(
    shared: Store, other: Store, explore: Explore
) -> None:
    async with explore(shared, state=State(record="zabadani")) as driver:
        await driver.press("w", "e")
        other.put(town("zzz", "Zzz", relations=related_to("zabadani")))
        await seen(driver, lambda: "zzz" in driver.app.browser.answer.keys)
        await driver.press("escape")
        await seen(driver, lambda: "Zzz" in driver.text_of("#picture-view"))


async def test_ways_follow_and_are_left_when_there_are_none_any_more(
    shared: Store, other: Store, sql: sqlite3.Connection, explore: Explore
) -> None:
    other.put(town("aaa", "Aaa"))
    other.put(town("via", "Via", relations=related_to("aaa", "zabadani")))
    for key in ("aaa", "zabadani"):
        other.mark(key)
    async with explore(shared, state=State(record="zabadani")) as driver:
        await driver.press("p", "end")
        assert "Via" in driver.text_of("#picture-view")
        other.put(town("more", "More", relations=related_to("aaa", "zabadani")))
        await seen(driver, lambda: "More" in driver.text_of("#picture-view"))
        await driver.press("end", "right")
        delete(sql, "more")
        await seen(driver, lambda: "More" not in driver.text_of("#picture-view"))
        delete(sql, "via")
        await seen(driver, lambda: driver.explorer.is_active)
        assert any("Aaa" in told for told in driver.notices)


async def test_a_network_whose_middle_is_gone_says_so(
    shared: Store, sql: sqlite3.Connection, explore: Explore
) -> None:
    async with explore(shared, state=State(record="kefraya")) as driver:
        await driver.press("w")
        delete(sql, "kefraya")
        await seen(driver, lambda: driver.notices)
        assert "kefraya" in driver.notices[-1]
        await driver.press("plus", "s", "enter", "backspace", "escape")
        assert not driver.app.defect


async def test_no_thread_reads_the_store_any_more_once_an_explorer_has_ended(
    shared: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else whoever closes it then brings the whole process down."""
    read: list[str] = []
    begun = threading.Event()

    def look_slowly(_: Store) -> int:
        read.append("begun")
        begun.set()
        time.sleep(1)
        read.append("ended")
        return 0

    monkeypatch.setattr(Store, "data_version", look_slowly)
    async with explore(shared) as driver:
        driver.explorer.store_watch.look()
        await asyncio.to_thread(begun.wait)
    assert read.count("begun") == read.count("ended")
