"""What reads text from outside: one entry each, with real inputs and what reading may raise."""

from __future__ import annotations

import importlib
import io
import json
import os
import shlex
import sys
from collections.abc import Callable
from contextlib import nullcontext, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import Final, NamedTuple, cast
from unittest import mock

import store as store_package
import store.store as store_module
from store.errors import MasaratError
from store.files import markdown
from store.files.json_lines import JsonFile
from store.model import dates
from store.model.reading import quantities
from store.store import Store
from tests.assault.exit_codes import ALLOWED
from tests.assault.ground import ROOT
from tests.store.conftest import RECORDS
from tui import cli
from tui.bidi.lines import visual, visual_line
from tui.bidi.sanitising import clean_typed, logical_copy, sanitise
from tui.command_line.table import COMMANDS
from tui.config import load_config
from tui.state import load_state


class WrongAnswerError(Exception):
    """A reader neither read an input nor refused it as documented."""


class Reader(NamedTuple):
    """A reader of foreign text."""

    name: str
    samples: Callable[[Path], list[str]]
    """Real inputs, made of a folder with the small collection: `in/` and `store.db`."""
    read: Callable[[str, Path], object]
    """Reads one input in such a folder."""
    refuses: tuple[type[Exception], ...] = (MasaratError,)
    """What it is documented to raise."""


def _record_files(folder: Path) -> list[str]:
    shipped = sorted((ROOT / "seeds").rglob("*.md"))
    return [
        file.read_text("utf-8") for file in [*sorted((folder / "in").rglob("*.md")), *shipped[::12]]
    ]


def _read_markdown(text: str, folder: Path) -> None:
    reading = markdown.read(text)
    for problem in reading.problems:
        str(problem.in_file("a.md", problem.line))


def _json_lines(folder: Path) -> list[str]:
    lines = [json.dumps(record, ensure_ascii=False) for record in RECORDS]
    return ["\n".join(lines), "[" + ",\n".join(lines) + "]", *lines]


def _read_json(text: str, folder: Path) -> None:
    for ending in (".jsonl", ".json"):
        file = folder / f"input{ending}"
        file.write_bytes(_encoded(text))
        read = JsonFile(file)
        read.sources()
        try:
            for _ in read.records():
                pass
        except MasaratError as error:
            str(error)


_QUERIES: Final = [
    "زبداني", "zabadany", 'هدنة year:2017', '"six months" OR truce', "zone:idlib -kind:actor",
    "truce year:2016..2018",
    "confidence:B standing:expected marked:no", 'evacuat* (siege OR "حصار")',
    "source:article type:town track:astana",
]  # fmt: skip


def _search(text: str, folder: Path) -> None:
    with _small(folder) as store:
        store.search(text, limit=5)
        store.lookup(text, limit=5)


_DATES: Final = [
    "2017", "2017-05", "2017-05-04", "2012/2016", "2013~", "2016?", "../2014", "2017-05/..",
    "2016%", "201X", "2017-21",
    "P6M", "P1Y", "1500", "1200/2250", "Y-170000002", "2004-06-~01/2004-06-~20",
]  # fmt: skip


def _read_date(text: str, folder: Path) -> None:
    with suppress(ValueError):
        quantities.check_duration(text)
        quantities.duration_for_reader(text, "ar")
    with suppress(ValueError):
        quantities.check_number(text)
        quantities.number_for_reader(text, "ar")
    dates.parse(text)
    dates.sort_key(text)
    dates.years(text)
    dates.is_before(text, text)
    dates.for_reader(text, "ar")
    dates.for_reader(text, "en")


_LINES: Final = [
    "قرار مجلس الأمن 2118 (2013) — UNSCR 2118.", "وقد أكد (international security) مسؤولية جماعية",
    "\u2067مذكرة\u2069 [Astana] 4 May 2017, ٪50", "plain ASCII, nothing else",
    "لا إله — ﷲ — 👨‍👩‍👧 e\u0301",
]  # fmt: skip


def _draw(text: str, folder: Path) -> None:
    clean = sanitise(text)
    if len(clean) != len(text) or sanitise(clean) != clean:
        raise WrongAnswerError("sanitising changes the length, or is not done at once")
    for line in clean.split("\n")[:50]:
        drawn = visual_line(line)
        if [
            c
            for cluster in drawn.clusters
            for c in cluster.glyph
            if c < "\t" or "\t" < c < " " or "\x7f" <= c <= "\x9f"
        ]:
            raise WrongAnswerError("a control character is drawn")
    visual(text)
    clean_typed(text)
    logical_copy(text)


_CONFIGURATIONS: Final = [
    'language = "ar"\ntheme = "nord"\n'
    'bidi = "auto"\ndigits = "western"\n\n[keys]\nexport = "x"\nnext = ["down", "j"]\n',
    'language = 3\nkeys = []\n[theme]\na = 1\n', 'digits = "arabic"\n[[keys]]\nexport = [["x"]]\n',
]  # fmt: skip


def _configure(text: str, folder: Path) -> None:
    file = folder / "config.toml"
    file.write_bytes(_encoded(text))
    for complaint in load_config(file).complaints:
        str(complaint)


_STATES: Final = [
    '{\n "record": "qatar",\n "query": "هدنة",\n'
    ' "kind": "zone",\n "order": "date",\n "theme": "nord",\n "language": "ar"\n}',
    '{"record": 3, "query": null, "kind": ["zone"], "more": {"a": [1, 2.5, true]}}',
]  # fmt: skip


def _remember(text: str, folder: Path) -> None:
    file = folder / "state.json"
    file.write_bytes(_encoded(text))
    load_state(file)


def _command_lines(folder: Path) -> list[str]:
    with suppress(ModuleNotFoundError):  # loading its library is no reading of an input
        importlib.import_module("tui.assistants.serving")
    lines = [line for command in COMMANDS.values() for line in command.examples]
    return [line.removeprefix("masarat ") for line in lines] + [
        "lookup x --json --limit 3",
        "-h",
        "--version",
    ]


def _run(text: str, folder: Path) -> None:
    # A name may have any bytes; none of them may lead out of the folder, as root runs this too.
    try:
        arguments = shlex.split(text)[:12]
    except ValueError:
        arguments = text.split()[:12]
    arguments = [
        word.replace("/", "").replace("..", "").replace("\0", "")[:2_000] for word in arguments
    ]
    command = next((word for word in arguments if word in COMMANDS), "")
    if command in ("import", "export", "backup", "repair"):
        arguments = [word for word in arguments if word != "overwrite"]
    if command == "create":  # what is shipped is no input whose steps are bounded
        arguments.insert(arguments.index(command) + 1, "--empty")
    # As the system gives the bytes of arguments to Python.
    arguments = [os.fsdecode(_encoded(word)) for word in arguments]
    opening = mock.Mock(side_effect=lambda *_, **__: _small(folder))
    output = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n")
    with (
        mock.patch.object(store_package, "open", opening),
        # Without a store in place an assistant is served what is shipped, which is no input.
        mock.patch.object(store_module, "Store", opening) if command == "mcp" else nullcontext(),
        mock.patch.dict(os.environ, _surroundings(folder)),
        mock.patch.object(sys, "argv", ["masarat", *arguments]),
        redirect_stdout(output),
        redirect_stderr(output),
    ):
        try:
            code: object = cli.main()
        except SystemExit as ending:
            code = ending.code
    output.flush()
    # A pipe gets the bytes of names as they are, which need not be text.
    printed = cast("io.BytesIO", output.buffer).getvalue().decode("utf-8", "surrogateescape")
    if "masarat has a defect" in printed or (code or 0) not in ALLOWED:
        raise WrongAnswerError(f"exit code {code}: {printed[-200:]}")


def _surroundings(folder: Path) -> dict[str, str]:
    """Variables that keep a command from the files of whoever runs this: their store above all."""
    homes = ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    return dict.fromkeys(homes, str(folder)) | {"MASARAT_STORE": str(folder / "store.db")}


def _small(folder: Path) -> Store:
    return Store(folder / "store.db", seeds=None)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


READERS: Final = (
    Reader("Markdown", _record_files, _read_markdown),
    Reader("JSON Lines", _json_lines, _read_json),
    Reader("query", lambda _: _QUERIES, _search),
    Reader("dates", lambda _: _DATES, _read_date, (ValueError,)),
    Reader("bidi", lambda _: _LINES, _draw),
    Reader("configuration", lambda _: _CONFIGURATIONS, _configure),
    Reader("state", lambda _: _STATES, _remember),
    Reader("command line", _command_lines, _run),
)
