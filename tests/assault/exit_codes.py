"""The exit codes that masarat promises."""

from __future__ import annotations

from typing import Final

from tui.command_line.exit_codes import DEFECT, EXIT_CODES

ALLOWED: Final = frozenset(int(each.code) for each in EXIT_CODES if each.code.isdigit()) - {DEFECT}
"""What a command may end with, whatever it is called with and whatever the store holds."""
