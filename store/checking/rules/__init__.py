"""The rules that a collection keeps to: each in a module of its name.

A new rule is a module here, its heading in docs/checking.md, and its sentences in Arabic.
"""

from __future__ import annotations

from typing import Final

from store.checking.rule import Rule
from store.entries import class_entries

RULES: Final = class_entries(__name__, __path__, Rule)
"""Every rule, in the order in which the findings of a record are printed."""
