"""Formats of lists: each keeps one row a row, whatever stands in names."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from store.model.records import Bilingual, Record
from store.store import Store
from tests.tui.command_line.conftest import Run
from tui import cli
from tui.command_line import output
from tui.command_line.exit_codes import BROKEN

HOSTILE = [
    "a\tb",
    "two\nlines",
    "two\rlines",
    'says "yes"',
    "one, two",
    "\x1b[31mred\x1b]0;title\x07",
    "\u202eright to left",
    "a | b",
]
FORMATS = ["table", "json", "jsonl", "csv", "tsv", "markdown"]


@pytest.fixture
def hostile(store_file: Path) -> None:
    with Store(store_file, seeds=None) as store:
        origin = store.origin("qatar")
        store.put_many(
            [
                (Record(f"hostile{n}", "actor", Bilingual(name, "اسم")), origin)
                for n, name in enumerate(HOSTILE)
            ]
        )


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("wanted", FORMATS)
@pytest.mark.parametrize(
    "command", [("list", "--kind", "actor"), ("list", "kind:actor"), ("search", "kind:actor")]
)
def test_a_format_has_a_row_for_every_record(
    masarat: Run, command: tuple[str, ...], wanted: str
) -> None:
    printed = masarat(*command, "--format", wanted)
    assert printed.exit_code == 0
    text = printed.stdout
    count = len(HOSTILE) + 1
    if wanted == "json":
        rows = len(json.loads(text))
    elif wanted == "jsonl":
        rows = len([json.loads(line) for line in text.splitlines()])
    elif wanted == "csv":
        rows = len(list(csv.DictReader(io.StringIO(text, newline=""))))
    elif wanted == "markdown":
        rows = len(text.split("\n")) - 3
    elif wanted == "table" and command[0] == "search":
        rows = (len(text.split("\n")) - 1) // 2
    else:
        rows = len(text.split("\n")) - 1
    assert rows == count


@pytest.mark.usefixtures("hostile")
def test_csv_and_json_give_names_back_as_they_are(masarat: Run) -> None:
    text = masarat("list", "--kind", "actor", "--format", "csv").stdout
    in_csv = {row["name_en"] for row in csv.DictReader(io.StringIO(text, newline=""))}
    lines = masarat("list", "--kind", "actor", "--format", "jsonl").stdout.splitlines()
    in_json = {json.loads(line)["name"]["en"] for line in lines}
    assert in_csv == in_json
    assert in_json >= {*HOSTILE[3:5], HOSTILE[7]}


@pytest.mark.usefixtures("hostile")
def test_tsv_has_as_many_cells_in_every_row(masarat: Run) -> None:
    lines = masarat("list", "--kind", "actor", "--format", "tsv").stdout.split("\n")[:-1]
    assert {line.count("\t") for line in lines} == {5}
    assert not any("\x1b" in line for line in lines)


def test_a_pipe_gets_tsv(masarat: Run) -> None:
    assert masarat("list").stdout == masarat("list", "--format", "tsv").stdout


def test_two_formats_at_once_are_refused(masarat: Run) -> None:
    wrong = masarat("list", "--json", "--format", "csv")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "--json and --format csv exclude each other" in wrong.stderr
    assert masarat("list", "--json", "--format", "json").exit_code == 0


def test_a_list_takes_a_query_and_an_order(masarat: Run) -> None:
    found = masarat("list", "kind:zone", "--order", "name", "--format", "tsv").stdout
    assert [line.split("\t")[0] for line in found.splitlines()] == [
        "kefraya",
        "rif-dimashq",
        "zabadani",
    ]
    nothing = masarat("list", "qqqqzzzz")
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert "'qqqqzzzz'" in nothing.stderr


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [("Zabadani", 8, "Zabadani"), ("Zabadani", 5, "Zaba…"), ("مدايا", 3, "مد…"), ("", 3, "")],
)
def test_a_cell_is_cut_to_its_width(text: str, width: int, expected: str) -> None:
    assert output.cut(text, width) == expected


def test_the_widest_columns_give_way_and_the_key_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    widths = [16, 60, 8, 20]
    fitting = output._fitting(widths, [0, 1, 2, 3])
    assert fitting[0] == 16
    assert sum(fitting) + 3 * 2 <= 40 or fitting[1:] == [6, 6, 6]
    assert output._fitting([5, 5], [0, 1]) == [5, 5]


@pytest.mark.parametrize("wanted", FORMATS)
def test_a_column_of_names_is_answered_line_by_line(masarat: Run, wanted: str) -> None:
    read = "\ufeffZabadany\r\n\r\n  \r\nqqqqzzzz\r\nكفريا".encode()
    answered = masarat("lookup", "-", "--best", "--format", wanted, input=read)
    assert answered.exit_code == 0
    assert answered.stderr == "1 of 3 names without a record.\n"
    assert "zabadani" in answered.stdout
    assert "kefraya" in answered.stdout
    assert "qqqqzzzz" in answered.stdout
    assert "\ufeff" not in answered.stdout
    if wanted == "csv":
        rows = list(csv.DictReader(io.StringIO(answered.stdout)))
        assert [(row["name_read"], row["key"]) for row in rows] == [
            ("Zabadany", "zabadani"),
            ("qqqqzzzz", ""),
            ("كفريا", "kefraya"),
        ]


@pytest.mark.parametrize("read", [b"", b"\n\r\n", b"qqqqzzzz\n"])
def test_names_that_find_nothing_are_exit_code_1(masarat: Run, read: bytes) -> None:
    assert masarat("lookup", "-", "--best", input=read).exit_code == 1


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (b"Zabadany\n\xff\xfe\n", "Line 2 of standard input is no UTF-8"),
        (b"x" * 2_000 + b"\n", "Line 1 of standard input has over 1,000 characters"),
        (b"\n" + "و".encode() * 9_000, "Line 2 of standard input has over 1,000 characters"),
    ],
)
def test_a_line_that_is_no_name_is_told_by_its_number(masarat: Run, read: bytes, said: str) -> None:
    wrong = masarat("lookup", "-", "--best", input=read)
    assert wrong.exit_code not in (0, 1)
    assert wrong.stderr.startswith(said)


class _Endless(io.RawIOBase):
    """A line that never ends, as of a device; what is read of it is counted."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self.taken += len(buffer)
        assert self.taken < 1_000_000, "read without end"
        buffer[:] = bytes(len(buffer))
        return len(buffer)


def test_a_line_without_end_is_not_read_to_its_end(masarat: Run) -> None:
    told = masarat("lookup", "-", "--best", input=io.BufferedReader(_Endless()))
    assert told.exit_code == BROKEN
    assert "Line 1 of standard input has over 1,000 characters" in told.stderr


def test_closed_input_is_told(
    store_file: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(SystemExit) as ended:
        cli.run(["lookup", "-"])
    assert ended.value.code == BROKEN
    assert capfd.readouterr().err.startswith("Standard input is closed")


@pytest.mark.parametrize("wanted", ["csv", "tsv"])
@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1-SUM(2)", "-2+3", "@SUM(1)", "＝1+1"])
def test_a_spreadsheet_runs_no_cell(masarat: Run, store_file: Path, wanted: str, name: str) -> None:
    with Store(store_file, seeds=None) as store:
        store.put(Record("formula", "actor", Bilingual(name, "-12.5")))
    (row,) = (
        line
        for line in masarat("list", "kind:actor", "--format", wanted).stdout.splitlines()
        if line.startswith("formula")
    )
    cells = next(csv.reader([row], delimiter="," if wanted == "csv" else "\t"))
    assert cells[-2:] == [f"'{name}", "-12.5"]
