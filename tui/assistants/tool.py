"""What a tool is: its name, what it is for, its arguments with their bounds, and its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from store.errors import Listed, MasaratError, Sentence
from store.store import Store
from store.tuples import NamedTuple

Values = Mapping[str, Any]
"""Arguments by name, each within its bounds; what was not given has its default."""


class Argument(NamedTuple):
    """A text or a whole number that a tool takes."""

    name: str
    description: str
    most: int = 0
    """The most characters of a text, or the largest number."""
    choices: tuple[str, ...] = ()
    """Of a text, where it is one of a few."""
    default: str | int | None = None
    """What holds where it is not given; its type says whether it is a number."""
    required: bool = False
    least: int = 0
    """The smallest number."""

    @property
    def is_number(self) -> bool:
        """It is a whole number."""
        return isinstance(self.default, int)

    @property
    def schema(self) -> dict[str, Any]:
        """It as JSON Schema."""
        schema: dict[str, Any] = {"description": self.description}
        if self.is_number:
            schema |= {"type": "integer", "minimum": self.least, "maximum": self.most}
        elif self.choices:
            schema |= {"type": "string", "enum": list(self.choices)}
        else:
            schema |= {"type": "string", "minLength": 1, "maxLength": self.most}
        return schema if self.default is None else {**schema, "default": self.default}

    def checked(self, value: object) -> str | int:
        """A value that was given.

        Raises:
            MasaratError: it is not of the type, or out of bounds.
        """
        if self.is_number:
            # JSON's true is a number to Python, and 3.0 is one to JSON alone.
            if type(value) is float and value.is_integer():
                value = int(value)
            if type(value) is not int or not self.least <= value <= self.most:
                raise MasaratError(
                    Sentence(_NO_NUMBER, name=self.name, least=self.least, most=self.most)
                )
            return value
        if self.choices:
            if not isinstance(value, str) or value not in self.choices:
                choices = Listed(self.choices)
                raise MasaratError(Sentence(_NO_CHOICE, name=self.name, choices=choices))
            return value
        if not isinstance(value, str) or not value.strip() or len(value) > self.most:
            raise MasaratError(Sentence(_NO_TEXT, name=self.name, most=self.most))
        return value


class Tool(NamedTuple):
    """One entry of `tools`, found by being there."""

    name: str
    place: int
    """Where the list of tools has it; see `store.entries`."""
    title: str
    description: str
    """What it is for and what it gives, to whoever chooses among tools."""
    arguments: tuple[Argument, ...]
    answer: Callable[[Store, Values], dict[str, Any]]

    @property
    def schema(self) -> dict[str, Any]:
        """Its arguments as JSON Schema."""
        return {
            "type": "object",
            "properties": {argument.name: argument.schema for argument in self.arguments},
            "required": [argument.name for argument in self.arguments if argument.required],
            "additionalProperties": False,
        }

    def checked(self, given: Values) -> dict[str, Any]:
        """The arguments of a call, with the defaults of those that were not given.

        Raises:
            MasaratError: one is unknown, missing, or out of its bounds.
        """
        known = {argument.name: argument for argument in self.arguments}
        if unknown := given.keys() - known.keys():
            name = min(unknown)[:_LONGEST_NAME]
            raise MasaratError(Sentence(_UNKNOWN, tool=self.name, name=name, names=Listed(known)))
        values = {}
        for name, argument in known.items():
            value = given.get(name)
            if value is None and argument.required:
                raise MasaratError(Sentence(_MISSING, tool=self.name, name=name))
            values[name] = argument.default if value is None else argument.checked(value)
        return values


_LONGEST_NAME: Final = 40
_NO_NUMBER: Final = "{name} must be a whole number from {least} to {most:,}."
_NO_CHOICE: Final = "{name} must be one of {choices}."
_NO_TEXT: Final = "{name} must be a text of 1 to {most:,} characters."
_UNKNOWN: Final = "{tool} has no argument {name!r}; it takes {names}."
_MISSING: Final = "{tool} needs the argument {name}."
