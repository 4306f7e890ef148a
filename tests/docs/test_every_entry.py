"""Whatever there are many of has its row in docs/: keys, settings, words, exported names."""

from __future__ import annotations

import ast
import inspect
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

import store
from store.model.vocabulary import (
    CONFIDENCES,
    FORMER_PREDICATES,
    KINDS,
    PREDICATES,
    PROPERTIES,
    READINGS,
    SOURCE_TYPES,
    STANDINGS,
    TYPES,
)
from tui.assistants.tools import TOOLS
from tui.config import Config
from tui.explorer.commands import COMMANDS

DOCS: Final = Path(__file__).parents[2] / "docs"

_TOOL_WORDS: Final = [
    *TOOLS,
    *(argument.name for tool in TOOLS.values() for argument in tool.arguments),
]
ENTRIES: Final[dict[str, Iterable[str]]] = {
    "keys.md": [name for name, command in COMMANDS.items() if command.keys],
    "settings.md": [name for name in inspect.signature(Config).parameters if name != "complaints"],
    "vocabulary.md": [
        *KINDS,
        *(word for types in TYPES.values() for word in types),
        *SOURCE_TYPES,
        *READINGS,
        *PROPERTIES,
        *(word for property_ in PROPERTIES.values() for word in property_.words),
        *PREDICATES,
        *FORMER_PREDICATES,
        *STANDINGS,
        *CONFIDENCES,
    ],
    "python.md": store.__all__,
    **dict.fromkeys(("mcp.md", "ar/mcp.md"), _TOOL_WORDS),
}


@pytest.mark.parametrize("page", ENTRIES)
def test_each_has_a_row(page: str) -> None:
    lines = (DOCS / page).read_text("utf-8").splitlines()
    rows = "\n".join(line for line in lines if line[:1] == "|")
    entries = ENTRIES[page]

    assert [
        entry for entry in entries if not re.search(rf"(?<![\w-]){re.escape(entry)}(?![\w-])", rows)
    ] == []


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_names_that_examples_import_are_exported(page: Path) -> None:
    for example in re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.M | re.S):
        for node in ast.walk(ast.parse(example)):
            if isinstance(node, ast.ImportFrom) and node.module == "masarat.store":
                assert {alias.name for alias in node.names} <= set(store.__all__)


@pytest.mark.parametrize("name", ["mcp.md", "ar/mcp.md"])
def test_the_snippets_for_assistants_are_json_that_starts_the_command(name: str) -> None:
    page = (DOCS / name).read_text("utf-8")
    snippets = [json.loads(text) for text in re.findall(r"^```json\n(.*?)^```", page, re.M | re.S)]
    assert len(snippets) == 2
    for (servers,) in (snippet.values() for snippet in snippets):
        assert servers["masarat"]["command"] == "masarat"
        assert servers["masarat"]["args"] == ["mcp"]


def test_the_arabic_page_of_names_has_every_form_and_every_doubt() -> None:
    english, arabic = ((DOCS / name).read_text("utf-8") for name in ("names.md", "ar/names.md"))
    rows = [line.strip("|").split("|") for line in english.splitlines() if line[:2] == "| "]
    words = {
        word for row in rows for word in re.findall("^ `([a-z-]+)` $", f"{row[0]}\n{row[-1]}", re.M)
    }
    assert {"with-another", "unmet"} < words
    assert {word for word in words if f">{word}</code>" not in arabic} == set()
