"""People who went from place to place, in words: as a record states it, or as a place saw it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.files.page.places import Places, names_of
from store.files.page.words import word
from store.model import dates
from store.model.properties import value_in_words
from store.model.records import Citation, Fact, Movement, Record, Row
from store.model.statements import differing, moves
from store.model.vocabulary import PROPERTIES, STATES, SUBJECTS, Language
from store.tuples import NamedTuple


class MovementLine(NamedTuple):
    """Who went from where to where, when, how many, and who says so."""

    record: Row | None
    """What states it; None where that is the record of the page."""
    number: str
    who: str
    origins: str
    destinations: str
    when: str
    state: str
    note: str
    citations: tuple[Citation, ...]
    differing: bool
    """Another value of its record excludes this one."""
    fact: Fact
    """What states it."""

    def way(self, language: Language) -> str:
        """From where to where, in one text."""
        ends = (("from", self.origins), ("to", self.destinations))
        return " ".join(f"{word(role, language)} {names}" for role, names in ends if names)


class MovementTable(NamedTuple):
    """Movements under one heading."""

    title: str
    lines: tuple[MovementLine, ...]
    by_others: bool
    """Other records state them."""


def movement_tables(
    record: Record, moved: Iterable[Movement], language: Language, places: Places
) -> tuple[MovementTable, ...]:
    """The movements of a page: those that its record states, then who left it and who came.

    Args:
        record: of the page.
        moved: what other records say of it as a place, in order of time.
        language: of the reader.
        places: what lists show of the zones that are named, by key.
    """
    apart = differing(record.facts)
    own = tuple(
        _line(None, fact, language, places, differs=place in apart)
        for place, fact in enumerate(record.facts)
        if moves(fact)
    )
    others = [movement for movement in moved if movement.record.key != record.key]
    tables = (
        MovementTable(word("movements", language), own, by_others=False),
        *(
            MovementTable(
                word(heading, language),
                tuple(movement_lines(found, language, places)),
                by_others=True,
            )
            for heading, found in (
                ("left", [each for each in others if record.key in each.fact.about.origins]),
                ("came", [each for each in others if record.key in each.fact.about.destinations]),
            )
        ),
    )
    return tuple(table for table in tables if table.lines)


def movement_lines(
    moved: Iterable[Movement], language: Language, places: Places
) -> Iterator[MovementLine]:
    """Put movements in words, each with the record that states it.

    Args:
        moved: in their order.
        language: of the reader.
        places: what lists show of the zones that are named, by key.
    """
    for movement in moved:
        yield _line(movement.record, movement.fact, language, places)


def _line(
    record: Row | None, fact: Fact, language: Language, places: Places, *, differs: bool = False
) -> MovementLine:
    about = fact.about
    return MovementLine(
        record,
        value_in_words(fact, language),
        _who(fact, language),
        names_of(about.origins, language, places),
        names_of(about.destinations, language, places),
        dates.for_reader(about.when, language) if about.when else "",
        STATES[about.state].in_(language) if about.state else "",
        fact.note.prefer(language),
        fact.citations,
        differs,
        fact,
    )


def _who(fact: Fact, language: Language) -> str:
    """Whom a number counts, and what they did if they were not taken out."""
    who = SUBJECTS[fact.about.of or "everyone"].in_(language)
    if fact.property == "evacuees":
        return who
    label = PROPERTIES[fact.property].in_(language)
    return f"{who} ({label[0].lower()}{label[1:]})"
