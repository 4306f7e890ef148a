"""The private names of Textual that are replaced, overridden or read: a release may drop them."""

from __future__ import annotations

import inspect

import pytest
from textual.content import Content, _FormattedLine
from textual.screen import Screen
from textual.widgets import Input

from tui.bidi.textual_seam import _REPLACED, install, uninstall


@pytest.mark.parametrize(
    "name",
    [
        "_cursor_offset",
        "_cell_offset_to_index",
        "_on_paste",
        "_WORD_START",
        "_value",
        "_suggestion",
        "_cursor_visible",
    ],
)
def test_input_has_the_members_that_the_field_needs(name: str) -> None:
    assert hasattr(Input, name)


def test_a_formatted_line_says_what_is_drawn_where() -> None:
    line = _FormattedLine(lambda style: style, Content("x"), 5, 1, 2)  # type: ignore[arg-type,return-value]
    assert (line.content.plain, line.x, line.y) == ("x", 1, 2)
    assert line.get_style is not None


@pytest.mark.parametrize(("owner", "name", "stock", "ours"), _REPLACED)
def test_a_replacement_takes_the_arguments_of_the_method_it_replaces(
    owner: type, name: str, stock: object, ours: object
) -> None:
    assert callable(stock)
    assert callable(ours)
    wanted = inspect.signature(stock).parameters
    given = inspect.signature(ours).parameters
    passes_all = any(p.kind is inspect.Parameter.VAR_POSITIONAL for p in given.values())
    assert passes_all or len(wanted) == len(given)


def test_installing_twice_and_uninstalling_once_gives_textual_back() -> None:
    uninstall()  # another test of this process may have installed
    before = Content.render_strips, Screen.get_widget_and_offset_at
    install()
    install()
    assert Content.render_strips is not before[0]
    uninstall()
    assert (Content.render_strips, Screen.get_widget_and_offset_at) == before
