"""Digits: Western unless the configuration asks for Arabic-Indic ones in the Arabic interface."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.vocabulary import Language
from store.store import Store
from tests.tui.conftest import Explore
from tui.bidi import visual
from tui.config import Complaint, Config, load_config
from tui.messages import say, speak
from tui.messages.digits import ARABIC_INDIC, WESTERN, in_digits, use_digits
from tui.state import State


@pytest.fixture(autouse=True)
def western_again() -> Iterator[None]:
    yield
    use_digits(WESTERN)
    speak("en")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1,250.5", "١٬٢٥٠٫٥"),
        ("4 أيار/مايو 2014", "٤ أيار/مايو ٢٠١٤"),
        ("1,200–2,250", "١٬٢٠٠–٢٬٢٥٠"),
        ("2017-05~/..", "٢٠١٧-٠٥~/.."),
    ],
)
def test_figures_and_their_separators_change_and_nothing_else(written: str, expected: str) -> None:
    use_digits(ARABIC_INDIC)
    assert in_digits(written, "ar") == expected


@given(st.integers(0, 10**12))
def test_a_number_keeps_its_value(number: int) -> None:
    use_digits(ARABIC_INDIC)
    written = in_digits(f"{number:,}", "ar")
    assert int(written.replace("٬", "")) == number
    assert not re.search("[0-9,]", written)


@pytest.mark.parametrize(
    ("digits", "language"), [(WESTERN, "ar"), ("", "ar"), (ARABIC_INDIC, "en")]
)
def test_western_digits_stay_by_default_and_in_english(digits: str, language: Language) -> None:
    use_digits(digits)
    assert in_digits("1,500", language) == "1,500"


def test_a_message_takes_its_numbers_in_the_chosen_digits_and_names_as_they_are() -> None:
    use_digits(ARABIC_INDIC)
    speak("ar")
    assert say("list.records", count=122) == "١٢٢ سجلًا"
    assert say("list.alias", name="UNSCR 2118").endswith("UNSCR 2118")
    speak("en")
    assert say("list.records", count=122) == "122 records"


async def test_counts_dates_and_figures_of_the_screen(shipped: Store, explore: Explore) -> None:
    config = Config(digits=ARABIC_INDIC)
    at_homs = State(record="old-homs-evacuation", order="date")
    size = (120, 90)
    async with explore(shipped, size=size, language="ar", config=config, state=at_homs) as driver:
        screen = "\n".join(driver.lines())
        tabs = driver.lines()[1]
        assert not re.search("[0-9]", tabs)
        assert re.search(f"[٠-٩]+ {visual('مناطق')}", tabs)
        assert f"٢٠١٤ {visual('أيار/مايو')} ٤" in screen
        assert "١٬٥٠٠" in driver.text_of("#detail")
        assert re.search("٢٠١٤ .* ٤", driver.text_of("#list"))
        assert not re.search("[0-9]{4}-", driver.text_of("#list"))
        assert not re.search(r"\[[0-9]", screen)


def test_unknown_digits_are_complained_about_with_the_choices(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('digits = "roman"', "utf-8")
    choices = {"name": "digits", "value": "roman", "choices": "western, arabic-indic"}
    assert load_config(path) == Config(complaints=(Complaint("config.bad-choice", choices),))
