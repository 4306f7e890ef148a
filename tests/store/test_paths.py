"""The user's folders: where the platform wants them, mostly without asking a library."""

from __future__ import annotations

import subprocess
import sys
from itertools import product
from typing import Literal, get_args

import platformdirs
import pytest

from store.errors import StoreError
from store.paths import own_folder

FOLDERS = Literal["data", "config", "state"]
SET = ["", "/", "/srv/own", "/srv/own/", " ", "/ü نص", "own", "~/own"]


@pytest.mark.parametrize("of", get_args(FOLDERS))
def test_a_folder_is_where_the_platform_wants_it(
    monkeypatch: pytest.MonkeyPatch, of: FOLDERS
) -> None:
    for named, home in product([None, *SET], repeat=2):
        see_that_it_is_there(monkeypatch, of, named, home)


def see_that_it_is_there(
    monkeypatch: pytest.MonkeyPatch, of: FOLDERS, named: str | None, home: str | None
) -> None:
    for variable, value in ((f"XDG_{of.upper()}_HOME", named), ("HOME", home)):
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)
    try:
        wanted = getattr(platformdirs, f"user_{of}_dir")("masarat")
    except RuntimeError:
        wanted = ""
    if wanted.startswith("/"):
        assert own_folder(of) == wanted
    else:
        with pytest.raises(StoreError, match="home folder"):
            own_folder(of)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
def test_on_linux_no_library_is_asked() -> None:
    asked = (
        "import sys; from store.paths import own_folder; own_folder('state');"
        " print('platformdirs' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )  # fmt: skip
    assert done.stdout.strip() == "False"
