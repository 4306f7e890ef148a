"""The exit codes that README.md promises, read from it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tests.assault.ground import ROOT

_ROW: Final = re.compile(r"^\| *(\d{1,3}) *\|", re.MULTILINE)
_DEFECT: Final = 70
"""EX_SOFTWARE of sysexits.h: what no input may lead to."""


@cache
def of_commands() -> frozenset[int]:
    """What a command may end with, whatever it is called with and whatever the store holds."""
    readme = (ROOT / "README.md").read_text("utf-8")
    return frozenset({0, 1, 2, *map(int, _ROW.findall(readme))}) - {_DEFECT}
