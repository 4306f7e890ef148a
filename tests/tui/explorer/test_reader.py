"""The reader: a text walked sentence by sentence, and beside it what each sentence supports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store.model.records import Bilingual, Citation, Origin, Record, Source
from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.bidi.visual_lines import unjoined
from tests.tui.conftest import Driver, Explore
from tui.explorer.drawing.sheets.blocks import STOP
from tui.explorer.drawing.sheets.lines import marked_lines
from tui.explorer.screens.explorer import Explorer
from tui.explorer.screens.reading.reader import Reader
from tui.explorer.screens.reading.reader_text import ReaderText
from tui.explorer.widgets.cursor_list import CursorList
from tui.explorer.widgets.footer import Footer
from tui.state import State

DIARY = (
    "The mill burned at dawn. وصلت القافلة إلى النهر. Nobody \x1b[31mrebuilt \u202eit.\n\n"
    "The truce held. The bridge is gone. كانت الطاحونة على النهر."
)
CITED = {"mill": ["1"], "convoy": ["2", "4"], "truce": ["4", "9"]}
"""By the keys of records, the sentences for which they cite the text; it has no ninth."""
AT_DIARY = State(record="source:diary")


@pytest.fixture
def held(tmp_path: Path) -> Store:
    """A store of three records that cite sentences of two texts, of which one is held."""
    store = Store(":memory:", seeds=None)
    records = [
        Record(
            key,
            "zone",
            Bilingual(key.title(), "الطاحونة" if key == "mill" else ""),
            "town",
            citations=tuple(Citation("diary", number) for number in numbers),
        )
        for key, numbers in CITED.items()
    ]
    diary = Source("diary", Bilingual("A diary", "يوميات"), sentences=((0, 5), (6, 9)))
    sources = [diary, Source("letter", Bilingual("A letter"))]
    store.put_many(
        [(record, Origin()) for record in records], [(source, Origin()) for source in sources]
    )
    attach(store, tmp_path, "diary", DIARY)
    return store


def attach(store: Store, folder: Path, key: str, text: str) -> None:
    file = folder / f"{key}.txt"
    file.write_text(text, "utf-8")
    store.attach_text(key, file)


def reader(driver: Driver) -> Reader:
    shown = driver.app.screen
    assert isinstance(shown, Reader)
    return shown


def number(driver: Driver) -> int:
    return reader(driver).query_one(ReaderText).number


def supported(driver: Driver) -> list[str]:
    listing = reader(driver).query_one("#reader-uses", CursorList).listing
    return [listing.key_of(entry) for entry in range(listing.entry_count)]


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_text_is_walked_and_each_sentence_tells_what_it_supports(
    held: Store, explore: Explore, size: tuple[int, int], language: Language
) -> None:
    async with explore(held, state=AT_DIARY, size=size, language=language) as driver:
        await driver.press("f7")
        assert (number(driver), supported(driver)) == (1, ["mill"])
        walked = []
        for key in ("down", "down", "down", "end", "up", "home", "pagedown", "pageup", "k", "j"):
            await driver.press(key)
            walked.append(number(driver))
        assert walked == [2, 3, 4, 6, 5, 1, 6, 1, 1, 2]
        assert supported(driver) == ["convoy"]
        await driver.press("down", "down")
        assert supported(driver) == ["convoy", "truce"]
        assert any("رهنلا ىلإ ةلفاقلا تلصو" in unjoined(line) for line in driver.lines())


async def test_what_nothing_cites_is_marked_counted_and_jumped_to(
    held: Store, explore: Explore
) -> None:
    async with explore(held, state=AT_DIARY) as driver:
        await driver.press("f7")
        told = driver.text_of("#reader-summary")
        assert "6 sentences · ● 3 cited · ○ 3 cited by nothing" in told
        assert "1 sentence that is cited is not in this text." in told
        lines = driver.lines_of("#reader-text")
        signs = {line.split()[1]: line[0] for line in lines if line.startswith(("●", "○"))}
        assert signs == {"1": "●", "2": "●", "3": "○", "4": "●", "5": "○", "6": "○"}

        walked = []
        for key in ("u", "u", "u", "U", "U", ",", ".", ".", ","):
            await driver.press(key)
            walked.append(number(driver))
        assert walked == [3, 5, 6, 5, 3, 2, 4, 4, 2]
        assert "No other sentence is cited" in driver.notices[-1]
        await driver.press("u", "enter")
        assert isinstance(driver.app.screen, Reader)
        assert "Nothing cites this sentence." in driver.notices


async def test_the_record_that_a_sentence_supports_is_opened(held: Store, explore: Explore) -> None:
    async with explore(held, state=AT_DIARY) as driver:
        await driver.press("f7", "enter")
        assert driver.key == "mill"
        await driver.press("backspace")
        assert driver.key == "source:diary"
        # Of several the list lets one choose; its keys are its own.
        await driver.press("f7", "down", "down", "down", "enter", "enter")
        assert driver.key == "convoy"
        await driver.press("backspace", "f7", "end", "up", "up", "tab", "down", "down", "enter")
        assert driver.key == "truce"


async def test_it_opens_at_the_sentence_that_a_claim_rests_on(
    held: Store, explore: Explore
) -> None:
    async with explore(held, state=State(record="convoy")) as driver:
        await driver.press("f7")
        assert number(driver) == 2
        await driver.press("escape")
        assert isinstance(driver.app.screen, Explorer)
        # From the card, at the citation that is pointed at; leaving leads back to the card.
        await driver.press("tab", ".", "c")
        assert "F7 read on" in driver.text_of("#card-keys")
        await driver.press("down", "f7")
        assert number(driver) == 4
        await driver.press("escape")
        assert driver.app.screen.query("#card")
        await driver.press("f7", "enter", "down", "enter")
        assert isinstance(driver.app.screen, Explorer)
        assert driver.key == "truce"


async def test_a_source_whose_text_is_not_held_says_how_to_attach_it(
    held: Store, explore: Explore
) -> None:
    async with explore(held, state=State(record="source:letter")) as driver:
        await driver.press("f7", "f7")
        assert isinstance(driver.app.screen, Explorer)
        assert "masarat source attach letter FILE" in driver.notices[-1]
        footer = driver.explorer.query_one(Footer)._hints
        assert [hint.possible for hint in footer if hint.command == "read-text"] == [False]


async def test_of_two_texts_that_a_record_cites_one_is_chosen(
    held: Store, explore: Explore, tmp_path: Path
) -> None:
    cited = (Citation("letter", "2"), Citation("diary", "1"))
    record = Record("both", "zone", Bilingual("Both"), "town", citations=cited)
    held.put(record)
    attach(held, tmp_path, "letter", "One. Two. Three.")
    async with explore(held, state=State(record="both")) as driver:
        await driver.press("f7")
        await driver.type("letter")
        await driver.press("enter")
        assert "A letter" in driver.lines()[0]
        # Its citations name no sentences: all that it supports stands beside it.
        assert "name no sentences" in driver.text_of("#reader-summary")
        assert supported(driver) == ["both"]
        await driver.press("down", "u")
        assert supported(driver) == ["both"]
        assert "name no sentences" in driver.notices[-1]


async def test_words_are_found_in_the_text_and_walked(held: Store, explore: Explore) -> None:
    async with explore(held, state=AT_DIARY) as driver:
        await driver.press("f7", "slash")
        await driver.type("النهر")
        assert number(driver) == 2
        assert "2 found" in driver.text_of("#find-place")
        await driver.press("down")
        assert number(driver) == 6
        await driver.press("enter", "n")
        assert number(driver) == 2
        await driver.press("N", "N")
        assert number(driver) == 2
        await driver.press("escape", "n")
        assert "/" in driver.notices[-1]
        assert isinstance(driver.app.screen, Reader)
        await driver.press("slash")
        await driver.type("zzz")
        assert number(driver) == 2
        assert "0 found" in driver.text_of("#find-place")
        await driver.press("escape", "escape")
        assert isinstance(driver.app.screen, Explorer)


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_sentences_that_a_search_finds_are_listed_and_open_the_text_there(
    held: Store, explore: Explore, language: Language
) -> None:
    async with explore(held, language=language) as driver:
        await driver.press("slash")
        await driver.type("في:المصادر النهر" if language == "ar" else "in:sources النهر")
        await driver.press("enter")
        listed = [unjoined(line) for line in driver.lines_of("#list")]
        assert sum("رهنلا" in line for line in listed) == 2
        found = "جملتان" if language == "ar" else "2 sentences in texts"
        assert found[::-1] in unjoined(driver.lines()[0]) or found in driver.lines()[0]
        await driver.press("enter")
        assert driver.key == "source:diary"
        driver.explorer.enter_pane(driver.explorer.record_list)
        await driver.press("g", "down", "down", "enter")
        assert number(driver) == 6
        await driver.press("n")
        assert number(driver) == 2
        await driver.press("escape")
        assert isinstance(driver.app.screen, Explorer)


async def test_what_a_terminal_would_obey_is_drawn_as_signs(held: Store, explore: Explore) -> None:
    async with explore(held, state=AT_DIARY) as driver:
        await driver.press("f7")
        drawn = "\n".join(driver.lines())
        assert "rebuilt" in drawn
        assert not {"\x1b", "\u202e"} & set(drawn)
        await driver.press("down", "down", "y")
        assert "— A diary" in driver.app.clipboard
        assert "sentence 3" in driver.app.clipboard


async def test_of_a_long_text_only_what_is_near_is_written_out(
    held: Store, explore: Explore, tmp_path: Path
) -> None:
    sentences = 20_000
    attach(held, tmp_path, "letter", " ".join(f"It is day {n}." for n in range(1, sentences + 1)))
    async with explore(held, state=State(record="source:letter")) as driver:
        await driver.press("f7", "end")
        assert number(driver) == sentences
        assert "20000" in driver.text_of("#reader-text")
        assert len(reader(driver).query_one(ReaderText)._blocks) < 200
        await driver.press("home", *["pagedown"] * 12)
        walked = number(driver)
        assert walked > 100
        await driver.press(*["pageup"] * 12)
        assert number(driver) == 1
        await driver.press("slash")
        await driver.type("day 7777.")
        assert number(driver) == 7777


async def test_a_sentence_longer_than_the_screen_is_read_to_its_end(
    held: Store, explore: Explore, tmp_path: Path
) -> None:
    attach(held, tmp_path, "letter", f"{'word ' * 390}end. After it.")
    async with explore(held, state=State(record="source:letter"), size=(60, 20)) as driver:
        await driver.press("f7")
        presses = 0
        while "end." not in driver.text_of("#reader-text"):
            await driver.press("down")
            assert number(driver) == 1
            presses += 1
            assert presses < 20
        await driver.press("down")
        assert number(driver) == 2
        await driver.press("up", "home")
        assert number(driver) == 1


async def test_a_text_that_somebody_else_replaces_or_takes_away_is_told(
    explore: Explore, tmp_path: Path
) -> None:
    path = tmp_path / "store.db"
    known = Source("diary", Bilingual("A diary"), sentences=((0, 4), (5, 9)))
    record = Record("mill", "zone", Bilingual("Mill"), "town", citations=(Citation("diary", "2"),))
    with Store(path, seeds=None) as store, Store(path, seeds=None) as other:
        store.put_many([(record, Origin())], [(known, Origin())])
        attach(store, tmp_path, "diary", "One. Two. Three.")
        async with explore(store, state=AT_DIARY) as driver:
            await driver.press("f7", "end")
            assert number(driver) == 3
            attach(other, tmp_path, "diary", "Uno. Due.")
            await seen(driver, lambda: number(driver) == 2)
            assert "Due." in driver.text_of("#reader-text")
            other.detach_text("diary")
            await seen(driver, lambda: isinstance(driver.app.screen, Explorer))
            assert "The text is no longer held." in driver.notices


async def seen(driver: Driver, condition: Callable[[], bool]) -> None:
    """Wait until the explorer has noticed what another program did."""
    for _ in range(300):
        if condition() or driver.app.defect:
            break
        await driver.pilot.pause(0.02)
    await driver.settle()
    assert condition(), driver.lines()


@pytest.mark.parametrize("keys", ["f7 f7", "f7 q", "f7 tab f7", "f7 slash f7"])
async def test_keys_that_come_at_once_leave_it_once(
    held: Store, explore: Explore, keys: str
) -> None:
    async with explore(held, state=AT_DIARY) as driver:
        for key in keys.split():
            await driver.pilot.press(key)
        await driver.settle()
        while isinstance(driver.app.screen, Reader):
            await driver.press("escape")
        assert driver.app.defect is None
        assert driver.key == "source:diary"


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
@pytest.mark.parametrize("size", [(120, 36), (50, 24)])
async def test_of_a_long_text_only_what_is_in_sight_is_drawn(
    held: Store, explore: Explore, tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    attach(held, tmp_path, "letter", f"{DIARY}\n\n" * 30)
    async with explore(
        held, size=size, language=language, state=State(record="source:letter")
    ) as driver:
        await driver.press("f7", "down", "down")
        text = reader(driver).query_one(ReaderText)
        drawn = text._drawn()
        pieces = [piece for piece in drawn._pieces if not isinstance(piece, list)]
        assert len(pieces) > len(drawn.blocks) // 3
        # Each sentence is known to stand where it does once it is drawn.
        assert text.find_stops(drawn) == marked_lines(drawn, STOP)


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_what_is_supported_is_wrapped_for_whatever_width_the_list_comes_to_have(
    shipped: Store, explore: Explore, tmp_path: Path, language: Language
) -> None:
    file = tmp_path / "article.txt"
    file.write_text("One sentence. And another.", "utf-8")
    shipped.attach_text("article", file, another=True)
    state = State(record="source:article")
    async with explore(shipped, size=(120, 36), language=language, state=state) as driver:
        await driver.press("f7")
        uses = reader(driver).query_one("#reader-uses", CursorList)
        uses.styles.width = 26
        await driver.settle()
        room = uses.scrollable_content_region.width
        assert room < 26
        lines = [uses.draw_line(line) for line in range(uses.listing.line_count)]
        assert max(len(strip.text.strip()) for strip in lines) <= room
