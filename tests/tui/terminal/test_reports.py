"""What the terminal sends: keys and pastes whatever the pieces, nonsense without a trace."""

from __future__ import annotations

from time import sleep

import pytest
from textual import events

from tui.terminal.sent.escaped import EscapedKey
from tui.terminal.sent.reports import PASTE_LIMIT, Reports

NOTHING: frozenset[str] = frozenset()


def messages(*pieces: str) -> list[object]:
    reports = Reports()
    return [message for piece in pieces for message in reports.feed(piece)]


def keys(*pieces: str) -> list[str]:
    return [each.key for each in messages(*pieces) if isinstance(each, events.Key)]


@pytest.mark.parametrize(
    "nonsense",
    ["\x1b[1114112u", "\x1b[99999999~", "\x1b[55296u", "\x1b]52;c;cXVpdA==\x07", "\x1bPq\x1b\\"],
)
def test_nonsense_is_no_key_and_what_follows_is(nonsense: str) -> None:
    assert keys(f"a{nonsense}b") == ["a", "b"]


@pytest.mark.parametrize("begun", ["\x1b[?9;", "\x1b[?", "\x1b[<0;10", "\x1b[>4;2", "\x1b[=1"])
def test_a_report_that_does_not_end_is_no_key(begun: str) -> None:
    assert keys(f"a{begun * 4}\r") == ["a", "enter"]
    reports = Reports()
    assert not list(reports.feed(begun))
    sleep(0.15)
    assert not list(reports.tick())
    assert [each.key for each in reports.feed("q") if isinstance(each, events.Key)] == ["q"]


def test_a_report_in_pieces_is_one() -> None:
    (clicked,) = messages(*"\x1b[<0;10;5M")
    assert isinstance(clicked, events.MouseDown)
    assert (clicked.x, clicked.y) == (9, 4)


def test_a_size_that_no_terminal_has_is_not_believed() -> None:
    assert messages("\x1b[48;99999999;99999999;0;0t", "\x1b[48;0;0;0;0t") == []


@pytest.mark.parametrize("size", [1, 3, 7, 5000])
def test_a_long_paste_is_cut_whatever_the_pieces(size: int) -> None:
    sent = "\x1b[200~" + "x" * 50_000 + "\x1b[31m\x1b[201~b"
    pieces = [sent[start : start + size] for start in range(0, len(sent), size)]
    paste, key = messages(*pieces)
    assert isinstance(paste, events.Paste)
    assert paste.text == "x" * (PASTE_LIMIT + 1)
    assert isinstance(key, events.Key)
    assert key.key == "b"


def test_more_at_once_than_anybody_types_is_a_paste() -> None:
    reports = Reports()
    assert list(reports.feed("q" * 4096, is_burst=True)) == []
    assert list(reports.feed("q" * 10)) == []
    (paste,) = reports.tick()
    assert isinstance(paste, events.Paste)
    assert [each.key for each in reports.feed("q") if isinstance(each, events.Key)] == ["q"]


def test_a_paste_whose_end_never_comes_is_over_after_a_while() -> None:
    reports = Reports()
    assert list(reports.feed("\x1b[200~abc")) == []
    ticked = [message for _ in range(40) for message in reports.tick()]
    assert [each.text for each in ticked if isinstance(each, events.Paste)] == ["abc"]
    assert [each.key for each in reports.feed("q") if isinstance(each, events.Key)] == ["q"]


def test_typing_does_not_keep_a_paste_open_whose_end_never_comes() -> None:
    reports = Reports()
    assert list(reports.feed("\x1b[200~abc")) == []
    come = []
    for _ in range(20):
        come += [*reports.feed("\x11"), *reports.tick(), *reports.tick(), *reports.tick()]
    assert [each.key for each in come if isinstance(each, events.Key)][:1] == ["ctrl+q"]


@pytest.mark.parametrize(
    "begun", ["", "\x1b", "\x1b[", "\x1b]", "\x1bP", "\x1bO", "\x1b[20", "\x1b[<0;"]
)
def test_no_letter_of_a_paste_is_a_key_whatever_came_before(begun: str) -> None:
    come = messages("a" + begun, "\x1b[200~qd\x1b[2J\0z", "\x1b[201~b")
    assert [each.text for each in come if isinstance(each, events.Paste)] == ["qd\ufffd[2Jz"]
    typed = [each.key for each in come if isinstance(each, events.Key)]
    assert (typed[0], typed[-1]) == ("a", "b")
    assert not {"q", "d", "z", "J"} & set(typed)


def test_after_nonsense_the_mouse_is_still_where_it_is() -> None:
    sent = ("\x1b[48;40;100;800;1000t", "\x1b[?1016;1$y", "\x1b[1114112u", "\x1b[<0;501;401M")
    (press,) = [each for each in messages(*sent) if isinstance(each, events.MouseDown)]
    assert (press.x, press.y) == (50, 20)


STRINGS = {
    "clipboard": "\x1b]52;c;" + "cXF4" * 2_000 + "\x07",
    "colours": "\x1b]4;1;rgb:ffff/ffff/ffff\x1b\\",
    "version": "\x1bP>|" + "x" * 300 + "\x1b\\",
    "pictures": "\x1b_G" + "y" * 20_000 + "\x1b\\",
    "privacy": "\x1b^q\x1b\\",
    "start": "\x1bXqqq\x1b\\",
    "broken off": "\x1bPqqq\x18",
    "broken off by a sequence": "\x1bPqqq\x1b[I",
    "numbers": "\x1b[" + "1;" * 3_000 + "m",
    "one number": "\x1b[" + "1" * 5_000 + "u",
    "private": "\x1b[?" + "7" * 100 + "$y",
}


@pytest.mark.parametrize("size", [1, 2, 33, 4_096])
@pytest.mark.parametrize("name", STRINGS)
def test_a_string_of_the_terminal_is_no_key_whatever_its_length_and_pieces(
    name: str, size: int
) -> None:
    sent = STRINGS[name]
    reports = Reports()
    come = [*reports.feed("a")]
    for start in range(0, len(sent), size):
        piece = sent[start : start + size]
        come += reports.feed(piece, is_burst=len(piece) > 255)
    come += reports.feed("b")
    for _ in range(40):
        come += reports.tick()
    assert [each.key for each in come if isinstance(each, events.Key)] == ["a", "b"]
    assert not [each for each in come if isinstance(each, events.Paste)]


def test_a_string_whose_end_never_comes_is_over_after_a_while() -> None:
    reports = Reports()
    assert list(reports.feed("\x1bPqqq")) == []
    come = []
    for _ in range(20):
        come += [*reports.feed("\x11"), *reports.tick()]
    assert {each.key for each in come if isinstance(each, events.Key)} == {"ctrl+q"}


def typed(*pieces: str, bound: frozenset[str] = NOTHING, in_field: bool = False) -> list[str]:
    return [
        key.key
        for each in messages(*pieces)
        if isinstance(each, EscapedKey)
        for key in each.typed(bound, in_field=in_field)
    ]


@pytest.mark.parametrize(
    ("sent", "keys_typed"),
    [
        ("\x1bm", ["escape", "m"]),
        ("\x1bM", ["escape", "M"]),
        ("\x1b/", ["escape", "slash"]),
        ("\x1b1", ["escape", "1"]),
        ("\x1bf", ["escape", "f"]),
        ("\x1bهدنة", ["escape", "ه"]),
        ("\x1bm\x1bw", ["escape", "m", "escape", "w"]),
        ("\x1b\x1bm", ["escape", "m"]),
    ],
)
def test_a_key_right_behind_an_escape_is_both(sent: str, keys_typed: list[str]) -> None:
    assert typed(sent) == keys_typed
    assert typed(*sent) == keys_typed


def test_with_alt_a_key_is_one_where_that_means_something() -> None:
    assert typed("\x1bm\x1bn", bound=frozenset({"alt+m"})) == ["alt+m", "escape", "n"]
    assert typed("\x1bf\x1bb", in_field=True) == ["ctrl+right", "ctrl+left"]


def test_an_arrow_behind_an_escape_is_both() -> None:
    assert keys("\x1b\x1b[B") == ["escape", "down"]
    assert keys("\x1b[B\x1b[1;3D\x1bOP\x1b\x7f") == ["down", "alt+left", "f1", "ctrl+w"]


@pytest.mark.parametrize("key", "[O]P_^X")
def test_a_key_that_may_begin_a_sequence_is_one_after_a_moment(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.ESCAPE_DELAY", 0)
    reports = Reports()
    come = [*reports.feed(f"\x1b{key}")]
    for _ in range(3):
        sleep(0.05)
        come += reports.tick()
    (both,) = [each for each in come if isinstance(each, EscapedKey)]
    first, second = both.typed(NOTHING, in_field=False)
    assert (first.key, second.character) == ("escape", key)


@pytest.mark.parametrize("key", "]P_^X")
def test_what_begins_a_string_may_be_typed(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By Alt, which sends the same letters and nothing after them."""
    reports = Reports()
    monkeypatch.setattr("textual.constants.ESCAPE_DELAY", 0)
    come = [*reports.feed(f"\x1b{key}")]
    for _ in range(3):
        sleep(0.05)
        come += reports.tick()
    come += reports.feed("q")
    typed = [each.key for each in come if isinstance(each, events.Key)]
    assert typed[-1] == "q"
    assert len(typed) > 1
