"""What each part of look-up gives: all of it without one, and with `--alone` none of it but one.

    python -m benchmarks.quality.name_parts [--alone] [--folder FOLDER] [--most 300]

Figures are of what nothing was tuned on: the held half of `names.tsv`, of the public pairs so far
as they lie in the folder (see `benchmarks.quality.pairs`), and of the agreements of other conflicts
in `strangers.tsv`. A part is taken away by putting in its place what does nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple
from unittest.mock import patch

from benchmarks.quality import names, pairs, strangers
from benchmarks.quality.lookup_geonames import measure_any
from store.lookup import likeness, matches, scores, sound_distance, sounds
from store.lookup.candidates import Candidates
from store.lookup.name_match import NameMatch
from store.lookup.weights import WEIGHTS
from store.store import Store

_OTHER_CONFLICTS: Final = "agreements of other conflicts"


class Part(NamedTuple):
    """A part of look-up, and what stands in its place where it is taken away."""

    name: str
    replaced: Sequence[tuple[object, str, object]]


class Asked(NamedTuple):
    """What is asked, of whom; it is made once."""

    store: Path
    names: list[names.Asked]
    pairs: list[pairs.Trial]
    strangers: list[strangers.Stranger]


def _no(*_: object, **__: object) -> bool:
    return False


def _yes(*_: object, **__: object) -> bool:
    return True


def _none(*_: object, **__: object) -> list[object]:
    return []


def _no_words(*_: object, **__: object) -> dict[object, object]:
    return {}


def _as_found(found: Sequence[NameMatch], **_: object) -> list[NameMatch]:
    return list(found)


def _unweighed(_: str, found: Sequence[NameMatch]) -> list[NameMatch]:
    return list(found)


def _one_cut(word: str) -> list[tuple[str, ...]]:
    return [sounds.units(word)]


def _one_reading(word: str) -> list[sounds.Skeleton]:
    return [sounds.skeleton(word)]


PARTS: Final = (
    Part("forms of names", [(matches, "found_in_forms", _none)]),
    Part("other keyboard layouts", [(matches, "_in_other_layouts", _none)]),
    Part("words a slip away", [(Candidates, "_a_slip_away", _no_words)]),
    Part("other readings of letters", [(likeness, "skeletons", _one_reading)]),
    Part(
        "foreign sounds of two letters", [(likeness, "cuts", _one_cut), (sounds, "cuts", _one_cut)]
    ),
    Part("an article that may be none", [(matches, "_other_forms", _no_words)]),
    Part(
        "a vowel that opens a word",
        [(sound_distance, "WEIGHTS", WEIGHTS._replace(first_vowel=0.0))],
    ),
    Part("how names are spelt", [(matches, "spelling_weighed", _unweighed)]),
    Part(
        "more words compared in a store of the other script",
        [(Candidates, "are_in_other_script", _no)],
    ),
    Part(
        "less like names of the other script",
        [
            (
                matches,
                "WEIGHTS",
                WEIGHTS._replace(
                    least_across=WEIGHTS.least_score,
                    least_across_of_few=WEIGHTS.least_score_of_few,
                ),
            )
        ],
    ),
    Part("words of kinds tell nothing", [(scores, "is_of_kinds", _no)]),
    Part("what is too unlike is not shown", [(matches, "may_be_meant", _yes)]),
    Part("a country elsewhere is none here", [(matches, "is_elsewhere", _no)]),
    Part("what only resembles a name in an agreement's", [(matches, "is_of_another", _no)]),
    Part("what has most of the query first", [(matches, "fullest_first", _as_found)]),
)


def row(asked: Asked, parts: Collection[Part]) -> str:
    """The figures of look-up without some of its parts, as cells of a table."""
    with ExitStack() as stack:
        for part in parts:
            for owner, name, other in part.replaced:
                stack.enter_context(patch.object(owner, name, other))
        _forget()
        stack.callback(_forget)
        with Store(asked.store) as store:  # anew, as an open one keeps what it has read
            found = names.figures(names.ask(asked.names, names.looked_up(store)))
            counts = strangers.counted(store, asked.strangers)
        across = [measure_any(pairs.ours(trial), trial.asked) for trial in asked.pairs]
    shares = [found.first, found.first_three, found.noise]
    shares += [sum(q.first for q in across) / len(across)] if across else []
    shares += [sum(q.five for q in across) / len(across)] if across else []
    told = [f"{share:.3f}" for share in shares] + ["—"] * (5 - len(shares))
    return " | ".join([*told, str(sum(count.found for count in counts.values()))])


def _forget() -> None:
    """Empty what modules keep of words, which a part that is taken away has made."""
    for module in (likeness, scores, sounds):
        for kept in vars(module).values():
            clear: Callable[[], None] | None = getattr(kept, "cache_clear", None)
            if clear:
                clear()
    sound_distance._PRICES.clear()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--alone", action="store_true", help="none of the parts but one, too")
    parser.add_argument("--folder", type=Path, default=pairs.FOLDER, help="where the pairs lie")
    parser.add_argument("--most", type=int, default=300, help="questions of a set of pairs")
    wanted = parser.parse_args()
    with TemporaryDirectory() as folder:
        asked = Asked(
            Path(folder) / "collection.db",
            names.read_names("held"),
            list(pairs.trials(wanted.folder, "held", most=wanted.most)),
            [
                stranger
                for stranger in strangers.read_strangers()
                if stranger.about == _OTHER_CONFLICTS and stranger.part == "held out"
            ],
        )
        print("| look-up | names, first | three | noise | pairs, first | five | strangers |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
        print(f"| all of them | {row(asked, ())} |", flush=True)
        print(f"| none of them | {row(asked, PARTS)} |", flush=True)
        for part in PARTS:
            print(f"| without: {part.name} | {row(asked, [part])} |", flush=True)
        for part in PARTS if wanted.alone else ():
            others = [other for other in PARTS if other is not part]
            print(f"| alone: {part.name} | {row(asked, others)} |", flush=True)


if __name__ == "__main__":
    main()
