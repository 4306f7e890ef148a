"""What `masarat doctor --report` prints: what helps to find a fault, and nothing of the user's.

No path, no text of records, no setting but words of ours, no name of a machine or a person.
"""

from __future__ import annotations

import locale
import os
import platform
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

from store.errors import MasaratError
from store.expressions import expression
from tui.command_line.output import print_json, print_text
from tui.command_line.printing.diagnosis import Diagnosis, multiplexer, versions
from tui.config import SETTINGS
from tui.defects import report_folder

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation

_PACKAGES: Final = ("rich", "sqlite-utils", "rapidfuzz", "click", "PyYAML", "PyStemmer", "tomlkit")
_VARIABLES: Final = (
    "TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION", "NO_COLOR",
    "LANG", "LC_ALL", "LC_MESSAGES", "WT_SESSION", "SSH_TTY",
)  # fmt: skip
_WORDS: Final = expression(r"[\w.@+() -]{0,60}", re.ASCII)
_MEMORY: Final = ":memory:"

Report = dict[str, dict[str, object]]
"""Sections of names and numbers, or words of programs."""


def print_report(found: Diagnosis, invocation: Invocation, *, as_json: bool) -> None:
    """Print what is safe to send."""
    report = _report(found, invocation)
    if as_json:
        print_json(report)
        return
    for section, facts in report.items():
        print_text(f"{section}:")
        for name, value in facts.items():
            print_text(f"  {name}: {value}")


def _report(found: Diagnosis, invocation: Invocation) -> Report:
    return {
        "versions": dict(_versions()),
        "terminal": _terminal(found),
        "environment": dict(_environment(found)),
        "display": {
            "setting": _word(found.setting),
            "chosen by": found.chosen_by,
            "behaviour": str(found.choice.behaviour),
            "mode": str(found.choice.mode),
            "guard": found.choice.guard,
            "explicit": found.choice.explicit,
        },
        "settings": dict(_settings(found)),
        "store": dict(_store(found, invocation)),
        "reports of defects": {"kept": len(list(report_folder().glob("defect-*.txt")))},
    }


def _versions() -> Iterator[tuple[str, object]]:
    yield from versions().items()
    for package in _PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            yield package, "?"
    yield "system", _word(f"{platform.system()} {platform.release()} {platform.machine()}")
    yield "encoding", _word(locale.getpreferredencoding(False))


def _terminal(found: Diagnosis) -> dict[str, object]:
    answers, size = found.answers, get_terminal_size((0, 0))
    return {
        "asked": answers.asked,
        "name": _word(answers.name),
        "mode 8": answers.mode_8,
        "mark width": answers.mark_width,
        "milliseconds": round(answers.milliseconds, 1),
        "late": answers.late,
        "multiplexer": multiplexer(found.environment),
        "size": f"{size.columns}×{size.lines}",
    }


def _environment(found: Diagnosis) -> Iterator[tuple[str, object]]:
    for name in _VARIABLES:
        if (value := found.environment.get(name)) is not None:
            # Where one is logged in from is nobody's business.
            yield name, "set" if name in ("SSH_TTY", "WT_SESSION") else _word(value)


def _settings(found: Diagnosis) -> Iterator[tuple[str, object]]:
    from textual.theme import BUILTIN_THEMES  # loads Textual, but who reports a fault may wait

    config = found.config
    for setting in SETTINGS:
        value = getattr(config, setting.name)
        known = value in (setting.values or BUILTIN_THEMES)
        yield setting.name, value if known else "another" if value else "unset"
    yield "keys of one's own", len(config.keys)
    yield "not followed", ", ".join(each.message for each in config.complaints) or "nothing"


def _store(found: Diagnosis, invocation: Invocation) -> Iterator[tuple[str, object]]:
    yield "named", invocation.store is not None
    path = Path(found.store)
    if found.store == _MEMORY or not os.path.exists(path):  # noqa: PTH110 — pathlib's raises
        yield "there", False
        return
    yield "bytes", path.stat().st_size
    try:
        with invocation.open_store(tells_of_damage=False) as opened:
            statistics = opened.statistics()
            yield from statistics.records.items()
            yield "relations", statistics.relations
            yield "citations", statistics.citations
            yield "sources", statistics.sources
            yield "read-only", opened.is_read_only
            yield "damaged, of what was read", len(opened.damaged)
    except MasaratError as error:
        yield "cannot be read", type(error).__name__


def _word(text: str) -> str:
    """A text of a terminal or of the environment, where it is a short word."""
    return text if _WORDS.fullmatch(text) else "?"
