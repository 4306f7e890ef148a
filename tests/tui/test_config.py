"""The configuration: what is followed, and what is complained about without dying."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docs.settings_page import settings_page
from store.errors import MasaratError
from store.model.vocabulary import Language
from store.store import Store
from tests.tui.command_line.conftest import run_program
from tests.tui.conftest import Explore
from tui.config import (
    KEYS,
    SETTINGS,
    Complaint,
    Config,
    Setting,
    change_setting,
    config_file,
    load_config,
)
from tui.explorer.commands import COMMANDS, complaints_of_keys
from tui.messages import speak
from tui.messages.digits import DIGITS
from tui.messages.sentences import choose_language


def load(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return load_config(path)


def test_every_setting_is_followed(tmp_path: Path) -> None:
    settings = (
        'language = "ar"\ntheme = "nord"\nbidi = "guard"\ndigits = "western"\nhistory = false\n'
        'mouse = false\ncurtain = false\nplain = true\nground = "g.geojson"\n'
    )
    text = f'{settings}[keys]\nexport = "x"\nnext = ["j", "n"]'
    assert load(tmp_path, text) == Config(
        "ar",
        "nord",
        "guard",
        "western",
        "false",
        "false",
        "false",
        "true",
        "g.geojson",
        {"export": ("x",), "next": ("j", "n")},
    )


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_value_of_a_setting_is_followed_and_no_other(
    setting: Setting, tmp_path: Path
) -> None:
    for value in setting.values or ("gruvbox",):
        config = load(tmp_path, f'{setting.name} = "{value}"')
        assert config._asdict()[setting.name] == value
        assert config.complaints == ()
    if setting.values:
        (complaint,) = load(tmp_path, f"{setting.name} = [3]").complaints
        assert complaint.arguments["choices"] == ", ".join(setting.values)


def test_every_setting_is_a_field_and_stands_on_its_page() -> None:
    names = [setting.name for setting in (*SETTINGS, KEYS)]
    assert names == [name for name in Config._fields if name != "complaints"]
    page = Path(__file__).parents[2] / "docs" / "settings.md"
    assert page.read_text("utf-8") == settings_page()


def test_no_file_is_no_complaint(tmp_path: Path) -> None:
    assert load_config(tmp_path / "none.toml") == Config()
    assert config_file().is_relative_to(os.environ["XDG_CONFIG_HOME"])


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("colour = 1", Complaint("config.unknown", {"name": "colour"})),
        (
            'language = "fr"',
            Complaint(
                "config.bad-choice", {"name": "language", "value": "fr", "choices": "en, ar"}
            ),
        ),
        ("[keys]\nexport = 3", Complaint("config.bad-keys", {"name": "export"})),
        ("keys = 3", Complaint("config.bad-keys", {"name": "keys"})),
        (
            f"digits = 0x{'f' * 5_000}",  # which Python reads, but does not write
            Complaint(
                "config.bad-choice",
                {"name": "digits", "value": "…", "choices": ", ".join(DIGITS)},
            ),
        ),
    ],
)
def test_what_is_not_understood_is_complained_about(
    text: str, complaint: Complaint, tmp_path: Path
) -> None:
    config = load(tmp_path, text)
    assert config.complaints == (complaint,)
    assert complaint.in_words()


def test_a_theme_that_is_no_name_keeps_nothing_from_starting(tmp_path: Path) -> None:
    assert load(tmp_path, f"theme = 0x{'f' * 5_000}").theme == "…"


@pytest.mark.parametrize(
    "content",
    [
        b"language = ",
        b"\xff\xff",
        b"a = 1\na = 2",
        b"a = " + b"[" * 100_000,
        b"a = " + b"9" * 5_000,
        b"# " * 100_000,
    ],
    ids=["no value", "no text", "twice", "deep", "a long number", "a long file"],
)
def test_what_is_no_toml_is_complained_about_by_its_path(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    (complaint,) = load_config(path).complaints
    assert str(path) in complaint.in_words()


def test_what_is_no_file_is_complained_about_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "config.toml"
    os.mkfifo(pipe)
    link = tmp_path / "endless.toml"
    link.symlink_to("/dev/zero")
    for path in (pipe, link, tmp_path):
        (complaint,) = load_config(path).complaints
        assert str(path) in complaint.in_words()


def test_where_it_is_no_toml_is_said_in_the_users_language(tmp_path: Path) -> None:
    (complaint,) = load(tmp_path, 'language = "en"\ntheme = = 1').complaints
    assert "line 2, column 9" in complaint.in_words()
    choose_language("ar")
    assert "السطر 2" in complaint.in_words()


@pytest.mark.parametrize(
    "text",
    [
        '[keys]\nmap = "b"\n\n[keys.map]\nzoom-on = "i"',
        '[keys.map]\nzoom-on = "i"\n\n[keys]\n  map = "b"',
        'keys.map = "b"\n[ keys.map ]\nzoom-on = "i"',
        'keys = {}\n[keys]\nmap = "b"\n[keys.map]\nzoom-on = "i"',
    ],
)
def test_whoever_gives_keys_to_a_command_and_to_its_picture_is_told_how(
    tmp_path: Path, text: str
) -> None:
    (complaint,) = load(tmp_path, text).complaints
    assert '"map.NAME" = … under [keys]' in complaint.in_words()
    choose_language("ar")
    assert '"map.NAME" = … تحت [keys]' in complaint.in_words()


def test_a_name_with_two_values_is_said_to_have_them(tmp_path: Path) -> None:
    (complaint,) = load(tmp_path, 'theme = "a"\nmap = 1\ntheme = "b"').complaints
    assert "line 3 gives another value" in complaint.in_words()


def test_words_in_a_row_have_the_comma_of_the_language(tmp_path: Path) -> None:
    chosen = {"next": ("b",), "back": ("b",)}
    (shared,) = complaints_of_keys(chosen, right_to_left=False)
    (choice,) = load(tmp_path, 'language = "fr"').complaints
    assert ", " in shared.in_words()
    assert "en, ar" in choice.in_words()
    speak("ar")
    assert ", " not in shared.in_words() + choice.in_words()
    assert "، " in shared.in_words()
    assert "، " in choice.in_words()


async def test_all_complaints_come_in_one_notice(small: Store, explore: Explore) -> None:
    config = Config(
        theme="no-such",
        keys={"fly": ("x",)},
        complaints=(Complaint("config.unknown", {"name": "colour"}),),
    )
    async with explore(small, config=config) as driver:
        assert len(driver.notices) == 1
        for name in ("colour", "fly", "no-such"):
            assert repr(name) in driver.notices[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "\n".join(f"n{number} = 1" for number in range(8_000))),
        ("ar", "\n".join(f"n{number} = 1" for number in range(8_000))),
        ("en", f'language = "{"word " * 12_000}"'),
    ],
)
async def test_many_and_long_complaints_leave_room_on_the_screen(
    small: Store, explore: Explore, tmp_path: Path, language: Language, text: str
) -> None:
    config = load(tmp_path, text)
    async with explore(small, config=config, language=language, size=(80, 24)) as driver:
        (told,) = driver.notices
    assert len(told.splitlines()) <= 6
    assert len(told) < 300
    assert ("masarat config" in told) is (len(config.complaints) > 1)


KEYS_OF_SORTS = (
    "x", "ctrl+x", "ctrl+", ",", "a,b", " ", "f99", "enter", "escape", "ض", "+", "++", "[", "<", "",
    "backspace", "space", "\u202e", "\x1b]0;PWN\x07", "\n", "y" * 3_000, "[/]", "shift+ctrl+q",
)  # fmt: skip
PIECES = st.sampled_from(KEYS_OF_SORTS)
NAMES = st.sampled_from(
    [*(setting.name for setting in SETTINGS), "keys", "nope", "\x1b[2J", "a\nb", "\u202e"]
)
COMMAND_NAMES = st.sampled_from(
    [*COMMANDS, "claim-card.copy", "timeline.zoom-on", "timeline", "nope", "nope.x.y", "a\nb"]
)
VALUES = st.one_of(
    PIECES, st.lists(PIECES, max_size=2), st.booleans(), st.integers(), st.floats(),
    st.dictionaries(PIECES, st.lists(PIECES, max_size=1), max_size=2), st.dates(),
)  # fmt: skip


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.dictionaries(NAMES, VALUES, max_size=4), st.dictionaries(COMMAND_NAMES, VALUES, max_size=6)
)
async def test_whatever_a_configuration_holds_is_told_and_the_explorer_begins(
    small: Store, explore: Explore, chosen: dict[str, Any], keys: dict[str, Any]
) -> None:
    written = tomlkit.dumps({**chosen, "keys": keys})
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text(written, "utf-8")
    told = run_program("config", "--json")
    lines = json.loads(told.stdout)
    assert told.exit_code == any(line["state"] == "complaint" for line in lines)
    async with explore(small, config=load_config(config_file()), size=(80, 24)) as driver:
        assert bool(driver.notices) is bool(told.exit_code)
        await driver.pilot.press("question_mark", "escape", "down")
        await driver.pilot.pause()
        assert driver.app.defect is None


async def test_a_theme_is_followed(small: Store, explore: Explore) -> None:
    async with explore(small, config=Config(theme="gruvbox")) as driver:
        assert driver.app.theme == "gruvbox"


# --- what the page of settings writes ------------------------------------------------------------

MINE = """# mine
language = "ar"  # why
unknown = [1, 2]

# other keys
[keys]
export = "x"
"""


def test_a_setting_is_written_and_all_else_stays(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(MINE, "utf-8")
    change_setting(path, "language", "en")
    assert path.read_text("utf-8") == MINE.replace('"ar"', '"en"')
    change_setting(path, "plain", "true")
    config = load_config(path)
    assert (config.plain, config.keys) == ("true", {"export": ("x",)})
    for line in MINE.replace('"ar"', '"en"').splitlines():
        assert line in path.read_text("utf-8").splitlines()
    change_setting(path, "language", "")
    assert load_config(path).language is None


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_what_is_written_is_what_is_read(setting: Setting, tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    for value in setting.values or ("gruvbox",):
        change_setting(path, setting.name, value)
        assert load_config(path)._asdict()[setting.name] == value


def test_line_ends_links_and_permissions_stay(tmp_path: Path) -> None:
    kept, link = tmp_path / "dotfiles.toml", tmp_path / "config.toml"
    kept.write_bytes(b'# mine\r\ntheme = "nord"\r\n')
    kept.chmod(0o640)
    link.symlink_to(kept)
    change_setting(link, "mouse", "false")
    assert link.is_symlink()
    assert kept.read_bytes() == b'# mine\r\ntheme = "nord"\r\nmouse = false\r\n'
    assert kept.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("text", ['theme = "no', "[" * 50_000, "a = 1\na = 2\n"])
def test_what_is_no_toml_is_told_and_left(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(MasaratError, match="mend it first"):
        change_setting(path, "plain", "true")
    assert path.read_text("utf-8") == text


def test_what_may_not_be_written_is_told_and_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(MINE, "utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    with pytest.raises(MasaratError, match="permission"):
        change_setting(path, "plain", "true")
    assert path.read_text("utf-8") == MINE
    (tmp_path / "folder").mkdir()
    with pytest.raises(MasaratError):
        change_setting(tmp_path / "folder", "plain", "true")
