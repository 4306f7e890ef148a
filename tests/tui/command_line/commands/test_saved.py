"""`masarat saved`, and `@name` where a query is wanted."""

from __future__ import annotations

import json

import pytest

from tests.tui.command_line.conftest import Run


def test_a_search_is_saved_listed_asked_renamed_and_forgotten(masarat: Run) -> None:
    assert masarat("saved").stderr == "No searches are saved.\n"
    assert masarat("saved", "towns", "--query", "type:town").exit_code == 0
    assert json.loads(masarat("saved", "--json").stdout) == [
        {"name": "towns", "query": "type:town"}
    ]
    listed = masarat("list", "type:town").stdout
    assert listed
    assert masarat("list", "@Towns").stdout == listed
    assert masarat("export", "--query", "@towns", "--to", "-").stdout
    assert masarat("saved", "towns").stdout == "type:town\n"
    assert masarat("saved", "towns", "--rename", "Some towns").exit_code == 0
    assert masarat("saved", "some towns", "--delete").exit_code == 0
    assert masarat("saved").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("saved", "towns"), "'towns'; masarat saved NAME --query Q saves one"),
        (("list", "@towns"), "No search is saved as 'towns'"),
        (("saved", "--delete"), "Name the saved search"),
        (("saved", "a", "--query", " "), "The query is empty"),
        (("saved", "a", "--query", "x", "--delete"), "exclude each other"),
        (("saved", "@a", "--query", "x"), "neither with @"),
    ],
)
def test_what_cannot_be_is_told(masarat: Run, arguments: tuple[str, ...], told: str) -> None:
    result = masarat(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_what_is_saved_by_a_name_is_not_replaced_unasked(masarat: Run) -> None:
    masarat("saved", "towns", "--query", "type:town")
    assert "is saved already" in masarat("saved", "TOWNS", "--query", "x").stderr
    masarat("saved", "others", "--query", "x")
    assert "another one" in masarat("saved", "others", "--rename", "Towns").stderr
    assert masarat("saved", "towns").stdout == "type:town\n"
    assert "there is towns" in masarat("list", "@town").stderr
