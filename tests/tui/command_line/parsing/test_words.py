"""How words are parted: values behind a blank or `=`, flags of one letter, and what is wrong."""

from __future__ import annotations

import pytest

from tui.command_line.entry import Command, Option
from tui.command_line.errors import WrongUseError
from tui.command_line.parsing.words import read_words

ENTRY = Command(
    name="pick",
    place=0,
    short_help="",
    help=(),
    run=lambda _: 0,
    options=(
        Option("--limit", "", value="count"),
        Option("--loud", "", value="flag", short_name="-l"),
        Option("--help", "", value="flag", short_name="-h"),
    ),
)


@pytest.mark.parametrize(
    ("typed", "options", "arguments"),
    [
        ("a b", [], ["a", "b"]),
        ("--limit 3 a", [("--limit", "3")], ["a"]),
        ("a --limit=3", [("--limit", "3")], ["a"]),
        ("--limit= a", [("--limit", "")], ["a"]),
        ("--limit --loud", [("--limit", "--loud")], []),
        ("--limit -- a", [("--limit", "--")], ["a"]),
        ("--limit=a=b", [("--limit", "a=b")], []),
        ("-lh a", [("--loud", ""), ("--help", "")], ["a"]),
        ("a -- --loud -h", [], ["a", "--loud", "-h"]),
        ("-- --", [], ["--"]),
        ("-", [], ["-"]),
        ("--limit 1 --loud --limit 2", [("--limit", "1"), ("--loud", ""), ("--limit", "2")], []),
    ],
)
def test_words_are_parted(typed: str, options: list[tuple[str, str]], arguments: list[str]) -> None:
    read = read_words(ENTRY, typed.split(), stops=False)
    assert [(option.name, value) for option, value in read.options] == options
    assert read.arguments == arguments


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("--limit", "Option '--limit' requires an argument."),
        ("--loud=", "Option '--loud' does not take a value."),
        ("--lim 3", "No such option '--lim'. Did you mean '--limit'?"),
        ("--lo", "No such option '--lo'. (Did you mean one of: '--help', '--loud'?)"),
        ("-lx", "No such option '-x'."),
        ("-h=1", "No such option '-='."),
        ("--Loud", "No such option '--Loud'. Did you mean '--loud'?"),
    ],
)
def test_what_is_wrong_is_told_unless_it_is_still_typed(typed: str, told: str) -> None:
    with pytest.raises(WrongUseError) as raised:
        read_words(ENTRY, ["a", *typed.split()], stops=False)
    assert str(raised.value) == told
    read = read_words(ENTRY, ["a", *typed.split()], stops=False, is_complete=False)
    assert read.arguments == ["a"]


def test_options_may_end_where_an_argument_begins() -> None:
    read = read_words(ENTRY, ["--loud", "a", "--no-option", "--", "-h"], stops=True)
    assert [option.name for option, _ in read.options] == ["--loud"]
    assert read.arguments == ["a", "--no-option", "--", "-h"]


def test_of_values_the_last_counts_where_the_first_stood() -> None:
    read = read_words(ENTRY, ["--limit=1", "--loud", "--limit=2"], stops=False)
    assert [(option.name, value) for option, value in read.given.items()] == [
        ("--limit", "2"),
        ("--loud", ""),
    ]
