"""Texts of sources stay in the store: nothing that writes or prints records has a word of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import MasaratError
from store.store import Store
from tests.tui.command_line.conftest import Run
from tui.assistants.tools import TOOLS

WORDS = ("quillfeather", "قنديلوف")
"""Each sentence has one of them, and nothing else has."""
TEXT = "The Quillfeather came at dawn. مضى قنديلوف إلى التلة. Nobody saw Quillfeather again."

COMMANDS = [
    ("show", "zabadani", "article"),
    ("show", "zabadani", "article", "--json"),
    ("show", "article", "--markdown"),
    ("show", "zabadani", "article", "--format", "jsonl"),
    ("list", "--json"),
    ("list", "kind:source", "--format", "csv"),
    ("list", "in:sources quillfeather", "--json"),
    ("search", "quillfeather"),
    ("search", "in:sources quillfeather", "--json"),
    ("search", "في:المصادر قنديلوف", "--format", "tsv"),
    ("lookup", "quillfeather"),
    ("source", "list", "--json"),
    ("source", "list"),
    ("stats", "--json"),
    ("stats", "--by", "source"),
    ("guide",),
    ("cite", "article"),
    ("cite", "article", "--format", "csl-json"),
    ("compare", "zabadani", "kefraya", "--format", "markdown"),
    ("network", "zabadani", "--format", "json"),
    ("path", "zabadani", "rif-dimashq"),
    ("map",),
    ("export", "--to", "-"),
    ("check",),
    ("doctor", "--report"),
]


def free_of_the_text(written: str) -> bool:
    """Whether nothing of the text stands there, but what was asked for."""
    folded = written.casefold().replace("in:sources quillfeather", "")
    folded = folded.replace("'quillfeather'", "").replace("في:المصادر قنديلوف", "")
    return not any(word in folded for word in WORDS)


@pytest.fixture
def attached(masarat: Run, tmp_path: Path) -> Run:
    """The command line over a store with an attached text."""
    file = tmp_path / "held.txt"
    file.write_text(TEXT, "utf-8")
    assert masarat("source", "attach", "article", file).exit_code == 0
    assert "Quillfeather" in masarat("source", "show", "article").stdout
    found = masarat("search", "in:sources quillfeather", "--format", "table").stdout
    assert "[1] The Quillfeather came at dawn." in found
    assert "[3] Nobody saw Quillfeather again." in found
    return masarat


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_is_printed_has_no_sentence(attached: Run, command: tuple[str, ...]) -> None:
    result = attached(*command)
    assert result.exit_code in (0, 1), result.stderr
    assert free_of_the_text(result.stdout)
    assert free_of_the_text(result.stderr)


@pytest.mark.parametrize("name", ["vault", "report.md", "report.html"])
def test_what_is_exported_has_no_sentence(attached: Run, tmp_path: Path, name: str) -> None:
    made = tmp_path / name
    assert attached("export", "--to", made).exit_code == 0
    files = [path for path in (made, *made.rglob("*")) if path.is_file()]
    assert files
    assert all(free_of_the_text(path.read_text("utf-8")) for path in files)


def test_assistants_are_given_no_sentence(attached: Run, store_file: Path) -> None:
    with Store(store_file, seeds=None) as store:
        asked = {
            "look_up": {"name": "quillfeather"},
            "search": {"query": "quillfeather"},
            "show": {"key": "article"},
            "list_records": {},
            "sources": {},
        }
        assert set(asked) == set(TOOLS)
        for name, arguments in asked.items():
            tool = TOOLS[name]
            assert free_of_the_text(str(tool.answer(store, tool.checked(arguments))))
        search = TOOLS["search"]
        with pytest.raises(MasaratError, match="not served"):
            search.answer(store, search.checked({"query": "in:sources quillfeather"}))
        given = search.answer(store, search.checked({"query": "in:records siege"}))
        assert given["records"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_texts_go_along_where_they_are_asked_for_and_that_is_told(
    attached: Run, tmp_path: Path, language: str
) -> None:
    made = tmp_path / "vault"
    done = attached("--language", language, "export", "--to", made, "--with-texts")
    assert done.exit_code == 0
    assert "texts" in done.stderr
    assert not free_of_the_text((made / "texts" / "article.md").read_text("utf-8"))
    others = [path for path in made.rglob("*.md") if path.parent.name != "texts"]
    assert all(free_of_the_text(path.read_text("utf-8")) for path in others)
    assert attached("check", made).exit_code == attached("check").exit_code

    assert attached("source", "detach", "article").exit_code == 0
    back = attached("--language", language, "import", made)
    assert back.exit_code == 0, back.stderr
    assert "Quillfeather" in attached("source", "show", "article").stdout


@pytest.mark.parametrize("name", ["report.md", "report.html", "-"])
def test_a_report_takes_no_texts_along(attached: Run, tmp_path: Path, name: str) -> None:
    made = name if name == "-" else tmp_path / name
    refused = attached("export", "--to", made, "--with-texts")
    assert refused.exit_code == 2
    assert "written to a folder alone" in refused.stderr
    assert refused.stdout == ""
    assert not (tmp_path / name).is_file()
