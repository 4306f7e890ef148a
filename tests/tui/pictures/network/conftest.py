"""Networks of records that are made for a test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from store.model.records import Bilingual, Citation, Related, Row
from store.model.vocabulary import Kind
from tui.messages import speak
from tui.pictures.cells import Picture
from tui.pictures.network.content import Network, network_of
from tui.pictures.plain import plain_lines

VERBS = (
    "has-party", "signed-by", "covers", "guaranteed-by", "mediated-by", "evacuates", "concerns",
    "monitored-by", "includes", "follows",
)  # fmt: skip
_MARK = "\u200e"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    speak("en")


def row(key: str, kind: Kind = "actor") -> Row:
    return Row(key, kind, "", Bilingual(f"The {key}", f"اسم {key}"))


def related(key: str, predicate: str = "has-party", **more: object) -> Related:
    cited = (Citation(f"source-of-{key}", "3"),)
    return Related(predicate, "out", row(key), citations=cited, **more)  # type: ignore[arg-type]


def star(counts: Sequence[int], beyond: int = 0, predicates: Sequence[str] = ()) -> Network:
    """A record with so many relations of each of some verbs, and so many beyond each of them."""
    names = predicates or VERBS
    near = [
        related(f"{predicate}-{number}", predicate)
        for predicate, count in zip(names, counts, strict=False)
        for number in range(count)
    ]
    others = [related(f"far-{number}") for number in range(beyond)]
    followed = {each.other.key: others for each in near} if beyond else None
    return network_of(row("middle", "agreement"), near, "en", followed)


def lines(picture: Picture, *, only_ascii: bool = False) -> list[str]:
    """What is drawn, without the marks that keep it in its cells."""
    return [line.replace(_MARK, "") for line in plain_lines(picture, only_ascii=only_ascii)]
