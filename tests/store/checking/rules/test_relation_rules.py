"""What a relation may say: of which kinds, of what an agreement follows, of who did what in it."""

from __future__ import annotations

import pytest

from store.model.records import Record
from tests.store.checking.rules.test_rules import broken, broken_rules, record


def agreement(key: str, *relations: tuple[str, str], **fields: object) -> Record:
    written = [{"predicate": name, "object": object_} for name, object_ in relations]
    name = {"en": f"Agreement of {key}", "ar": f"اتفاق {key}"}
    return record(**{"key": key, "name": name, "relations": written, **fields})


def actor(key: str, type_: str) -> Record:
    return record(key=key, kind="actor", type=type_, name={"en": key})


def zone(key: str, type_: str, within: str = "") -> Record:
    relations = [{"predicate": "lies-in", "object": within}] if within else []
    return record(key=key, kind="zone", type=type_, name={"en": key}, relations=relations)


GOVERNMENT = actor("government", "government")
MONITOR = actor("monitor", "state")
GROUP = actor("group", "armed-group")
PLACES = (
    zone("country", "country"),
    zone("governorate", "governorate", "country"),
    zone("region", "region", "governorate"),
    zone("town", "town", "region"),
    zone("village", "village", "region"),
    zone("far", "town", "governorate"),
)

# --- fitting-kinds ----------------------------------------------------------------------------


def test_nobody_initiates_a_claim() -> None:
    claim = record(
        key="claim",
        kind="consequence",
        relations=[{"predicate": "initiated-by", "object": "monitor"}],
    )

    ((rule, problem),) = broken(claim, MONITOR)

    assert rule == "fitting-kinds"
    assert problem.path == ("relations", 0, "predicate")
    assert problem.what == "initiated-by cannot be said of claim, which is of kind consequence"


def test_who_publishes_a_claim_describes_it() -> None:
    claim = record(
        key="claim",
        kind="consequence",
        relations=[{"predicate": "described-by", "object": "monitor"}],
    )

    assert broken_rules(claim, MONITOR) == []


def test_no_place_signs() -> None:
    ((rule, problem),) = broken(agreement("truce", ("signed-by", "town")), *PLACES)

    assert rule == "fitting-kinds"
    assert problem.path == ("relations", 0, "object")
    assert problem.todo == "It leads to actor"


def test_of_what_is_not_checked_with_it_the_kind_is_not_known() -> None:
    assert broken_rules(agreement("truce", ("signed-by", "elsewhere"))) == []


# --- same-sequence ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ((("covers", "town"),), (("evacuates", "town"),)),
        ((("covers", "governorate"),), (("covers", "village"),)),
        ((("covers", "town"),), (("covers", "village"),)),  # both in one region
        ((("has-party", "group"),), (("signed-by", "group"),)),
        (
            (("has-party", "government"), ("has-party", "monitor")),
            (("has-party", "government"), ("has-party", "monitor")),
        ),
        ((("part-of", "talks"),), (("part-of", "talks"),)),
        ((("part-of", "later"),), ()),
    ],
)
def test_an_agreement_follows_one_that_it_shares_something_with(
    earlier: tuple[tuple[str, str], ...], later: tuple[tuple[str, str], ...]
) -> None:
    first = agreement("earlier", *earlier)
    second = agreement("later", ("follows", "earlier"), *later)

    assert broken_rules(second, first, GOVERNMENT, MONITOR, GROUP, *PLACES) == []


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ((), ()),
        ((("covers", "town"),), (("covers", "far"),)),  # the governorate is all they share
        ((("has-party", "government"),), (("has-party", "government"),)),
        ((("mediated-by", "monitor"),), (("mediated-by", "monitor"),)),
    ],
)
def test_an_agreement_follows_none_that_merely_came_before(
    earlier: tuple[tuple[str, str], ...], later: tuple[tuple[str, str], ...]
) -> None:
    first = agreement("earlier", *earlier)
    second = agreement("later", ("follows", "earlier"), *later)

    ((rule, problem),) = broken(second, first, GOVERNMENT, MONITOR, GROUP, *PLACES)

    assert rule == "same-sequence"
    assert problem.path == ("relations", 0)


def test_zones_that_lie_in_each_other_do_not_hold_the_rule_up() -> None:
    round_about = (zone("here", "town", "there"), zone("there", "town", "here"))
    first = agreement("earlier", ("covers", "here"))
    second = agreement("later", ("follows", "earlier"), ("covers", "there"))

    assert broken_rules(second, first, *round_about) == []


# --- one-role ---------------------------------------------------------------------------------


def cited(predicate: str, source: str) -> dict[str, object]:
    return {"predicate": predicate, "object": "monitor", "cite": [source]}


@pytest.mark.parametrize("making", ["mediated-by", "has-party", "guaranteed-by"])
@pytest.mark.parametrize("watching", ["monitored-by", "attended-by"])
def test_what_a_source_calls_a_mediator_does_not_also_observe(making: str, watching: str) -> None:
    truce = record(relations=[cited(making, "afp"), cited(watching, "afp")])

    ((rule, problem),) = broken(truce, MONITOR)

    assert rule == "one-role"
    assert problem.path == ("relations", 1)


def test_two_sources_may_give_an_actor_two_roles() -> None:
    truce = record(relations=[cited("mediated-by", "afp"), cited("monitored-by", "cfd#3")])

    assert broken_rules(truce, MONITOR) == []


# --- told-apart -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"), [("Homs truce", "homs  Truce"), ("هدنة حمص", "هُدنه حِمص")]
)
def test_two_agreements_share_no_name_however_it_is_spelled(one: str, other: str) -> None:
    first = agreement("first", aliases=[one])
    second = agreement("second", aliases=[other])

    ((rule, problem),) = broken(first, second)

    assert rule == "told-apart"
    assert (problem.path, problem.text) == (("aliases",), one)
    assert problem.what == f"{one} is also a name of second"


def test_a_part_may_bear_the_name_of_the_whole_and_a_place_that_of_an_agreement() -> None:
    whole = agreement("whole", aliases=["Cairo agreement"])
    part = agreement("part", ("part-of", "whole"), aliases=["Cairo agreement"])
    place = record(key="place", kind="zone", name={"en": "Cairo agreement"})

    assert broken_rules(whole, part, place) == []
    assert broken_rules(part, whole, place) == []
