"""What a word of the command line says: a text, a number, one of several choices, a path."""

from __future__ import annotations

import os
from contextlib import suppress

from store.errors import Listed
from store.text.printable import PLACEHOLDER
from store.typed import TYPE_CHECKING, Any, Final
from tui.command_line.entry import Option
from tui.command_line.errors import WrongUseError
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from tui.command_line.entry import Argument

_MOST: Final = 1_000_000
"""The largest number that a count means; no store holds as many records."""


class _WrongValueError(Exception):
    """A word is no such value; says why, in the user's language."""


def value_of(described: Argument | Option, word: str) -> Any:  # noqa: ANN401 — as they differ
    """Read a word as the value of an option, or as an argument.

    Raises:
        WrongUseError: it is none.
    """
    try:
        return _value(described, word)
    except _WrongValueError as error:
        name = named(described)
        sentence = "Invalid value for {param_hint}: {message}"
        raise WrongUseError(translate(sentence, param_hint=name, message=error)) from error


def named(described: Argument | Option) -> str:
    """The name of an option or argument in a sentence."""
    return f"'{described.name if isinstance(described, Option) else described.usage}'"


def _value(described: Argument | Option, word: str) -> Any:  # noqa: ANN401
    match described.value:
        case "choice":
            return _choice(described, word)
        case "count":
            return _count(word)
        case "store":
            return _store(word)
        case "text" | "key" | "record key" | "query" | "field":
            return _text(word)
        case _:
            from tui.command_line.parsing.paths import NoPathError, path_of  # few have a path

            try:
                return path_of(described.value, word)
            except NoPathError as error:
                raise _WrongValueError(str(error)) from error


def _choice(described: Argument | Option, word: str) -> str:
    ignores_case = isinstance(described, Option) and described.ignores_case
    typed = word.casefold() if ignores_case else word
    for choice in described.choices:
        if typed == (choice.casefold() if ignores_case else choice):
            return choice
    choices = Listed(map(repr, described.choices))
    sentence = "{value!r} is not one of {choices}."
    raise _WrongValueError(translate(sentence, value=word, choices=choices))


def _count(word: str) -> int:
    """A number from 1; more than any store holds is as good as all."""
    try:
        count = int(word)
    except ValueError as error:
        kind = translate("integer range")
        sentence = "{value!r} is not a valid {number_type}."
        raise _WrongValueError(translate(sentence, value=word, number_type=kind)) from error
    if count < 1:
        sentence = "{value} is not in the range {range}."
        raise _WrongValueError(translate(sentence, value=count, range="x>=1"))
    return min(count, _MOST)


def _store(word: str) -> str:
    if word in ("", "-"):
        raise _WrongValueError(translate("a path is needed, or :memory:"))
    return word


def _text(word: str) -> str:
    """A text of characters, whatever bytes were typed.

    It is read as UTF-8, whatever the locale says; of other bytes a sign can be shown.
    """
    if word.isascii():
        return word
    with suppress(UnicodeError):
        word = os.fsencode(word).decode("utf-8", "surrogateescape")
    return "".join(PLACEHOLDER if "\ud800" <= sign <= "\udfff" else sign for sign in word)
