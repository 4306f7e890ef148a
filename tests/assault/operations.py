"""What masarat writes that is promised whole or not at all: one operation each."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Collection
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from tests.assault.ground import Ended, Program
from tests.store.upkeep.test_migrations import made_from

_OLDER: Final = Path(__file__).parents[1] / "store" / "upkeep" / "model_2.sql"
_STATE: Final = """
from tui.state import State, save_state, state_file
save_state(State(record="qatar", query="هدنة " * 2000), state_file())
"""
_ANOTHER_FILE: Final = """
from store.disk.whole_file import write_private
from tui.state import state_file
write_private(state_file().with_name("another"), "")
"""
_SETTING: Final = """
from pathlib import Path
from tui.config import change_setting
change_setting(Path("config.toml"), "theme", "dark")
"""
_ANOTHER_SETTING: Final = _SETTING.replace("theme", "digits").replace("dark", "arabic")


class Operation(NamedTuple):
    """Something that a program does from an old state to a new one."""

    name: str
    begins: Callable[[Program, Path], None]
    """Brings a home into the old state."""
    arguments: tuple[str, ...]
    """The command that does it."""
    again: tuple[tuple[str, ...], ...] = (("stats",),)
    """What is run next, after which the home must be as in the old or in the new state."""
    code: str = ""
    """Python that does it, where no command does."""
    code_again: str = "pass"
    """Python that is run next, where no command does it."""

    def run(self, program: Program, home: Path, writes: dict[str, str] | None = None) -> Ended:
        """Do it, from the old state."""
        return program.run(home, self.arguments, code=self.code, writes=writes)


def _nothing(program: Program, home: Path) -> None:
    pass


def _store(program: Program, home: Path) -> None:
    _must(program.run(home, ("stats",)))


def _records_to_import(program: Program, home: Path) -> None:
    _store(program, home)
    _must(program.run(home, ("export", "--to", "in")))
    for file in (home / "in").rglob("*.md"):
        text = file.read_text("utf-8")
        file.write_text(
            text.replace("siege", "blockade").replace("A mediator", "A go-between"), "utf-8"
        )


def _older_export(program: Program, home: Path) -> None:
    """A folder with an export, with what is not ours beside it, and with a record changed since."""
    _records_to_import(program, home)
    _must(program.run(home, ("export", "--to", "out")))
    for name, text in {
        ".git/HEAD": "ref",
        ".obsidian/app.json": "{}",
        "README.md": "mine\n",
    }.items():
        (home / "out" / name).parent.mkdir(exist_ok=True)
        (home / "out" / name).write_text(text, "utf-8")
    _must(program.run(home, ("import", "in")))
    shutil.rmtree(home / "in")


def _report(program: Program, home: Path) -> None:
    _store(program, home)
    (home / "report.md").write_text("an older report\n", "utf-8")


def _older_store(program: Program, home: Path) -> None:
    made_from(_OLDER, home).rename(home / "store.db")


def _damaged_index(program: Program, home: Path) -> None:
    _store(program, home)
    with closing(sqlite3.connect(home / "store.db")) as connection:
        connection.execute("DELETE FROM full_text_docsize")
        connection.commit()


def _backup(program: Program, home: Path) -> None:
    _records_to_import(program, home)
    _must(program.run(home, ("backup", "saved.db")))
    _must(program.run(home, ("import", "in")))


def _picture(program: Program, home: Path) -> None:
    _store(program, home)
    (home / "seen.svg").write_text("<svg/>\n", "utf-8")


def _pages(program: Program, home: Path) -> None:
    _store(program, home)
    _must(program.run(home, ("pictures", "kind:zone", "--to", "pages")))


def _text(program: Program, home: Path) -> None:
    _store(program, home)
    (home / "dispatch.txt").write_text("The first sentence. The second one.\n", "utf-8")


def _saved(program: Program, home: Path) -> None:
    _store(program, home)
    _must(program.run(home, ("saved", "older", "--query", "truce")))


def _setting(program: Program, home: Path) -> None:
    (home / "config.toml").write_text("# mine\ntheme = 'light'\n" + "# of old\n" * 2000, "utf-8")


def _state(program: Program, home: Path) -> None:
    _must(program.run(home, code=_STATE.replace("qatar", "kefraya")))


def _must(ended: Ended) -> None:
    if ended.code:
        raise RuntimeError(f"an operation cannot begin: {ended.errors}")


OPERATIONS: Final = (
    Operation("first start", _nothing, ("stats",)),
    Operation("import", _records_to_import, ("import", "in")),
    Operation("export", _older_export, ("export", "--to", "out", "--overwrite"),
              (("--store", "other.db", "import", "out"),)),
    Operation("new export", _store, ("export", "--to", "out"),
              (("export", "--to", "out", "--overwrite"),)),
    Operation("report", _report, ("export", "--to", "report.md", "--overwrite"),
              (("export", "qatar", "--to", "other.md", "--overwrite"),)),
    Operation("migration", _older_store, ("stats",)),
    Operation("repair", _damaged_index, ("repair",), (("repair",),)),
    Operation("backup", _store, ("backup",), (("backup",),)),
    Operation("restore", _backup, ("backup", "--restore", "saved.db"),
              (("backup", "--restore", "saved.db"),)),
    Operation("picture", _picture, ("overview", "--svg", "seen.svg", "--overwrite"),
              (("overview", "--svg", "other.svg", "--overwrite"),)),
    Operation("pages", _pages, ("pictures", "--to", "pages", "--overwrite"),
              (("pictures", "kind:zone", "--to", "pages", "--overwrite"),)),
    Operation("text", _text, ("source", "attach", "agency-2017", "dispatch.txt")),
    Operation("saved search", _saved, ("saved", "newer", "--query", "siege"),
              (("saved", "last", "--query", "siege"),)),
    Operation("setting", _setting, (), ((),), _SETTING, _ANOTHER_SETTING),
    Operation("state", _state, (), ((),), _STATE, _ANOTHER_FILE),
)  # fmt: skip
"""Each is tried where the table of commands has what it needs."""


def possible(commands: Collection[str]) -> list[Operation]:
    """Those whose command is among these."""
    return [each for each in OPERATIONS if {*each.arguments[:1]} <= {*commands}]


def finish(operation: Operation, program: Program, home: Path) -> list[Ended]:
    """What a user does next, by which anything half done is finished or undone."""
    code = operation.code and operation.code_again
    return [program.run(home, arguments, code=code) for arguments in operation.again]
