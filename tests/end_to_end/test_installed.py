"""The commands of the installed program, from a folder that is not the checkout."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.installed, pytest.mark.xdist_group("installed")]


@pytest.fixture
def masarat(installed: Path, environment: Mapping[str, str], tmp_path: Path) -> Any:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [installed, *arguments],
            env=dict(environment),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_the_first_command_fills_the_store_from_what_travels_in_the_wheel(masarat: Any) -> None:
    done = masarat("stats", "--json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["records"]["agreement"] >= 20


@pytest.mark.parametrize("query", ["zabadany", "الزبدانى", "hg.f]hkd"])
def test_a_name_is_found_from_any_spelling_script_or_layout(masarat: Any, query: str) -> None:
    done = masarat("lookup", query, "--json")

    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["key"] == "zabadani"


def test_noise_finds_nothing(masarat: Any) -> None:
    done = masarat("lookup", "xylophone", "--json")

    assert (done.returncode, done.stdout.strip()) == (1, "[]")
    assert "xylophone" in done.stderr


def test_a_folder_goes_out_and_comes_back(masarat: Any, tmp_path: Path) -> None:
    assert masarat("export", "--to", "vault").returncode == 0
    before = masarat("show", "four-towns-agreement-2017", "--json").stdout
    assert masarat("--store", "other.db", "import", "vault").returncode == 0

    after = masarat("--store", "other.db", "show", "four-towns-agreement-2017", "--json")
    assert after.stdout == before
    assert (tmp_path / "other.db").exists()


@pytest.mark.thorough  # as `make lint` and the commands of docs/ say so of a checkout
def test_the_check_of_what_was_shipped_is_clean(masarat: Any) -> None:
    done = masarat("check")

    assert (done.returncode, done.stdout) == (0, "")


def test_without_a_terminal_the_explorer_says_so(masarat: Any) -> None:
    done = masarat()

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_a_report_in_html_has_its_style_from_the_wheel(masarat: Any, tmp_path: Path) -> None:
    written = masarat("export", "--kind", "consequence", "--to", str(tmp_path / "report.html"))
    assert written.returncode == 0, written.stderr
    assert "prefers-color-scheme: dark" in (tmp_path / "report.html").read_text("utf-8")


def test_serving_assistants_says_which_library_it_needs(masarat: Any) -> None:
    done = masarat("mcp")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'masarat[mcp]'" in done.stderr
