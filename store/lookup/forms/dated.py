"""A name with a date: `Douma April 2018` means the agreement on Douma of that month first."""

from __future__ import annotations

from collections.abc import Sequence

from store.expressions import expression
from store.lookup.forms.form import FOUND, HIGHEST, Asked, Form
from store.lookup.forms.parts import MOST_WORDS
from store.lookup.name_match import NameMatch
from store.model import dates
from store.tables.batches import fetch, listed
from store.text.calendar_dates import dates_in, numeric_date
from store.text.folding import fold, words
from store.tuples import NamedTuple
from store.typed import Final

_YEAR: Final = expression(r"(?:19|20)\d\d")
_BESIDE: Final = frozenset("in of from on the عام لعام سنه لسنه في شهر بتاريخ يوم ل".split())
_UNDATED_COSTS: Final = 10.0
_UNDATED_MOST: Final = 89.0
_LEAST_NAMED: Final = 60.0  # of a dated agreement's own name
_PLACE_FOUND: Final = 88.0
_MOST_PLACES: Final = 3
_MOST: Final = 60
_SECOND_DATE: Final = 1.0  # what costs less exact a date …
_OF_PLACE_COSTS: Final = 4.0  # … and an agreement that the place is only told of in
_STEP: Final = 0.04  # by how much, of a name's likeness, those of one date are told apart
_STAGES: Final = ("date", "announced", "in-force", "carried-out", "finished", "event")
_ABOUT: Final = ("covers", "concerns", "evacuates", "part-of", "has-party")


class Dated(NamedTuple):
    """A text without its date."""

    rest: str
    date: str
    """As EDTF has it: 2018, 2018-04, 2018-04-01."""


def read_dated(text: str) -> Dated | None:
    """A name and the date beside it; None where there is none, or no name."""
    pieces = text.split()[:MOST_WORDS]
    for place, piece in enumerate(pieces):
        numeric = numeric_date(fold(piece.strip("(),،.;")))
        if numeric:
            rest = [*pieces[:place], *pieces[place + 1 :]]
            date = _edtf(numeric.year, numeric.month, numeric.day)
            return _named(words(fold(" ".join(rest))), date)
    folded = words(fold(text))[:MOST_WORDS]
    for found in dates_in(folded, in_query=True):
        if found.year:
            rest = [*folded[: found.start], *folded[found.end :]]
            return _named(rest, _edtf(found.year, found.month, found.day))
    years = [place for place, word in enumerate(folded) if _YEAR.fullmatch(word)]
    if len(years) != 1:
        return None
    return _named([*folded[: years[0]], *folded[years[0] + 1 :]], folded[years[0]])


def _edtf(year: int, month: int, day: int) -> str:
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}" if month else str(year)


def _named(rest: Sequence[str], date: str) -> Dated | None:
    while rest and rest[-1] in _BESIDE:
        rest = rest[:-1]
    while rest and rest[0] in _BESIDE:
        rest = rest[1:]
    return Dated(" ".join(rest), date) if rest else None


def _find(asked: Asked) -> list[NameMatch]:
    read = read_dated(asked.text)
    if read is None:
        return []
    named = asked.look_up(read.rest)
    if not named:
        return []
    best = named[0].score
    by_record = {match.record: match for match in named if match.score >= _LEAST_NAMED}
    of_places = _about(asked, [m for m in named[:_MOST_PLACES] if m.score >= _PLACE_FOUND])
    by_record = {m.record: m for m in of_places} | by_record
    fits = fitting(asked, list(by_record), read.date)
    dated = [
        match._replace(score=_score(match.score, best, fits[record]))
        for record, match in by_record.items()
        if record in fits and best >= FOUND
    ]
    return dated + [
        match._replace(
            score=min(match.score - _UNDATED_COSTS, _UNDATED_MOST),
            why=match.why._replace(doubt=match.why.doubt or "date"),
        )
        for match in named
        if match.record not in fits
    ]


def _score(score: float, best: float, exactness: int) -> float:
    top = min(HIGHEST, best - 2.0)
    return top - _SECOND_DATE * exactness - _STEP * (100.0 - score)


def _about(asked: Asked, places: list[NameMatch]) -> list[NameMatch]:
    """The agreements that are told of some places, as if found by the place's name."""
    if not places:
        return []
    rows = fetch(
        asked.connection,
        "SELECT subject, object FROM relations JOIN records ON records.id = subject"
        " WHERE object IN (SELECT value FROM json_each(?)) AND records.kind = 'agreement'"
        " AND predicate IN (SELECT value FROM json_each(?)) LIMIT ?",
        (listed([match.record for match in places]), listed(_ABOUT), _MOST),
    )
    by_place = {match.record: match for match in places}
    wanted = asked.kinds is None or "agreement" in asked.kinds
    return [
        by_place[place]._replace(record=agreement, score=_LEAST_NAMED, role="alias")
        for agreement, place in rows
        if wanted
    ]


def fitting(asked: Asked, records: list[int], date: str) -> dict[int, int]:
    """Which records have the date: 0 where it is theirs, more for a stage or a wider date."""
    year = int(date[:4])
    rows = fetch(
        asked.connection,
        "SELECT facts.record, property, facts.position, value FROM facts"
        " JOIN agreements ON agreements.record = facts.record"
        " WHERE facts.record IN (SELECT value FROM json_each(?)) AND value IS NOT NULL"
        " AND property IN (SELECT value FROM json_each(?))"
        " AND first_year <= ? AND last_year >= ?",
        (listed(records), listed(_STAGES), year, year),
    )
    fits: dict[int, int] = {}
    for record, stage, position, value in rows:
        exactness = _exactness(value, date)
        if exactness is not None:
            further = exactness + (stage != "date") + bool(position)
            fits[record] = min(further, fits.get(record, further))
    return fits


def _exactness(value: str, date: str) -> int | None:
    """0 where a value says the date, 1 where it lies in a longer time; None where it is another."""
    if value.startswith(date):
        return 0
    try:
        if dates.lies_within(value, date):
            return 0
        return 1 if dates.lies_within(date, value) else None
    except ValueError:
        return None


DATED = Form("date", place=15, find=_find, unless=93.0, of_parts=True)
