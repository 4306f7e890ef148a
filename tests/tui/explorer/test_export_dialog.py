"""The export dialog: what, as what, in which language, where to; nothing replaced without a yes."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from store.model.vocabulary import Language
from store.store import Store
from tests.store.exchange.formats import registered_tables
from tests.tui.conftest import Explore
from tui.bidi import visual
from tui.explorer.screens.confirm_dialog import Confirm
from tui.state import State

AT_ZABADANI = State(record="zabadani")


async def test_enter_at_once_writes_a_report_of_the_record(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    async with explore(small, state=AT_ZABADANI) as driver:
        await driver.press("e", "enter")
        report = tmp_path / "zabadani.md"
        text = report.read_text("utf-8")
        assert "Zabadani" in text
        assert "الزبداني" in text
        assert driver.notices == [f"1 record written to {report}"]


async def test_the_list_as_a_folder_in_one_language(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    async with explore(small, state=State(record="zabadani", kind="zone")) as driver:
        await driver.press("e", "right", "tab", "right", "tab", "right", "enter")
        folder = tmp_path / "masarat-list"
        names = {path.name for path in (folder / "zones").iterdir()}
        assert names == {"zabadani.md", "kefraya.md", "rif-dimashq.md"}
        assert not (folder / "agreements").exists()
        assert "3 records" in driver.notices[0]
        assert "# Kefraya" in (folder / "zones" / "kefraya.md").read_text("utf-8")


async def test_everything_to_a_path_that_was_typed(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    async with explore(small) as driver:
        await driver.press("e", "right", "tab", "tab", "tab")
        await driver.type("out/all.md")
        await driver.press("enter")
        text = (tmp_path / "out" / "all.md").read_text("utf-8")
        assert "Qatar" in text
        assert "Demographic change" in text


async def test_the_path_follows_the_choices_until_it_is_written_by_hand(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=AT_ZABADANI) as driver:
        await driver.press("e")
        field = driver.app.screen.query_one("#export-path")
        await driver.press("right")
        assert field.value == "masarat-all.md"
        await driver.press("tab", "right")
        assert field.value == "masarat-all"
        await driver.press("tab", "tab")
        await driver.type("mine")
        await driver.press("up", "up", "left")
        assert field.value == "mine.md"


ANSWERS = {"y": True, "غ": True, "n": False, "ى": False, "escape": False}


@pytest.mark.parametrize(("answer", "replaced"), ANSWERS.items())
async def test_what_exists_is_replaced_only_after_a_yes(
    answer: str, replaced: bool, small: Store, explore: Explore, tmp_path: Path
) -> None:
    report = tmp_path / "zabadani.md"
    report.write_text("mine", "utf-8")
    async with explore(small, state=AT_ZABADANI) as driver:
        await driver.pilot.press("e", "enter")
        while not isinstance(driver.app.screen, Confirm):
            await driver.pilot.pause(0.01)
        await driver.pilot.pause()  # until it is drawn, too
        assert report.read_text("utf-8") == "mine"
        assert "Replace what is there?" in "\n".join(driver.lines())
        await driver.press(answer)
        assert (report.read_text("utf-8") != "mine") == replaced


async def test_where_nothing_can_be_written_the_user_is_told(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    async with explore(small) as driver:
        await driver.press("e", "tab", "tab", "tab")
        await driver.type("file/report.md")
        await driver.press("enter")
        assert len(driver.notices) == 1
        assert "report.md" in driver.notices[0] or "file" in driver.notices[0]
        assert driver.app.is_running


async def test_an_empty_path_is_refused_and_escape_exports_nothing(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    async with explore(small) as driver:
        await driver.press("e", "tab", "tab", "tab", "delete", "enter")
        assert driver.notices == ["Name a file or folder to write to."]
        await driver.press("escape")
        assert driver.app.screen is driver.explorer
        assert not list(tmp_path.glob("*.md"))


@pytest.mark.parametrize(("language", "label"), [("en", "a table"), ("ar", "جدول")])
async def test_a_format_that_is_registered_is_offered_and_written(
    small: Store, explore: Explore, tmp_path: Path, language: Language, label: str
) -> None:
    aside = "right" if language == "en" else "left"
    with registered_tables():
        async with explore(small, state=AT_ZABADANI, language=language) as driver:
            await driver.press("e", "tab", aside)
            field = driver.app.screen.query_one("#export-path", Input)
            assert field.value == "zabadani"
            await driver.press(aside)
            assert field.value == "zabadani.tsv"
            assert visual(label) in "\n".join(driver.lines())
            await driver.press("enter")
    assert (tmp_path / "zabadani.tsv").read_text("utf-8") == "zabadani\tZabadani\n"
