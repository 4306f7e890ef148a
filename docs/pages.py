"""The pages that people read, and the commands that stand in their fenced blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
_SHELLS: Final = ("console", "sh", "bash")
_EXIT_CODE: Final = re.compile(r"#.*\(exit code (\d{1,3})\)")
_NOT_RUN: Final = re.compile(r"<!-- not run: ([^<>\n]+) -->")


class Line(NamedTuple):
    """A command in a fenced block of a page."""

    page: Path
    number: int
    text: str
    not_run: str
    """Why no test runs it, as the page says before its block; empty where one does."""

    @property
    def exit_code(self) -> int:
        """With which it ends, as its remark says where that is not 0: `# … (exit code 1)`."""
        said = _EXIT_CODE.search(self.text)
        return int(said[1]) if said else 0


def pages() -> list[Path]:
    """The pages in docs/ and at the root of the repository, by their paths."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def commands_in(page: Path) -> Iterator[Line]:
    """The lines of a page's blocks for a shell that call masarat, in their order.

    In a block of a console those after `$ ` are what is typed, in one of a shell all are. What
    stands in `<!-- not run: REASON -->`, as the last line of text before a block, says why no test
    runs its lines.
    """
    prompt, reason, inside = None, "", False
    for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
        if line.lstrip().startswith("```"):
            language = line.strip().strip("`")
            inside = not inside
            prompt = {"console": "$ "}.get(language, "") if language in _SHELLS else None
        elif not inside:
            if line.strip():
                said = _NOT_RUN.fullmatch(line.strip())
                reason = said[1] if said else ""
        elif prompt is not None and line.startswith(prompt):
            command = line.removeprefix(prompt)
            if re.search(r"(?<![\w./-])masarat(?![\w.-])", command.partition(" #")[0]):
                yield Line(page, number, command, reason)
