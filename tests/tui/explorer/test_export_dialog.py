"""The export dialog: what, as what, in which language, where to; nothing replaced without a yes."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from store.model.vocabulary import Language
from store.store import Store
from tests.store.exchange.formats import registered_tables
from tests.thoroughly import thorough_but
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
        await driver.press("e", "right", "tab", "left", "tab", "right", "enter")
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
        assert field.value == "masarat-all.html"
        await driver.press("right")
        assert field.value == "masarat-all"
        await driver.press("tab", "tab")
        await driver.type("mine")
        await driver.press("up", "up", "left")
        assert field.value == "mine.html"


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
        assert "exists already. Replace what is there?" in "\n".join(driver.lines())
        await driver.press(answer)
        assert (report.read_text("utf-8") != "mine") == replaced


async def test_of_a_folder_it_is_asked_how_many_files_are_there_and_no_option_is_named(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    async with explore(small, state=AT_ZABADANI) as driver:
        await driver.press("e", "tab", "right", "right", "enter")
        assert (tmp_path / "zabadani").is_dir()
        await driver.pilot.press("e", "enter")  # the same again is offered
        while not isinstance(driver.app.screen, Confirm):
            await driver.pilot.pause(0.01)
        asked = driver.app.screen
        assert "more. Replace what is there?" in asked._question
        assert "--" not in asked._question
        await driver.press("n")


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
            await driver.press("e", "tab", aside, aside)
            field = driver.app.screen.query_one("#export-path", Input)
            assert field.value == "zabadani"
            await driver.press(aside)
            assert field.value == "zabadani.tsv"
            assert visual(label) in "\n".join(driver.lines())
            await driver.press("enter")
    assert (tmp_path / "zabadani.tsv").read_text("utf-8") == "zabadani\tZabadani\n"


async def test_what_is_marked_is_offered_first_and_says_so_in_the_report(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    small.mark("qatar")
    small.mark("kefraya")
    async with explore(small, state=AT_ZABADANI) as driver:
        await driver.press("e")
        assert "marked (2)" in "\n".join(driver.lines())
        await driver.press("enter")
    text = (tmp_path / "masarat-marked.md").read_text("utf-8")
    assert "- **Question**: marked:yes" in text
    assert text.count('<a id="qatar">') == text.count('<a id="kefraya">') == 1
    assert "zabadani" not in text


async def test_what_was_found_says_what_was_asked(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    async with explore(small, state=State(query="siege OR mediator", kind="actor")) as driver:
        await driver.press("e", "right", "tab", "right", "enter")
    text = (tmp_path / "masarat-list.html").read_text("utf-8")
    assert "<title>Qatar</title>" in text
    async with explore(small, state=State(query="siege OR mediator")) as driver:
        await driver.press("e", "right", "tab", "right", "enter", "y")
    text = (tmp_path / "masarat-list.html").read_text("utf-8")
    assert "siege OR mediator" in text


async def test_the_last_choice_is_offered_again_and_kept_between_starts(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    async with explore(small, state=AT_ZABADANI) as driver:
        await driver.press("e", "right", "tab", "right", "tab", "right", "enter")
        assert (tmp_path / "masarat-all.html").is_file()
        await driver.press("e")
        assert driver.app.screen.query_one("#export-path", Input).value == "masarat-all.html"
        await driver.press("escape")
        kept = driver.app.browser.state
    assert kept == State(
        "zabadani", order="name", export_scope="all", export_format="html", export_language="en"
    )
    async with explore(small, state=kept) as driver:
        await driver.press("e")
        assert driver.app.screen.query_one("#export-path", Input).value == "masarat-all.html"


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_where_options_have_no_room_the_chosen_one_is_seen(
    small: Store, explore: Explore, language: Language
) -> None:
    small.mark("qatar")
    state = State("zabadani", kind="zone")
    async with explore(small, state=state, language=language, size=(80, 24)) as driver:
        await driver.press("e")
        shown = "\n".join(driver.lines())
        for words in {"en": ("this record", "all"), "ar": ("هذا السجل", "الكل")}[language]:
            assert visual(words) in shown
    async with explore(small, state=state, language=language, size=(50, 24)) as driver:
        await driver.press("e", "left" if language == "en" else "right")
        shown = "\n".join(driver.lines())
        assert visual("this record" if language == "en" else "هذا السجل") in shown
        assert "masarat" not in shown


async def test_a_remembered_choice_that_is_none_is_none(small: Store, explore: Explore) -> None:
    nonsense = State("zabadani", export_scope="list", export_format="pdf", export_language="fr")
    async with explore(small, state=nonsense) as driver:
        await driver.press("e")
        assert driver.app.screen.query_one("#export-path", Input).value == "zabadani.md"


@pytest.mark.parametrize("name", ["report.txt", "a/b.docx", "v1.2"])
async def test_an_unknown_ending_is_refused_with_those_that_are_known(
    name: str, small: Store, explore: Explore, tmp_path: Path
) -> None:
    async with explore(small) as driver:
        await driver.press("e", "tab", "tab", "tab")
        await driver.type(name)
        await driver.press("enter")
        assert ".md, .html, .htm" in driver.notices[0]
        assert driver.app.screen is not driver.explorer
        assert not list(tmp_path.glob("*.md"))


@pytest.mark.parametrize(
    ("name", "written"),
    [("a.HTML", "a.HTML"), ("Dr. No", "Dr. No.md"), ("~nobody-here/x", "~nobody-here/x.md")],
)
async def test_the_ending_that_is_typed_says_the_format(
    name: str, written: str, small: Store, explore: Explore, tmp_path: Path
) -> None:
    async with explore(small, state=AT_ZABADANI) as driver:
        await driver.press("e", "tab", "tab", "tab")
        await driver.type(name)
        await driver.press("enter")
    text = (tmp_path / written).read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>") == name.endswith("HTML")
