"""Quality of look-up where a name is given in another form than the one that is kept.

    python -m benchmarks.quality.forms [--half tuned|held] [--failures] [--form NAME]

`forms.tsv` has for each query the records that are meant: any of those joined by |, all of those
joined by &, none where nothing may be found. Half of the lines may be looked at while look-up is
changed (`tuned`), the others (`held`) only tell afterwards what it gave.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from store.store import Store

FORMS: Final = Path(__file__).parent / "forms.tsv"
_FIRST_THREE: Final = 3


class Form(NamedTuple):
    """A name in some form, and whom it means."""

    query: str
    wanted: tuple[str, ...]
    needs_all: bool
    """Whether all that are wanted must be found, else any."""
    form: str
    half: str

    def within(self, found: list[str], most: int) -> bool:
        """Whether what is wanted stands among the first; each of several adds a place."""
        if not self.wanted:
            return not found
        first = found[: most + (len(self.wanted) - 1) * self.needs_all]
        return (all if self.needs_all else any)(key in first for key in self.wanted)


def read_forms(file: Path = FORMS) -> list[Form]:
    """The queries in the file's order."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Form(
            row["query"],
            tuple(filter(None, row["wanted"].replace("&", "|").split("|"))),
            "&" in row["wanted"],
            row["form"],
            row["half"],
        )
        for row in rows
    ]


def shares(forms: list[Form], find: Callable[[str], list[str]]) -> tuple[float, float]:
    """How many are found first, and among the first three."""
    answers = [(form, find(form.query)) for form in forms]
    first, three = (
        sum(form.within(found, most) for form, found in answers) / max(1, len(answers))
        for most in (1, _FIRST_THREE)
    )
    return first, three


def main() -> None:
    """Print a row a form, and what was not found where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--half", choices=("tuned", "held"))
    parser.add_argument("--form", help="only this one")
    parser.add_argument("--failures", action="store_true", help="list what is not found first")
    asked = parser.parse_args()
    forms = [
        form
        for form in read_forms()
        if asked.half in (None, form.half) and asked.form in (None, form.form)
    ]
    with TemporaryDirectory() as folder, Store(Path(folder) / "collection.db") as store:

        def find(query: str) -> list[str]:
            return [hit.key for hit in store.lookup(query)]

        print("| form of a name | number | first | first three |\n| --- | ---: | ---: | ---: |")
        for name in dict.fromkeys(form.form for form in forms):
            some = [form for form in forms if form.form == name]
            first, three = shares(some, find)
            print(f"| {name} | {len(some)} | {first:.3f} | {three:.3f} |")
        if asked.failures:
            for form in forms:
                found = [f"{hit.key} {hit.score:.0f}" for hit in store.lookup(form.query, limit=4)]
                if not form.within([hit.rpartition(" ")[0] for hit in found], 1):
                    print(f"{form.query!r}: {'|'.join(form.wanted)}; found {', '.join(found)}")


if __name__ == "__main__":
    main()
