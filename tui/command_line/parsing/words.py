"""The words of a command line, parted into options with what they are given, and arguments."""

from __future__ import annotations

from collections.abc import Sequence

from store.errors import Listed
from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING
from tui.command_line.errors import WrongUseError
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from tui.command_line.entry import Command, Option


class Words(NamedTuple):
    """What was read of the words so far."""

    options: list[tuple[Option, str]]
    """In the order in which they were typed, each with its value; a flag with none."""
    arguments: list[str]
    """All that is no option and no value of one."""

    @property
    def given(self) -> dict[Option, str]:
        """Each option where it was first typed, with the value that was typed last."""
        return dict(self.options)


def read_words(
    entry: Command, words: Sequence[str], *, stops: bool, is_complete: bool = True
) -> Words:
    """Part the words that follow a command, or the program, by its options.

    An option is written whole, and its value behind it or behind `=`. Behind `--` all words are
    arguments.

    Args:
        entry: what they follow.
        words: of the command line.
        stops: whether the first argument ends the options, as the program's own ones end where
            the command begins.
        is_complete: whether nothing is still being typed; else what is wrong ends the reading.

    Raises:
        WrongUseError: there is no such option, or one has a value too many or too few.
    """
    read = Words([], [])
    try:
        _read(entry, words, read, stops=stops)
    except WrongUseError:
        if is_complete:
            raise
    return read


def _read(entry: Command, words: Sequence[str], read: Words, *, stops: bool) -> None:
    named = {option.name: option for option in entry.options}
    remaining = list(reversed(words))
    while remaining:
        word = remaining.pop()
        if word == "--":
            read.arguments.extend(reversed(remaining))
            return
        if len(word) > 1 and word[0] == "-":
            _read_option(word, named, remaining, read)
        elif stops:
            read.arguments.extend((word, *reversed(remaining)))
            return
        else:
            read.arguments.append(word)


def _read_option(word: str, named: dict[str, Option], remaining: list[str], read: Words) -> None:
    name, equals, value = word.partition("=")
    option = named.get(name)
    if option is None and word.startswith("--"):
        raise WrongUseError(_no_such_option(name, named))
    if option is None:
        read.options.extend((_with_letter(letter, named), "") for letter in word[1:])
        return
    if option.value == "flag":
        if equals:
            raise WrongUseError(translate("Option {name!r} does not take a value.", name=name))
    elif not equals:
        if not remaining:
            raise WrongUseError(translate("Option {name!r} requires an argument.", name=name))
        value = remaining.pop()
    read.options.append((option, value))


def _with_letter(letter: str, named: dict[str, Option]) -> Option:
    """The flag with that second name; several of them may be typed as one word."""
    name = f"-{letter}"
    for option in named.values():
        if option.short_name == name:
            return option
    raise WrongUseError(translate("No such option {name!r}.", name=name))


def _no_such_option(name: str, named: dict[str, Option]) -> str:
    from difflib import get_close_matches  # only a wrong option needs it

    sentence = translate("No such option {name!r}.", name=name)
    near = [repr(each) for each in sorted(get_close_matches(name, named))]
    if not near:
        return sentence
    if len(near) == 1:
        return f"{sentence} {translate('Did you mean {possibility}?', possibility=near[0])}"
    meant = translate("(Did you mean one of: {possibilities}?)", possibilities=Listed(near))
    return f"{sentence} {meant}"
