"""Of stores of which not all can be shown, each picture says so, and shows the rest."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

import pytest
from click.testing import Result

import store as stores
from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import in_turns_of, thorough_but
from tests.tui.command_line.conftest import run_program
from tests.tui.conftest import Explore
from tests.tui.pictures.odd_stores import MANY, ODD, fill
from tui.explorer.screens.explorer import Explorer
from tui.explorer.widgets.picturing.picture_view import PictureView
from tui.messages import LANGUAGES
from tui.state import State
from tui.terminal.widths import cell_width

pytestmark = pytest.mark.xdist_group("odd")  # one worker fills what all of them ask for

LARGE: Final = "thousands"
"""Takes a second to be filled."""
COMMANDS: Final = {
    "timeline": ("timeline",),
    "map": ("map",),
    "network": ("network", "alone", "--steps", "2"),
    "overview": ("overview",),
}
KEYS: Final = {"timeline": "t", "map": "m", "network": "w"}
SAID: Final = {
    ("one_record", "timeline"): ["Nothing of this has a date.", "Without a date, 1 actor: Alone"],
    ("one_record", "map"): ["Nothing of this names a place."],
    ("one_record", "network"): ["alone is related to no record."],
    ("one_record", "overview"): [
        "1 record · 0 relations · 0 sources",
        "Records by year",
        "Nothing of this has a date.",
    ],
    ("undated", "timeline"): ["Nothing of this has a date.", "Without a date, 1 agreement: Alone"],
    ("undated", "map"): ["● Town"],
    ("undated", "network"): ["evacuates:", "  Town · town"],
    ("undated", "overview"): ["A Agreements  what was agreed        1"],
    ("unplaced", "timeline"): ["● Alone", "Without a date, 1 zone: Town"],
    ("unplaced", "map"): ["1 place without coordinates", "  Town · town"],
    ("unplaced", "network"): ["  Town · town"],
    ("unplaced", "overview"): ["2017 ━"],
    ("loop", "timeline"): ["Peace", "Truce", "Without a date, 3 zones: Alone, Second, Third"],
    ("loop", "map"): ["◉", "On the map without room for their names: Second, Third"],
    ("loop", "network"): ["    follows: Peace", "    lies in: Third"],
    ("loop", "overview"): ["5 records · 7 relations"],
    ("thousands", "timeline"): [
        "Alone",
        "█",
        f"  {MANY // 2:,} ",
        f"{MANY // 2 + 1 - 12:,} more",
        " --undated",
    ],
    ("thousands", "map"): ["◉ several places", "masarat list kind:zone", " more\n"],
    ("thousands", "network"): [f"and {MANY // 2 - 20:,} more; masarat show alone lists all."],
    ("thousands", "overview"): [f"{MANY + 1:,} records · {MANY // 2:,} relations"],
}
"""What a command says of a store in English: what it cannot show, and something of the rest."""
NOTHING: Final = {
    ("one_record", "timeline"), ("one_record", "map"), ("one_record", "network"),
    ("undated", "timeline"), ("unplaced", "map"),
}  # fmt: skip
"""Of these a picture shows nothing, which is said when it is saved."""
LONGEST: Final = 400
"""Cells of the longest line that is printed: a dozen names."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """By name, files of odd stores; each is filled when it is first asked for."""

    class Files(dict[str, Path]):
        def __missing__(self, name: str) -> Path:
            file = tmp_path_factory.mktemp("odd") / f"{name}.db"
            with Store(file, seeds=None) as store:
                fill(store, name)
            self[name] = file
            return file

    return Files()


@pytest.fixture
def unseeded(monkeypatch: pytest.MonkeyPatch) -> None:
    """To what the program opens nothing is added that we ship."""
    monkeypatch.setattr(
        stores, "open", lambda path=None, **options: Store(path, seeds=None, **options)
    )


@pytest.mark.usefixtures("unseeded")
@pytest.mark.parametrize(
    "case",
    thorough_but([each for each in SAID if each != (LARGE, "timeline")], SAID),
    ids="-".join,
)
def test_a_command_says_what_it_cannot_show_and_shows_the_rest(
    filled: dict[str, Path], tmp_path: Path, case: tuple[str, str]
) -> None:
    odd, picture = case
    file = str(shutil.copy(filled[odd], tmp_path))
    has_none = (odd, picture) == ("one_record", "network")
    printed = run_program("--store", file, *COMMANDS[picture])
    assert printed.exit_code == int(has_none)
    for said in SAID[odd, picture]:
        assert said in printed.output
    for language in LANGUAGES:
        drawn = tmp_path / f"{language}.svg"
        options = ("--svg", str(drawn), "--language", language)
        saved = run_program("--store", file, *COMMANDS[picture], *options)
        assert saved.exit_code == 0  # of anything that is there a picture can be kept
        assert drawn.read_text("utf-8").rstrip().endswith("</svg>")
        assert bool(saved.stderr) == ((odd, picture) in NOTHING), saved.stderr


@pytest.mark.usefixtures("unseeded")
@pytest.mark.parametrize("language", thorough_but(["ar"], LANGUAGES))
@pytest.mark.parametrize("picture", COMMANDS)
def test_thousands_of_names_are_counted_and_no_line_holds_them_all(
    filled: dict[str, Path], tmp_path: Path, picture: str, language: Language
) -> None:
    file = str(shutil.copy(filled[LARGE], tmp_path))
    asked = ("--store", file, "--language", language, *COMMANDS[picture])
    lines = run_program(*asked).stdout.splitlines()
    assert max(map(cell_width, lines)) < LONGEST
    counts = [word for line in lines for word in re.findall(r"(?<![\w-])\d{4,}", line)]
    assert all(count.startswith("20") for count in counts), counts  # a year


@pytest.mark.usefixtures("unseeded")
def test_what_a_timeline_counts_as_undated_is_listed_when_asked_for(
    filled: dict[str, Path], tmp_path: Path
) -> None:
    def asked(odd: str, *options: str) -> Result:
        file = str(shutil.copy(filled[odd], tmp_path))
        return run_program("--store", file, "timeline", "--undated", *options)

    assert len(asked(LARGE).stdout.splitlines()) == MANY // 2 + 1
    assert asked("loop", "kind:zone").stdout.splitlines()[0].split()[0] == "alone"
    none = asked("loop", "kind:agreement")
    assert (none.exit_code, none.stdout, none.stderr) == (1, "", "Everything of this has a date.\n")
    both = asked("loop", "--svg", str(tmp_path / "never.svg"))
    assert (both.exit_code, both.stdout) == (2, "")
    assert not (tmp_path / "never.svg").exists()


@pytest.mark.usefixtures("unseeded")
@pytest.mark.parametrize(("odd", "picture"), [each for each in SAID if each[0] != LARGE])
def test_without_utf_8_and_colour_a_command_draws_the_same_in_ascii(
    filled: dict[str, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    odd: str,
    picture: str,
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("NO_COLOR", "1")
    file = str(shutil.copy(filled[odd], tmp_path))
    printed = run_program("--store", file, "--language", "en", *COMMANDS[picture]).stdout
    lines = printed.split("\nWithout a date")[0].splitlines()[: 24 if picture == "map" else None]
    # Names and words are as they are; of Arabic names there are those beside the English ones.
    words = {letter for line in lines for letter in line if not letter.isascii()}
    assert not any(0x2190 <= ord(letter) < 0x2900 for letter in words), words
    assert "\x1b" not in printed
    if picture != "network":
        assert max(map(cell_width, lines)) <= 80


@pytest.mark.parametrize(("size", "language"), in_turns_of([(20, 6), (80, 24)], LANGUAGES, of=2))
@pytest.mark.parametrize("odd", thorough_but([each for each in ODD if each != LARGE], ODD))
async def test_the_explorer_shows_what_it_can_at_any_size_and_goes_on(
    filled: dict[str, Path],
    explore: Explore,
    monkeypatch: pytest.MonkeyPatch,
    odd: str,
    language: Language,
    size: tuple[int, int],
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with Store(filled[odd], seeds=None) as store:
        state = State(record="alone")
        async with explore(store, size=size, language=language, state=state) as driver:
            for picture, key in KEYS.items():
                await driver.press(key, "down", "right", "plus", "minus", "enter")
                assert driver.app.defect is None, picture
                while not isinstance(driver.app.screen, Explorer):
                    for view in driver.app.screen.query(PictureView):
                        shown = view.picture
                        assert shown.height == len(shown.lines)
                    await driver.press("escape")
                driver.explorer.open_record("alone")
                await driver.settle()
            await driver.press("i", "down", "enter")
            assert driver.app.defect is None
