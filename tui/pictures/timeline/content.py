"""What a timeline shows: lanes of moments, and what has no place on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from store.model import dates
from store.model.properties import value_in_words
from store.model.records import Bilingual, Row
from store.model.vocabulary import PROPERTIES, STAGES, STATES, Language
from store.timelines.dated import Dated, Moment
from store.timelines.lanes import Grouping, Lane
from store.tuples import NamedTuple
from tui.messages import say
from tui.messages.digits import in_digits
from tui.pictures.timeline.index import Index


class LaneOfMoments(NamedTuple):
    """A lane, with what is dated of its records."""

    key: str
    """Of the record for which it stands, empty where it stands for none."""
    name: Bilingual
    """Empty for that of all records that are in no other."""
    moments: tuple[Moment, ...]
    """In order of time; one at least."""
    times: Index
    """Of its moments."""


class Timeline(NamedTuple):
    """What is drawn."""

    grouping: Grouping
    lanes: tuple[LaneOfMoments, ...]
    undated: tuple[Row, ...] = ()
    is_cut: bool = False
    """Whether something is dated of its records that lies outside the time which was asked for."""

    @property
    def moments(self) -> Iterable[Moment]:
        """All of all lanes; one that is in several comes several times."""
        return (moment for lane in self.lanes for moment in lane.moments)


def timeline_of(found: Dated, lanes: Sequence[Lane], grouping: Grouping) -> Timeline:
    """Put moments into lanes; a lane of which nothing is dated is left out."""
    lanes_of: defaultdict[str, list[int]] = defaultdict(list)
    for number, lane in enumerate(lanes):
        for key in lane.records:
            lanes_of[key].append(number)
    moments: list[list[Moment]] = [[] for _ in lanes]
    for moment in found.moments:
        for number in lanes_of.get(moment.record.key, ()):
            moments[number].append(moment)
    shown = [
        LaneOfMoments(lane.key, lane.name, tuple(of_lane), Index(of_lane))
        for lane, of_lane in zip(lanes, moments, strict=True)
        if of_lane
    ]
    return Timeline(grouping, tuple(shown), found.undated)


def lane_name(lane: LaneOfMoments, grouping: Grouping, language: Language) -> str:
    """What a lane is called."""
    return lane.name.prefer(language) or say(f"timeline.none.{grouping}")


def moment_label(moment: Moment, language: Language) -> str:
    """What stands beside a mark: the record, with what of it has this date; or what happened."""
    name = moment.record.name.prefer(language)
    if moment.name == "date":
        return name
    fact = moment.fact
    if isinstance(fact.value, Bilingual):
        return fact.value.prefer(language)
    if fact.property in STAGES:
        return f"{STAGES[fact.property].in_(language)}: {name}"
    value = in_digits(value_in_words(fact, language), language)
    return f"{PROPERTIES[fact.property].in_(language)}: {value} · {name}"


def moment_in_words(moment: Moment, language: Language) -> tuple[str, str]:
    """A moment for whoever wants to know more: the record, and what of it was when."""
    fact = moment.fact
    label = STAGES[fact.property] if fact.property in STAGES else PROPERTIES[fact.property]
    state = STATES[fact.about.state].in_(language) if fact.about.state else ""
    is_date = moment.when == fact.value
    value = "" if is_date else in_digits(value_in_words(fact, language), language)
    when = in_digits(dates.for_reader(moment.when, language), language)
    parts = [label.in_(language), value, when, state, fact.note.prefer(language)]
    return moment.record.name.prefer(language), " · ".join(part for part in parts if part)
