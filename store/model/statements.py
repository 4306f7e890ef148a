"""What values say, each about something: whether two of them differ or complete each other.

This is the one place that decides it: panes, files, `disputed:`, the guide and checks ask here.

Two values of a property differ where they are of one stage and exclude each other. Dates and
durations exclude each other where what they are about overlaps and they have no day in common.
Numbers count, and a part is never more than the whole: they exclude each other where what one is
about lies within what the other is about, and even the least that it may be is more than the most
that the other may be. So 2,000 who left one town complete 5,000 who left two, and 6,000 do not.

A value that does not say whom, where or when is about everyone, everywhere and the whole time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations, product

from store.model import dates
from store.model.reading import quantities
from store.model.records import Bilingual, Fact, Movement, Qualifiers
from store.model.vocabulary import PROPERTIES, STATES
from store.typed import Final

_EVERYONE: Final = ("", "everyone")
_MOST_COMPARED: Final = 200
"""Values of one property of a record that are compared with each other."""


def differ(one: Fact, other: Fact) -> bool:
    """Whether two values of one record exclude each other; no value differs from itself.

    Args:
        one: a fact whose value and date have been proved.
        other: another one.
    """
    if one.property != other.property or not _may_be_of_one_stage(one.about, other.about):
        return False
    if isinstance(one.value, Bilingual) or isinstance(other.value, Bilingual):
        return False  # texts complete each other
    match PROPERTIES[one.property].value_type:
        case "number":
            return _is_more_than_all(one, other) or _is_more_than_all(other, one)
        case "date":
            return _overlap(one.about, other.about) and _dates_apart(one.value, other.value)
        case "duration":
            return _overlap(one.about, other.about) and _durations_apart(one.value, other.value)
        case "word":
            several = PROPERTIES[one.property].several
            return not several and one.value != other.value and _overlap(one.about, other.about)
        case _:
            return False


def differing(facts: Sequence[Fact]) -> frozenset[int]:
    """Which of a record's facts differ from another one of them, by their places in the record."""
    return frozenset(chain.from_iterable(differing_pairs(facts)))


def differing_pairs(facts: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    """Each two of a record's facts that differ, by their places in the record.

    Of very many values of one property the first ones are compared, as hostile files may have any
    number.
    """
    by_property: dict[str, list[int]] = {}
    for place, fact in enumerate(facts):
        by_property.setdefault(fact.property, []).append(place)
    for places in by_property.values():
        for first, second in combinations(places[:_MOST_COMPARED], 2):
            if differ(facts[first], facts[second]):
                yield first, second


def differing_from(facts: Sequence[Fact], fact: Fact) -> tuple[Fact, ...]:
    """Those of a record's facts that differ from one of them, in their order."""
    compared = [each for each in facts if each.property == fact.property][:_MOST_COMPARED]
    return tuple(other for other in compared if differ(fact, other)) if fact in compared else ()


def exclude_each_other(some: Sequence[Fact], others: Sequence[Fact]) -> bool:
    """Whether a value of one record differs from one of another record.

    Of very many values the first ones are compared, see `differing_pairs`.
    """
    pairs = product(some[:_MOST_COMPARED], others[:_MOST_COMPARED])
    return any(differ(one, other) for one, other in pairs)


def moves(fact: Fact) -> bool:
    """Whether a fact says where people went: a number of them, and whence or where to."""
    return fact.about.places != () and "to" in PROPERTIES[fact.property].qualifiers


def in_order_of_time(movements: Iterable[Movement]) -> list[Movement]:
    """Movements, the earliest first; those without a time come last."""
    found = list(movements)
    keys = {when: dates.sort_key(when) or "9999" for when in {each.when for each in found}}
    return sorted(found, key=lambda each: (keys[each.when], each.record.key))


def is_reached(fact: Fact) -> bool:
    """Whether a fact is of what was, or is said to have been: neither planned nor demanded."""
    return not fact.about.state or STATES[fact.about.state].stage == "carried-out"


# --- numbers -------------------------------------------------------------------------------------


def _is_more_than_all(part: Fact, whole: Fact) -> bool:
    """Whether a number of some is more than the number of all among whom they are."""
    if not _lies_within(part.about, whole.about):
        return False
    least, _ = quantities.number_span(str(part.value))
    _, most = quantities.number_span(str(whole.value))
    return most is not None and least > most


def _lies_within(part: Qualifiers, whole: Qualifiers) -> bool:
    return (
        (whole.of in _EVERYONE or part.of == whole.of)
        and _are_among(part.origins, whole.origins)
        and _are_among(part.destinations, whole.destinations)
        and (not whole.when or (part.when != "" and _is_when(part.when, whole.when)))
    )


def _are_among(places: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return not others or (places != () and set(places) <= set(others))


# --- dates and durations -------------------------------------------------------------------------


def _overlap(one: Qualifiers, other: Qualifiers) -> bool:
    return (
        (one.of in _EVERYONE or other.of in _EVERYONE or one.of == other.of)
        and _meet(one.origins, other.origins)
        and _meet(one.destinations, other.destinations)
        and not (one.when and other.when and _dates_apart(one.when, other.when))
    )


def _meet(places: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return not (places and others) or not set(places).isdisjoint(others)


def _may_be_of_one_stage(one: Qualifiers, other: Qualifiers) -> bool:
    if not (one.state and other.state) or one.state == other.state:
        return True
    stage = STATES[one.state].stage
    return stage != "" and stage == STATES[other.state].stage


@lru_cache(maxsize=4_096)
def _dates_apart(one: str, other: str) -> bool:
    return dates.is_before(one, other) or dates.is_before(other, one)


@lru_cache(maxsize=4_096)
def _is_when(part: str, whole: str) -> bool:
    return dates.lies_within(part, whole)


def _durations_apart(one: str, other: str) -> bool:
    (least, most), (other_least, other_most) = map(quantities.duration_span, (one, other))
    return most < other_least or other_most < least
