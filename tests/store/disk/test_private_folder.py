"""Masarat's own folders are closed to others; folders that the user named are left as they are."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from store.disk.private_folder import private_folder
from tests.store.disk.interruptions import umask

OWN = {"XDG_DATA_HOME": "share", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state"}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, folder in OWN.items():
        monkeypatch.setenv(name, str(tmp_path / "above" / folder))
    return tmp_path / "above"


@pytest.mark.parametrize("folder", OWN.values())
def test_a_new_one_is_private_with_those_above_it(home: Path, folder: str) -> None:
    with umask(0o022):
        private_folder(home / folder / "masarat")
    assert [mode(each) for each in (home, home / folder, home / folder / "masarat")] == [0o700] * 3


def test_one_that_is_there_is_closed_and_those_above_it_are_not(home: Path) -> None:
    (home / "share" / "masarat").mkdir(parents=True)
    for each in (home, home / "share", home / "share" / "masarat"):
        each.chmod(0o755)
    private_folder(home / "share" / "masarat")
    assert mode(home / "share" / "masarat") == 0o700
    assert (mode(home), mode(home / "share")) == (0o755, 0o755)


def test_a_folder_that_the_user_named_keeps_its_permissions(home: Path, tmp_path: Path) -> None:
    with umask(0o022):
        private_folder(tmp_path / "masarat")
        private_folder(tmp_path / "masarat")
    assert mode(tmp_path / "masarat") == 0o755


def test_a_file_in_its_place_is_left_alone(home: Path) -> None:
    (home / "share").mkdir(parents=True)
    (home / "share" / "masarat").write_text("a file")
    before = mode(home / "share" / "masarat")
    with pytest.raises(NotADirectoryError):
        private_folder(home / "share" / "masarat")
    assert mode(home / "share" / "masarat") == before
