"""What the overview says of a store: sections of tiles, each of which leads somewhere.

A further section is one more function in `SECTIONS`; one that has nothing to say is left out.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Mapping
from typing import Final, Literal

from store.model.vocabulary import KINDS, PROPERTIES, READINGS, TYPES, Kind, Label, Language
from store.overview import Connected, Overview, Period, Share
from store.paths import default_store
from store.tuples import NamedTuple
from tui.messages import say
from tui.messages.digits import in_digits


class Asked(NamedTuple):
    """A question that a tile leads to."""

    query: str = ""
    kind: Kind | Literal["source"] | None = None


class Tile(NamedTuple):
    """One line of a section, in logical order."""

    label: str
    aside: str = ""
    """At the far edge."""
    note: str = ""
    """Behind the label, where there is room for it."""
    kind: Kind | None = None
    """Whose letter stands before it."""
    share: float | None = None
    """How long its bar is, from 0 to 1; None where it has none."""
    target: Asked | str = ""
    """A question, or the key of a record; empty where it leads nowhere."""


class Section(NamedTuple):
    """Tiles under a heading."""

    heading: str
    tiles: tuple[Tile, ...]


def sections(overview: Overview, language: Language) -> list[Section]:
    """All that can be said of a store, in reading order."""
    found = [section(overview, language) for section in SECTIONS]
    return [section for section in found if section.tiles]


def introduction(overview: Overview, language: Language) -> list[str]:
    """What the store is about and how much it holds, in paragraphs."""
    statistics = overview.statistics
    figures = " · ".join(
        (
            say("list.records", count=sum(statistics.records.values())),
            say("overview.relations", count=statistics.relations),
            say("overview.sources", count=statistics.sources),
        )
    )
    return [text for text in (overview.description.prefer(language), figures) if text]


def _kinds(overview: Overview, language: Language) -> Section:
    tiles = [
        Tile(
            say(f"tabs.{kind}"),
            _number(overview.statistics.records[kind], language),
            say(f"overview.{kind}"),
            kind,
            target=Asked(kind=kind),
        )
        for kind in KINDS
    ]
    if len(overview.collections) > 1:
        tiles += [
            Tile(
                each.label.prefer(language),
                _number(each.number, language),
                say("overview.collection"),
                target=Asked(f"collection:{each.key}"),
            )
            for each in overview.collections
        ]
    return Section(say("overview.kinds"), tuple(tiles))


def _periods(overview: Overview, language: Language) -> Section:
    most = max((period.number for period in overview.periods), default=0)
    heading = say("overview.years-of-agreements") if overview.dated else say("overview.years")
    if not most:
        return Section(heading, (Tile(say("overview.undated")),))
    tiles = (
        Tile(
            _years(period, language),
            _number(period.number, language),
            share=period.number / most,
            target=Asked(period.query, overview.dated) if period.number else "",
        )
        for period in overview.periods
    )
    return Section(heading, tuple(tiles))


def _types(overview: Overview, language: Language) -> Section:
    return _shares("type", overview, language)


def _outcomes(overview: Overview, language: Language) -> Section:
    return _shares("outcome", overview, language)


def _readings(overview: Overview, language: Language) -> Section:
    return _shares("reading", overview, language)


def _shares(field: str, overview: Overview, language: Language) -> Section:
    """A bar for each value of a field, as long as its part of the most frequent one."""
    shares = [share for share in overview.shares if share.field == field]
    most = max((share.number for share in shares), default=1)
    kind: Kind | Literal["source"] = "source" if field == "reading" else "agreement"
    tiles = (
        Tile(
            _label_of_value(share, language),
            _number(share.number, language),
            share=share.number / most,
            target=Asked(share.query, kind),
        )
        for share in shares
    )
    return Section(say(f"overview.by-{field}"), tuple(tiles))


def _label_of_value(share: Share, language: Language) -> str:
    words: Mapping[str, Label] = {
        "type": TYPES["agreement"],
        "outcome": PROPERTIES["outcome"].words,
        "reading": READINGS,
    }[share.field]
    return words[share.value].in_(language) if share.value in words else share.value


def _actors(overview: Overview, language: Language) -> Section:
    return Section(say("overview.actors"), _connected(overview.actors, language))


def _zones(overview: Overview, language: Language) -> Section:
    return Section(say("overview.zones"), _connected(overview.zones, language))


def _connected(connected: Iterable[Connected], language: Language) -> tuple[Tile, ...]:
    return tuple(
        Tile(row.name.prefer(language), _number(links, language), kind=row.kind, target=row.key)
        for row, links in connected
    )


def _disagreements(overview: Overview, language: Language) -> Section:
    tiles = (
        Tile(
            each.row.name.prefer(language),
            _number(each.number, language),
            _label(each.property, language),
            kind=each.row.kind,
            target=each.row.key,
        )
        for each in overview.disagreements
    )
    return Section(say("overview.disagreements"), tuple(tiles))


def _label(name: str, language: Language) -> str:
    known = PROPERTIES.get(name)
    return known.in_(language) if known else name


def _years(period: Period, language: Language) -> str:
    years = dict.fromkeys((str(period.first), str(period.last)))
    return in_digits("–".join(years), language)


def _number(number: int, language: Language) -> str:
    return in_digits(f"{number:,}", language)


SECTIONS: Final[tuple[Callable[[Overview, Language], Section], ...]] = (
    _kinds, _periods, _actors, _zones, _disagreements, _types, _outcomes, _readings,
)  # fmt: skip
"""In reading order."""


def empty_sections(path: str) -> list[Section]:
    """What can be done with a store that holds nothing: commands, which read the same everywhere.

    Args:
        path: of the store.
    """
    is_own = path in (":memory:", default_store())  # which is meant where none is named
    store = "" if is_own else f"--store {shlex.quote(path)} "
    return [
        Section(say("overview.to-import"), (Tile(f"masarat {store}import FILE"),)),
        Section(say("overview.to-create"), (Tile("masarat create NEW.db"),)),
        Section(say("overview.to-open"), (Tile("masarat --store OTHER.db"),)),
    ]
