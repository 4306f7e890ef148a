"""`masarat search`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.end_to_end.pseudo_terminal import PseudoTerminal
from tests.tui.command_line.conftest import Run, as_json

ROOT = Path(__file__).parents[4]


def test_a_slip_in_a_search_is_answered_with_what_may_be_meant(masarat: Run) -> None:
    result = masarat("search", "besiegd town")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "did you mean 'besieged town'?" in result.stderr


@pytest.mark.parametrize("command", ["search", "lookup"])
def test_a_query_that_is_too_long_is_refused_with_a_sentence(masarat: Run, command: str) -> None:
    result = masarat(command, "(" * 5_000)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "The query has 5,000 characters; shorten it to 1,000 or less." in result.stderr


def test_kinds_and_limits_are_kept(masarat: Run) -> None:
    everything = as_json(masarat("search", "Idlib OR mediator OR towns", "--json"))
    assert {hit["key"] for hit in everything} >= {"kefraya", "qatar", "four-towns"}

    actors = as_json(masarat("search", "Idlib OR mediator", "--kind", "actor", "--json"))
    assert [hit["key"] for hit in actors] == ["qatar"]
    assert len(as_json(masarat("search", "Idlib OR mediator", "--limit", 1, "--json"))) == 1


def test_search_prints_a_snippet(masarat: Run) -> None:
    plain = masarat("search", "siege", "--format", "table")
    assert plain.stdout == ("kefraya  zone  Kefraya  كفريا\n    A village in Idlib under siege.\n")


def test_a_terminal_is_shown_which_words_were_hit(masarat: Run, store_file: Path) -> None:
    with PseudoTerminal(
        [sys.executable, "-m", "tui", "search", "siege", "--store", str(store_file)],
        environment={name: os.environ[name] for name in ("PATH", "HOME", "MASARAT_STORE")},
        folder=ROOT,
        answers={},
    ) as terminal:
        assert terminal.wait_for_end() == 0
        while terminal.read(0.1):
            pass
        assert b"under \x1b[1m\x1b[4msiege\x1b[0m." in terminal.drawn


def test_search_prints_the_places_of_hits_in_json(masarat: Run) -> None:
    (hit,) = as_json(masarat("search", "siege", "--json"))

    ((start, end),) = hit["marks"]
    assert hit["snippet"][start:end] == "siege"
    assert list(hit) == ["key", "kind", "name", "snippet", "marks", "score"]


def test_what_filters_alone_find_is_quoted_in_the_language_that_is_spoken(masarat: Run) -> None:
    english = masarat("search", "kind:agreement", "--json")
    arabic = masarat("--language", "ar", "search", "kind:agreement", "--json")

    assert all(hit["snippet"].isascii() for hit in as_json(english))
    assert not any(hit["snippet"].isascii() for hit in as_json(arabic))
