"""Our named tuples are what those of `typing` are, in all that the program does with them."""

from __future__ import annotations

import copy
import pickle
from typing import Any, Generic, TypeVar
from typing import NamedTuple as Usual

import pytest

from store.tuples import NamedTuple

T = TypeVar("T")


class Place(NamedTuple):
    """A place."""

    key: str
    names: tuple[str, ...] = ()
    """What it is called."""
    size: int | None = None

    @property
    def first(self) -> str:
        """Its first name."""
        return self.names[0]

    @classmethod
    def named(cls, name: str) -> Place:
        """A place with that name."""
        return cls(name, (name,))

    def __str__(self) -> str:
        return self.key


class UsualPlace(Usual):
    """The same, of typing's."""

    key: str
    names: tuple[str, ...] = ()
    size: int | None = None


class Nothing(NamedTuple):
    """No field."""


class Held(NamedTuple, Generic[T]):
    """Of any type."""

    value: T


class Special(Place):
    """A subclass, with what it adds."""

    def louder(self) -> str:
        return super().first.upper()


def test_fields_are_given_by_place_and_name_and_read() -> None:
    place = Place("homs", size=3)
    assert place == ("homs", (), 3) == UsualPlace("homs", size=3)
    assert (place.key, place.names, place.size) == place
    assert hash(place) == hash(("homs", (), 3))
    assert {place: 1}[Place("homs", (), 3)] == 1
    key, *others = place
    assert (key, others) == ("homs", [(), 3])


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__match_args__", "__slots__"])
def test_what_a_class_says_of_itself_is_the_same(name: str) -> None:
    assert getattr(Place, name) == getattr(UsualPlace, name)


def test_methods_properties_and_docstrings_stay() -> None:
    assert Place.named("homs").first == "homs"
    assert str(Place("homs")) == "homs"
    assert Place.__doc__ == "A place."
    assert Special("homs", ("a",)).louder() == "A"
    assert Nothing() == ()
    assert Held[int](3).value == 3


def test_a_tuple_is_changed_shown_copied_and_kept() -> None:
    place = Place("homs")
    assert place._replace(size=4) == Place("homs", size=4)
    assert type(place._replace()) is Place
    assert place._asdict() == {"key": "homs", "names": (), "size": None}
    assert repr(place) == "Place(key='homs', names=(), size=None)"
    assert Place._make(["a", (), 1]) == Place("a", (), 1)
    assert copy.copy(place) == copy.deepcopy(place) == pickle.loads(pickle.dumps(place)) == place
    assert type(pickle.loads(pickle.dumps(place))) is Place


def test_a_tuple_is_matched() -> None:
    match Place("homs", size=2):
        case Place(key, size=size):
            assert (key, size) == ("homs", 2)


def wrong_calls() -> list[Any]:
    return [
        lambda made: made(),
        lambda made: made("a", other=1),
        lambda made: made("a", (), 1, 2),
        lambda made: made("a", key="b"),
    ]


@pytest.mark.parametrize("call", wrong_calls())
def test_wrong_calls_are_refused_in_the_same_words(call: Any) -> None:
    with pytest.raises(TypeError) as usual:
        call(UsualPlace)
    with pytest.raises(TypeError) as ours:
        call(Place)
    assert str(ours.value) == str(usual.value).replace("UsualPlace", "Place")


def test_wrong_fields_are_refused() -> None:
    with pytest.raises(ValueError, match="unexpected field names"):
        Place("a")._replace(other=1)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Place("a").key = "b"  # type: ignore[misc]
    with pytest.raises(TypeError, match="without a default"):
        exec("class Wrong(NamedTuple):\n  a: int = 1\n  b: str", {"NamedTuple": NamedTuple})
