"""Records made up in any number: names of syllables, a few words of text, always the same ones."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_LATIN = "ba da fa ha ja ka la ma na ra sa ta wa za bi di fi ri si ti bu du fu ru su tu".split()
_ARABIC = "با دا فا ها جا كا لا ما نا را سا تا وا زا بي دي في ري سي تي بو دو فو رو سو تو".split()
_WORDS = "market bridge village road river north south east west school mosque mill spring".split()


_GENERIC = "Tell Khirbat Kafr Deir Ain Wadi Jabal Bayt Qaryat Umm Ras Bir".split()


def records(count: int) -> Iterator[dict[str, Any]]:
    """`count` zones with a name in both languages, an alias and a short summary."""
    choose = random.Random(20261124)
    for number in range(count):
        syllables = [choose.randrange(len(_LATIN)) for _ in range(choose.randint(2, 4))]
        english = "".join(_LATIN[place] for place in syllables).capitalize()
        arabic = "".join(_ARABIC[place] for place in syllables)
        yield {
            "key": f"made-up-{number}",
            "kind": "zone",
            "type": "village",
            "name": {"en": english, "ar": arabic},
            "aliases": {"en": [f"{choose.choice(_GENERIC)} {english}"]},
            "coordinates": [round(choose.uniform(32, 37), 4), round(choose.uniform(36, 42), 4)],
            "summary": {"en": f"A village near the {' '.join(choose.sample(_WORDS, 5))}."},
        }


def write_json_lines(path: Path, count: int) -> None:
    """Write `count` records as JSON Lines, in the shape of `masarat show --json`."""
    with path.open("w", encoding="utf-8") as file:
        for record in records(count):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
