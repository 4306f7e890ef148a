"""What `store` exports: each name is there, and whatever the facade speaks of is exported."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

import store
from store.store import Store


@pytest.mark.parametrize("name", store.__all__)
def test_every_public_name_resolves(name: str) -> None:
    assert getattr(store, name).__name__ == name


def test_a_name_that_is_not_public_is_refused() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        store.nothing  # noqa: B018 — asking for it is the test


def test_types_and_run_time_know_the_same_names() -> None:
    tree = ast.parse(Path(store.__file__).read_text("utf-8"))
    imported = {
        alias.name
        for node in tree.body
        if isinstance(node, ast.If)
        for statement in node.body
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").startswith("store")
        for alias in statement.names
    }
    assert imported | {"open"} == set(store.__all__)


def test_every_class_in_the_annotations_of_the_facade_is_exported() -> None:
    spoken_of = {
        name.id
        for _, method in inspect.getmembers(Store, inspect.isfunction)
        if not method.__name__.startswith("_")
        for annotation in inspect.get_annotations(method).values()
        for name in ast.walk(ast.parse(annotation))
        if isinstance(name, ast.Name)
    }
    defined = {
        name: value
        for name, value in vars(inspect.getmodule(Store)).items()
        if inspect.isclass(value) and value.__module__.startswith("store.")
    }
    missing = (spoken_of & set(defined)) - set(store.__all__)

    assert missing == set()
