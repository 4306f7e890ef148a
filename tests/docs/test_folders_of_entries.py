"""A module that lies in a folder of entries is an entry, and nothing else need know of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from store.checking import rules
from store.exchange import export_formats, import_formats
from store.search import filters
from tui.command_line import commands
from tui.command_line.table import COMMANDS
from tui.explorer import panes

ROOT: Final = Path(__file__).parents[2]

FILTER = """
from {package}.filter import Filter, NEVER
NEW = Filter("new", {place}, ("جديد",), "nothing", (), lambda *_: NEVER, lambda *_: ("old",))
"""
EXPORT_FORMAT = """
from store.exchange.export_format import ExportFormat
from store.model.vocabulary import Label
NEW = ExportFormat("new", {place}, Label("new", "جديد"), (".new",), lambda *_, **__: 0)
"""
IMPORT_FORMAT = """
from store.exchange.import_format import ImportFormat
from store.model.vocabulary import Label
NEW = ImportFormat("new", {place}, Label("new", "جديد"), (".new",), print)
"""
RULE = """
from store.checking.rule import Rule
class New(Rule):
    name = "new"
    place = {place}
"""
PANE = """
from {package}.pane import Pane
class New(Pane):
    pane_id = "new"
    place = {place}
"""
COMMAND = """
from tui.command_line.entry import Command
COMMAND = Command("new", {place}, "Do something new.", ("Do it.",), lambda _: print("done") or 0)
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program, into which modules can be dropped."""
    for package in ("store", "tui"):
        shutil.copytree(
            ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    return tmp_path


def drop(copy: Path, folder: ModuleType, text: str, place: int, name: str = "new") -> None:
    written = text.format(package=folder.__name__, place=place)
    file = copy.joinpath(*folder.__name__.split("."), f"{name}.py")
    file.write_text(written, "utf-8")


def printed(copy: Path, *arguments: str) -> str:
    """What Python prints in the copy, which it imports from."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        env={"PYTHONPATH": str(copy), "LANG": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("folder", "text", "listed"),
    [
        (filters, FILTER, "[each.name for each in {0}.FILTERS]"),
        (export_formats, EXPORT_FORMAT, "[each.name for each in {0}.EXPORT_FORMATS]"),
        (import_formats, IMPORT_FORMAT, "[each.name for each in {0}.IMPORT_FORMATS]"),
        (rules, RULE, "[each.name for each in {0}.RULES]"),
        (panes, PANE, "[each.pane_id for each in {0}.PANES]"),
    ],
    ids=["filter", "export format", "import format", "rule", "pane"],
)
def test_a_module_in_the_folder_is_listed_in_its_place(
    copy: Path, folder: ModuleType, text: str, listed: str
) -> None:
    program = f"import {folder.__name__}; print(*{listed.format(folder.__name__)})"
    before = printed(copy, "-c", program).split()
    drop(copy, folder, text, place=15)

    assert printed(copy, "-c", program).split() == [before[0], "new", *before[1:]]


def test_what_an_editor_leaves_beside_a_module_is_no_entry(copy: Path) -> None:
    program = f"import {rules.__name__} as rules; print(len(rules.RULES))"
    before = printed(copy, "-c", program)
    for name in (".#new", "new~", "new copy", "_new"):
        drop(copy, rules, RULE, place=15, name=name)

    assert printed(copy, "-c", program) == before


def test_a_new_filter_is_found_by_its_arabic_name(copy: Path) -> None:
    drop(copy, filters, FILTER, place=15)
    program = f"from {filters.__name__} import filter_named; print(filter_named('جديد').name)"

    assert printed(copy, "-c", program) == "new\n"


def test_new_formats_stand_in_the_help_that_names_them(copy: Path) -> None:
    drop(copy, export_formats, EXPORT_FORMAT, place=90)
    drop(copy, import_formats, IMPORT_FORMAT, place=90)

    assert "in .new for new" in " ".join(printed(copy, "-m", "tui", "export", "--help").split())
    assert "or new." in " ".join(printed(copy, "-m", "tui", "import", "--help").split())


def test_a_new_command_is_listed_and_run(copy: Path) -> None:
    drop(copy, commands, COMMAND, place=15)

    listed = printed(copy, "-m", "tui", "--help")
    assert listed.index(" lookup ") < listed.index(" new ") < listed.index(" search ")
    assert printed(copy, "-m", "tui", "new") == "done\n"


def test_a_command_has_a_module_of_its_name() -> None:
    assert [COMMANDS[name].name for name in COMMANDS] == list(COMMANDS)
