"""Every regular expression of the tree: whatever is handed to `re`, wherever it is."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import store
import tui
from store import expressions as expressions_module
from store.expressions import expression
from tests.expressions.backtracking import Expression

_ROOT = Path(store.__file__).parents[1]
_FUNCTIONS = frozenset(
    ["compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"]
)
_FLAGS_AT = {"split": 3, "sub": 4, "subn": 4}
"""Which argument the flags are where they are not the third."""


class _Call:
    """A place where an expression is handed to `re`."""

    def __init__(self, path: Path, node: ast.Call, function: str) -> None:
        self.place = f"{path.relative_to(_ROOT)}:{node.lineno}"
        self.module = ".".join(path.relative_to(_ROOT).with_suffix("").parts).removesuffix(
            ".__init__"
        )
        self.function = function
        self.pattern = node.args[0]
        at = _FLAGS_AT.get(function, 2 if function != "compile" else 1)
        keyword = next((each.value for each in node.keywords if each.arg == "flags"), None)
        self.flags = keyword or (node.args[at] if len(node.args) > at else None)


_MAY_CALL = re.compile(rf"\b(?:re|fnmatch|regex|{expression.__name__})\b")
"""What a module says that makes an expression: most say nothing of it, and need not be parsed."""


def expressions() -> tuple[dict[str, Expression], list[str]]:
    """Every expression by its place, and the places where one is made of what only a run tells."""
    found: dict[str, Expression] = {}
    made_as_it_runs = []
    for call in _calls():
        names = vars(importlib.import_module(call.module))
        flags = _value(call.flags, names) if call.flags is not None else 0
        for number, pattern in enumerate(_alternatives(call.pattern)):
            try:
                value = _value(pattern, names)
            except NameError:
                made_as_it_runs.append(call.place)
                continue
            if isinstance(value, str | bytes):  # else it was compiled, and is listed, elsewhere
                found[f"{call.place}.{number}" if number else call.place] = Expression(
                    value, int(str(flags.value if isinstance(flags, re.RegexFlag) else flags))
                )
    return found, made_as_it_runs


def _alternatives(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.IfExp):
        return [*_alternatives(node.body), *_alternatives(node.orelse)]
    return [node]


def _value(node: ast.expr, names: dict[str, object]) -> object:
    return eval(compile(ast.Expression(node), "<pattern>", "eval"), names)


def _calls() -> Iterator[_Call]:
    for package in (store, tui):
        for path in sorted(Path(package.__file__).parent.rglob("*.py")):
            if path.samefile(expressions_module.__file__):
                continue  # hands on what it is given, which is seen where it is
            text = path.read_text("utf-8")
            if not _MAY_CALL.search(text):
                continue
            tree = ast.parse(text)
            for node in ast.walk(tree):
                assert not _hides_a_call(node), f"{path}: what `re` is given must be seen"
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and isinstance(node.func.value, ast.Name)
                    and node.func.value.id == re.__name__
                    and node.func.attr in _FUNCTIONS
                ):
                    yield _Call(path, node, node.func.attr)
                elif _is_lazy(node) and _imports_ours(tree):
                    yield _Call(path, node, "compile")


def _is_lazy(node: ast.AST) -> bool:
    """Whether an expression is made that is compiled when it is first asked."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == expression.__name__
    )


def _imports_ours(tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.ImportFrom) and node.module == expressions_module.__name__
        for node in tree.body
    )


def _hides_a_call(node: ast.AST) -> bool:
    """Whether `re` goes by another name, or by another module."""
    if isinstance(node, ast.ImportFrom):
        return node.module in ("re", "fnmatch", "regex")
    names = node.names if isinstance(node, ast.Import) else ()
    return any(
        name.name in ("fnmatch", "regex") or (name.name == "re" and name.asname) for name in names
    )
