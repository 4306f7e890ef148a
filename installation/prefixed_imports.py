"""A module's text with `masarat.` before the packages that a wheel carries inside `masarat`.

Imports are found in the syntax tree and replaced where they stand, so that everything else, every
line number among it, stays as it was.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from itertools import accumulate
from typing import Final, NamedTuple

_FROM: Final = re.compile(rb"from(?:[ \t\f]|\\\r?\n)+")


class _Replacement(NamedTuple):
    start: int
    """Of the bytes to go, and their `end`."""
    end: int
    text: str


def with_prefix(text: str, packages: Collection[str], prefix: str) -> str:
    """The module's text with every import of one of the packages led through the prefix.

    Args:
        text: of a Python module.
        packages: top-level packages, as `store`.
        prefix: the package that holds them, as `masarat`.

    Raises:
        SyntaxError: the text is no Python.
    """
    written = text.encode()
    # Reads from the end on, so that what is replaced does not move what is still to be.
    for replacement in sorted(_replacements(text, packages, prefix), reverse=True):
        start, end, imports = replacement
        written = written[:start] + imports.encode() + written[end:]
    return written.decode()


def imported_packages(text: str) -> Iterator[str]:
    """The top-level packages that a module's text imports, wherever in it, relative ones aside."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.ImportFrom(module=str(module), level=0):
                yield _top(module)
            case ast.Import(names=names):
                yield from (_top(alias.name) for alias in names)


def _replacements(text: str, packages: Collection[str], prefix: str) -> Iterator[_Replacement]:
    written = text.encode()
    line_starts = [0, *accumulate(len(line) for line in written.splitlines(keepends=True))]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom | ast.Import):
            start = line_starts[node.lineno - 1] + node.col_offset
            end = line_starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        match node:
            case ast.ImportFrom(module=str(module), level=0) if _top(module) in packages:
                keyword = _FROM.match(written, start)
                assert keyword, ast.dump(node)  # noqa: S101 — grammar: `from` and a name
                yield _Replacement(keyword.end(), keyword.end(), f"{prefix}.")
            case ast.Import(names=names) if any(_top(alias.name) in packages for alias in names):
                imports = [_import(alias, packages, prefix) for alias in names]
                yield _Replacement(start, end, "; ".join(imports))


def _import(alias: ast.alias, packages: Collection[str], prefix: str) -> str:
    """The statement that binds the name which `import` with this alias binds."""
    top = _top(alias.name)
    if top not in packages:
        return f"import {alias.name}" + (f" as {alias.asname}" if alias.asname else "")
    if alias.asname:
        return f"import {prefix}.{alias.name} as {alias.asname}"
    binding = f"from {prefix} import {top}"
    return binding if alias.name == top else f"import {prefix}.{alias.name}; {binding}"


def _top(module: str) -> str:
    return module.partition(".")[0]
