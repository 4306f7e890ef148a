"""`masarat lookup` and `masarat search` beside the least script that asks SQLite through click."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Comparison, in_turn

PEER = Path(__file__).parent / "peers/click_query.py"


def compare(store: Path, command: str, query: str, runs: int) -> Comparison:
    """Time one command of ours against the peer asking the same store."""
    ours, peer = in_turn(
        lambda: _spent((sys.executable, "-m", "tui", "--store", store, command, query)),
        lambda: _spent((sys.executable, PEER, store, query)),
        runs,
    )
    return Comparison(f"`masarat {command} {query}`", ours, peer, "s", 1.5)


def _spent(command: Sequence[str | Path]) -> float:
    environment = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    subprocess.run([*command], env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started
