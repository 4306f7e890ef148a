# ruff: noqa: T201 - pytest shows the figures with -rP
"""Pictures of Arabic in real terminals, compared: `make terminals`.

xterm draws cells as they come, VTE puts them in order by itself unless it is told not to. In both,
what the explorer draws must look like the expected letters placed one by one, and what it would
draw in the wrong way must not. The pictures stay in the folder that MASARAT_PICTURES names.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest

ROOT: Final = Path(__file__).parents[2]
FONT: Final = "DejaVu Sans Mono"
TERMINALS: Final = {
    "xterm": [
        "xterm",
        "-bg",
        "black",
        "-fg",
        "white",
        "-fa",
        FONT,
        "-fs",
        "14",
        "-geometry",
        "40x8",
    ],
    "vte": ["sakura", f"--font={FONT} 14", "--columns=40", "--rows=8"],
}
WAYS: Final = ("auto", "cells", "logical", "app")
"""What `tests.terminals.card` can draw."""
SAME: Final = 0.03
"""Share of inked pixels that may differ: smoothing at the edge of a letter drawn alone."""
OTHER: Final = 0.2
"""Share that differs at least when letters stand elsewhere or are not joined."""
CLEAR: Final = 64
"""Brightness, of 255, that is seen on black."""
_PATIENCE: Final = 20.0
_SETTLED: Final = 0.3


class Picture(NamedTuple):
    """What a terminal showed: brightness by pixel, row after row, and what the card reported."""

    pixels: bytes
    report: dict[str, object]

    def difference(self, other: Picture) -> float:
        """The pixels that differ clearly, as a share of the inked ones."""
        assert len(self.pixels) == len(other.pixels), "pictures of two sizes"
        pairs = list(zip(self.pixels, other.pixels, strict=True))
        inked = sum(one > CLEAR or two > CLEAR for one, two in pairs)
        assert inked > 1000, "there is nothing on the pictures"
        return sum(abs(one - two) > CLEAR for one, two in pairs) / inked


Pictures = dict[tuple[str, str], Picture]
"""By terminal and way."""


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """An X display that nobody sees."""
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "700x300x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as server:  # fmt: skip
        assert server.stdout
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


@pytest.fixture(scope="session")
def pictures(display: str, tmp_path_factory: pytest.TempPathFactory) -> Pictures:
    """A picture of every terminal with the card drawn in every way."""
    folder = Path(os.environ.get("MASARAT_PICTURES") or tmp_path_factory.mktemp("pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    home = tmp_path_factory.mktemp("home")
    return {
        (terminal, way): take_picture(terminal, way, display, home, folder.absolute())
        for terminal in TERMINALS
        for way in WAYS
    }


def take_picture(terminal: str, way: str, display: str, home: Path, folder: Path) -> Picture:
    """Start a terminal with the card, and look at it when it stands still."""
    report = home / f"{terminal}-{way}.json"
    command = f"{sys.executable} -m tests.terminals.card {way} {report}"
    environment = {"PATH": os.environ["PATH"], "DISPLAY": display, "HOME": str(home)}
    environment |= {"LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    arguments = [*TERMINALS[terminal], "-e", *command.split()]
    with subprocess.Popen(arguments, cwd=ROOT, env=environment, stderr=subprocess.PIPE) as running:
        try:
            wait_for(report, running)
            return photograph(display, folder / f"{terminal}-{way}.png", report)
        finally:
            running.terminate()


def wait_for(report: Path, running: subprocess.Popen[bytes]) -> None:
    """Wait until all is drawn."""
    end = time.monotonic() + _PATIENCE
    while not (report.exists() and report.read_text("utf-8")):
        if running.poll() is not None and running.returncode:
            assert running.stderr
            pytest.fail(f"the terminal ended: {running.stderr.read().decode()}")
        assert time.monotonic() < end, f"nothing was drawn in {_PATIENCE:.0f} s"
        time.sleep(0.05)


def photograph(display: str, file: Path, report: Path) -> Picture:
    """Take pictures until two in a row are the same, and keep the last."""
    before, pixels = b"", b"-"
    while before != pixels:
        time.sleep(_SETTLED)
        before = pixels
        subprocess.run(["import", "-display", display, "-window", "root", str(file)], check=True)
        pixels = subprocess.run(
            ["convert", str(file), "-depth", "8", "gray:-"], check=True, capture_output=True
        ).stdout
    return Picture(pixels, json.loads(report.read_text("utf-8")))


@pytest.mark.parametrize(("terminal", "explicit"), [("xterm", False), ("vte", True)])
def test_auto_recognises_the_terminal(terminal: str, explicit: bool, pictures: Pictures) -> None:
    assert pictures[terminal, "auto"].report == {"mode": "app", "explicit": explicit}


@pytest.mark.parametrize("terminal", TERMINALS)
def test_auto_looks_like_the_expected_letters_put_one_by_one(
    terminal: str, pictures: Pictures
) -> None:
    difference = pictures[terminal, "auto"].difference(pictures[terminal, "cells"])
    print(f"{terminal}, auto: {difference:.2%} of the inked pixels differ")
    assert difference <= SAME


@pytest.mark.parametrize(
    ("terminal", "way"), [("xterm", "logical"), ("vte", "logical"), ("vte", "app")]
)
def test_the_wrong_way_looks_different(terminal: str, way: str, pictures: Pictures) -> None:
    """Stored order; and in VTE ours, turned round again, when nothing is said to it."""
    difference = pictures[terminal, way].difference(pictures[terminal, "cells"])
    print(f"{terminal}, {way}: {difference:.2%} of the inked pixels differ")
    assert difference >= OTHER
