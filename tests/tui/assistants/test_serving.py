"""The protocol, spoken by its own library's client with the program as a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from store.model.records import Bilingual, Origin, Record
from store.store import Store
from tui.assistants.answers import IS_DATA
from tui.assistants.tools import TOOLS

START = "import sys; from tui.cli import main; sys.exit(main())"
INITIALIZE = {
    "jsonrpc": "2.0", "id": 1, "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18", "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}  # fmt: skip


def mcp() -> Any:
    """The library, which takes long to load; a test that needs it is skipped without it."""
    return pytest.importorskip("mcp", reason="the extra masarat[mcp] is not installed")


@pytest.fixture
def store_file(small: Store, tmp_path: Path) -> Path:
    mcp()  # only with it is a store served
    file = tmp_path / "mine.db"
    with Store(file, seeds=None) as store:
        records = ((record, Origin()) for record in small.every_record())
        store.put_many(records, [(source, Origin()) for source in small.sources()])
    return file


def parameters(file: Path | str) -> Any:
    return mcp().StdioServerParameters(
        command=sys.executable,
        args=["-c", START, "--store", str(file), "mcp"],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "LANG": "C.UTF-8"},
    )


async def test_a_client_is_told_the_tools_and_gets_answers_with_citations(
    store_file: Path,
) -> None:
    async with mcp().Client(parameters(store_file)) as client:
        listed = (await client.list_tools()).tools
        assert [tool.name for tool in listed] == list(TOOLS)
        assert all(tool.annotations.read_only_hint for tool in listed)

        found = await client.call_tool("look_up", {"name": "zabadany"})
        assert not found.is_error
        assert found.structured_content["records"][0]["key"] == "zabadani"
        assert json.loads(found.content[0].text) == found.structured_content
        assert found.structured_content["about_this_answer"] == IS_DATA
        assert "article" in found.structured_content["sources"]

        for name, arguments, sentence in (
            ("show", {"key": "zabadany"}, "There is no record with the key 'zabadany'; did you"),
            ("show", {"key": "x" * 999}, "key must be a text of 1 to 120 characters."),
            ("search", {"query": "marked:yes"}, "What the user has marked is not served; leave"),
            ("drop", {}, "There is no tool 'drop'; there are look_up, search, show,"),
        ):
            refused = await client.call_tool(name, arguments)
            assert refused.is_error
            assert refused.content[0].text.startswith(sentence)

        # What is stored meanwhile is seen; the store is open for the time of an answer only.
        with Store(store_file, seeds=None) as other:
            other.put(Record("new", "zone", Bilingual("New town")))
        shown = await client.call_tool("show", {"key": "new"})
        assert shown.structured_content["record"]["name"] == {"en": "New town"}


async def test_a_store_that_vanishes_is_told_of_and_the_next_question_answered(
    store_file: Path,
) -> None:
    async with mcp().Client(parameters(store_file)) as client:
        aside = store_file.with_suffix(".aside")
        store_file.rename(aside)
        refused = await client.call_tool("list_records", {})
        assert refused.is_error
        assert str(store_file) in refused.content[0].text
        aside.rename(store_file)
        assert not (await client.call_tool("list_records", {})).is_error


def test_nothing_is_written_and_nothing_but_the_protocol_printed(store_file: Path) -> None:
    before = {path.name: path.read_bytes() for path in store_file.parent.iterdir()}
    messages = [
        INITIALIZE,
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        _call(2, "look_up", {"name": "zabadani"}),
        _call(3, "show", {"key": "nothing"}),
        _call(4, "show", {"key": 3}),
    ]
    answers, errors, code = _spoken(store_file, [*map(json.dumps, messages), "no JSON"], 4)
    assert [answer["id"] for answer in answers] == [1, 2, 3, 4]
    assert [answer["result"].get("isError") for answer in answers[1:]] == [False, True, True]
    assert (errors, code) == ("", 0)
    assert {path.name: path.read_bytes() for path in store_file.parent.iterdir()} == before


def _call(number: int, name: str, arguments: object) -> dict[str, object]:
    params = {"name": name, "arguments": arguments}
    return {"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": params}


def _spoken(file: Path, lines: list[str], answers: int) -> tuple[list[Any], str, int]:
    """Say some lines, wait for as many answers, then hang up."""
    process = subprocess.Popen(
        [sys.executable, "-c", START, "--store", str(file), "mcp"],
        cwd=Path(__file__).parents[3],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        env={**os.environ, "LANG": "C.UTF-8"},
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    process.stdin.write("".join(f"{line}\n" for line in lines))
    process.stdin.flush()
    found = [json.loads(process.stdout.readline()) for _ in range(answers)]
    rest, errors = process.communicate()
    assert all(json.loads(line)["jsonrpc"] == "2.0" for line in rest.splitlines())
    return found, errors, process.returncode


@pytest.mark.parametrize(("language", "word"), [("en", "needs a library more"), ("ar", "مكتبة")])
def test_without_the_library_a_sentence_says_how_to_get_it(language: str, word: str) -> None:
    code = f"import sys; sys.modules['mcp'] = None\n{START}"
    done = subprocess.run(
        [sys.executable, "-c", code, "--language", language, "mcp"],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'masarat[mcp]'" in done.stderr
    assert done.stderr.count("\n") == 1
    assert word in done.stderr
