"""The configuration: what is followed, and what is complained about without dying."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docs.settings_page import settings_page
from store.store import Store
from tests.tui.conftest import Explore
from tui.config import KEYS, SETTINGS, Complaint, Config, Setting, config_file, load_config
from tui.messages.digits import DIGITS
from tui.messages.sentences import choose_language


def load(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return load_config(path)


def test_every_setting_is_followed(tmp_path: Path) -> None:
    settings = (
        'language = "ar"\ntheme = "nord"\nbidi = "guard"\ndigits = "western"\nhistory = false\n'
        "mouse = false\nplain = true\n"
    )
    text = f'{settings}[keys]\nexport = "x"\nnext = ["j", "n"]'
    assert load(tmp_path, text) == Config(
        "ar",
        "nord",
        "guard",
        "western",
        "false",
        "false",
        "true",
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


async def test_a_theme_is_followed(small: Store, explore: Explore) -> None:
    async with explore(small, config=Config(theme="gruvbox")) as driver:
        assert driver.app.theme == "gruvbox"
