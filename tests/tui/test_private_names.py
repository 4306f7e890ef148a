"""Every private name of Textual and Rich that the program reads is one that they have today.

A release of Textual may drop any of them. What is read is found in the code, so that a name that
is read from now on must be entered here with its owner.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("private names")  # one worker reads the code for all

TUI = Path(__file__).parents[2] / "tui"
TAKEN: dict[str, str] = {
    "_ansi": "rich.style:Style",
    "_bindings": "textual.dom:DOMNode",
    "_color_system": "rich.console:Console",
    "_compositor": "textual.screen:Screen",
    "_dirty_regions": "textual._compositor:Compositor",
    "_exit": "textual.app:App",
    "_get_style": "textual.widget:Widget",
    "_handle_exception": "textual.app:App",
    "_keymap": "textual.app:App",
    "_link": "rich.style:Style",
    "_meta": "textual.style:Style",
    "_notifications": "textual.app:App",
    "_render": "textual.widget:Widget",
    "_running": "textual.message_pump:MessagePump",
    "_segments": "textual.strip:Strip",
    "_select_state": "textual.screen:Screen",
    "_selecting": "textual.screen:Screen",
    "_stop_propagation": "textual.message:Message",
    "_wrap_and_format": "textual.content:Content",
}
"""The class that has each name."""
PRIVATE_MODULE = re.compile(r"(?m)^\s*from ((?:textual|rich)\.(?:\w+\.)*_\w+(?:\.\w+)*) import")
OF_PYTHON = {"_replace", "_fields", "_asdict", "_make", "_name_", "_value_"}


@cache
def trees() -> tuple[ast.Module, ...]:
    """The code of the program, read once: that takes more than a second."""
    return tuple(ast.parse(path.read_text("utf-8")) for path in sorted(TUI.rglob("*.py")))


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def defined(tree: ast.Module) -> Iterator[str]:
    """The private names that a module gives to its own classes, functions and values."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def read_of_others(tree: ast.Module) -> Iterator[str]:
    """The private names that a module reads of anything but itself."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or not is_private(node.attr):
            continue
        if not (isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")):
            yield node.attr


def private_modules() -> list[str]:
    texts = (path.read_text("utf-8") for path in TUI.rglob("*.py"))
    found = {module for text in texts for module in PRIVATE_MODULE.findall(text)}
    assert found, "nothing private is imported: the expression has gone stale"
    return sorted(found)


def test_every_private_name_that_is_read_of_others_is_entered_or_our_own() -> None:
    ours = {name for tree in trees() for name in defined(tree)}
    read = {name for tree in trees() for name in read_of_others(tree)}
    assert read - ours - OF_PYTHON - set(TAKEN) == set()
    assert set(TAKEN) <= read, "a name that nothing reads any more"


@pytest.mark.parametrize(("name", "owner"), TAKEN.items())
def test_textual_has_the_name(name: str, owner: str) -> None:
    module, _, class_name = owner.partition(":")
    found = getattr(importlib.import_module(module), class_name)
    assert hasattr(found, name) or f"self.{name}" in inspect.getsource(found)


@cache
def imported_from() -> dict[str, set[str]]:
    """By module, the names that any of the program imports from it."""
    names: dict[str, set[str]] = {}
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                names.setdefault(node.module, set()).update(alias.name for alias in node.names)
    return names


@pytest.mark.parametrize("module", private_modules())
def test_what_is_imported_of_a_private_module_is_there(module: str) -> None:
    imported = imported_from()[module]
    assert imported
    assert [name for name in imported if not hasattr(importlib.import_module(module), name)] == []
