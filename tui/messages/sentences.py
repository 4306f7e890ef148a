"""The command line's words: English as written in the code, Arabic from a catalogue.

The catalogue, `tui/messages/command_line.ar.po`, has the English sentences as its message ids, as
is usual with gettext. English thus costs nothing, and a look-up stays as fast as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.errors import Sentence
from tui.messages.locale import language_of_locale

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.model.vocabulary import Label, Language, Property
    from tui.messages.catalogue import Catalogue

_language: Language | None = None
_arabic: Catalogue | None = None


def write_in(language: Language | None) -> None:
    """Choose the language from now on; None leaves it to the locale."""
    global _language  # noqa: PLW0603 — one program, one language
    _language = language


def written() -> Language:
    """The language in which the command line speaks."""
    return _language or language_of_locale()


def word(english: str, /, **arguments: object) -> str:
    """A sentence in the user's language.

    Args:
        english: the sentence, with `{names}` for what is filled in; the catalogue's message id.
        **arguments: what is filled in.
    """
    if written() == "ar":
        catalogue = arabic_catalogue()
        if english in catalogue.forms:
            return catalogue.format(english, arguments)
    return english.format_map(arguments) if arguments else english


def told(sentence: str) -> str:
    """What the store says of itself, in the user's language where it can be translated."""
    if written() == "en" or not isinstance(sentence, Sentence):
        return sentence
    arguments = {
        name: told(value) if isinstance(value, str) else value
        for name, value in sentence.arguments.items()
    }
    return word(sentence.pattern, **arguments)


def label_of(labelled: Label | Property) -> str:
    """The label of a word of a vocabulary, in the user's language."""
    return labelled.ar if written() == "ar" else labelled.en


def listed(words: Iterable[str]) -> str:
    """Words with the comma of the user's language between them, each once, without empty ones."""
    return ("، " if written() == "ar" else ", ").join(dict.fromkeys(filter(None, words)))


def counted(one: str, many: str, count: int) -> str:
    """A sentence with a number, in the form that the number asks for.

    Args:
        one: the English sentence for one; the catalogue's message id.
        many: the English sentence for all other numbers, with `{count}`.
        count: the number.
    """
    if written() == "ar":
        return arabic_catalogue().format(one, {"count": count})
    return (one if count == 1 else many).format(count=f"{count:,}")


def arabic_catalogue() -> Catalogue:
    """The Arabic sentences by their English ones, read when they are first needed."""
    global _arabic  # noqa: PLW0603
    if _arabic is None:
        from pathlib import Path  # all this only where it is wanted

        from tui.messages.catalogue import read_catalogue

        folder = Path(__file__).parent
        _arabic = read_catalogue(folder / "command_line.ar.po")
    return _arabic
