"""The sentences that code hands to a function, whatever it calls the function and its tables.

A call counts when what is called is the function itself, under whichever name it was imported. Its
sentence may stand in the call, in a variable or a branch before it, or in a table of the module.
"""

from __future__ import annotations

import ast
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from inspect import getsource
from types import ModuleType
from typing import Any


def modules_of(package: ModuleType) -> Iterator[ModuleType]:
    """Every module of a package and of the packages in it."""
    yield package
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


def sentences_in(
    modules: Iterable[ModuleType], functions: Mapping[Callable[..., Any], int]
) -> set[str]:
    """The sentences that modules hand to functions.

    Args:
        modules: where to look.
        functions: how many of their first arguments are sentences.
    """
    found: set[str] = set()
    for module in modules:
        tree = ast.parse(getsource(module) or "pass")
        names = {**vars(module), **_imported_within(tree)}
        for call in ast.walk(tree):
            if isinstance(call, ast.Call):
                count = functions.get(_callee(call, names), 0)
                for argument in call.args[:count]:
                    found.update(_texts(argument, tree, names))
    return found


def _imported_within(tree: ast.Module) -> dict[str, Any]:
    """What functions import for themselves."""
    return {
        alias.asname or alias.name: getattr(import_module(node.module), alias.name, None)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and not node.level
        for alias in node.names
        if node.module.startswith(("store", "tui"))
    }


def _callee(call: ast.Call, names: Mapping[str, Any]) -> Any:
    found = names.get(call.func.id) if isinstance(call.func, ast.Name) else None
    return found if callable(found) and getattr(found, "__hash__", None) else None


def _texts(node: ast.expr, tree: ast.Module, names: Mapping[str, Any]) -> Iterator[str]:
    """The texts that an expression may have, as far as the module tells."""
    match node:
        case ast.Constant(str(text)):
            yield text
        case ast.IfExp(body=first, orelse=second):
            yield from _texts(first, tree, names)
            yield from _texts(second, tree, names)
        case ast.Name(name) if name in names:
            yield from _texts_in(names[name])
        case ast.Name(name):
            for assignment in ast.walk(tree):
                match assignment:
                    case ast.Assign(targets=[ast.Name(target)], value=value) if target == name:
                        yield from _texts(value, tree, names)
        case ast.Subscript(value=ast.Name(name)):
            yield from _texts_in(names.get(name))
        case ast.Call(func=ast.Attribute(value=ast.Name(name), attr="get")):
            yield from _texts_in(names.get(name))


def _texts_in(table: object) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, Mapping):
        for value in table.values():
            yield from _texts_in(value)
