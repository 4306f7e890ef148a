"""The tools that assistants are given: a module for each, found by being here."""

from __future__ import annotations

from typing import Final

from store.entries import entries
from tui.assistants.tool import Tool

TOOLS: Final = {tool.name: tool for tool in entries(__name__, __path__, Tool)}
"""In the order in which they are listed."""
