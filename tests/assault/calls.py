"""Every command as it is called, and a home folder in which each of these has work to do."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from tests.assault.ground import Ground, Program

Call = tuple[str, ...]

_CALLS: Final[Mapping[str, tuple[Call, ...]]] = {
    "lookup": (("zabadany",), ("الزبداني", "--json")),
    "search": (("siege",), ("ceasefire zone:zabadani", "--json"), ("marked:no",)),
    "list": ((), ("--order", "date", "--json"), ("--kind", "zone", "--order", "links")),
    "show": (("four-towns",), ("zabadani", "--json"), ("kefraya", "--markdown"), ("article",)),
    "export": (("--to", "out"), ("--to", "out.md", "--query", "siege")),
    "import": (("in",),),
    "backup": (("saved.db",),),
}
"""What each command is called with; those that are not here are called as they are."""
WRITING: Final = ("import", "backup", "repair")
"""Come last, in this order, as the store is another one after them."""


def every_call(commands: Iterable[str]) -> list[Call]:
    """Every command as it is called, those that write last."""
    known = [*commands]
    ordered = [*(name for name in known if name not in WRITING),
               *(name for name in WRITING if name in known)]  # fmt: skip
    return [(name, *rest) for name in ordered for rest in _CALLS.get(name, ((),))]


def is_reading(call: Call) -> bool:
    """Whether a call answers from the store, by what it prints."""
    return call[0] in ("lookup", "search", "list", "show", "stats")


def make_filled_home(ground: Ground) -> None:
    """Make the home folder, once for a ground."""
    home = ground.folder / "filled"
    if not home.exists():
        home.mkdir()
        with Program(ground) as program:
            program.run(home, ("stats",))
            program.run(home, ("export", "--to", "in"))


def copy_filled_home(ground: Ground, to: Path) -> Path:
    """Copy it to a new place."""
    shutil.copytree(ground.folder / "filled", to)
    return to
