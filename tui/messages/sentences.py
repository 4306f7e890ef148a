"""The command line's words: English as written in the code, Arabic from a catalogue.

The catalogue, `tui/messages/command_line.ar.po`, has the English sentences as its message ids, as
is usual with gettext. English thus costs nothing, and a look-up stays as fast as it is.
"""

from __future__ import annotations

from store.errors import Listed, Sentence
from store.typed import TYPE_CHECKING, Final
from tui.messages.locale import language_of_locale

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.model.vocabulary import Label, Language, Property
    from tui.messages.catalogue import Catalogue

_ARABIC_COMMA: Final = "، "
_language: Language | None = None
_arabic: Catalogue | None = None


def choose_language(language: Language | None) -> None:
    """Choose the language from now on; None leaves it to the locale."""
    global _language  # noqa: PLW0603 — one program, one language
    _language = language


def user_language() -> Language:
    """The language of the command line: the one that was chosen, else the locale's."""
    return _language or language_of_locale()


def translate(english: str, /, **arguments: object) -> str:
    """Put an English sentence into the user's language.

    Args:
        english: the sentence, with `{names}` for what is filled in; the catalogue's message id.
        **arguments: what is filled in.
    """
    if user_language() == "ar":
        catalogue = arabic_catalogue()
        if english in catalogue.forms:
            return catalogue.format(english, {n: in_arabic(v) for n, v in arguments.items()})
    if isinstance(arguments.get("count"), int):  # its thousands stand apart
        english = english.replace("{count}", "{count:,}")
    return english.format_map(arguments) if arguments else english


def translate_sentence(sentence: str) -> str:
    """Put what the store says into the user's language, where it kept how it was composed.

    Args:
        sentence: a `Sentence` of the store's; any other text comes back as it is.
    """
    if user_language() == "en" or not isinstance(sentence, Sentence):
        return sentence
    arguments = {
        name: translate_sentence(value) if isinstance(value, str) else value
        for name, value in sentence.arguments.items()
    }
    return translate(sentence.pattern, **arguments)


def translate_label(labelled: Label | Property) -> str:
    """Give the label of a vocabulary's entry in the user's language."""
    return labelled.ar if user_language() == "ar" else labelled.en


def in_arabic(value: object) -> object:
    """What is filled into an Arabic sentence: words in a row have the Arabic comma between them."""
    return _ARABIC_COMMA.join(value.words) if isinstance(value, Listed) else value


def comma_separated(words: Iterable[str]) -> str:
    """Join words by the comma of the user's language, each once, without empty ones."""
    comma = _ARABIC_COMMA if user_language() == "ar" else ", "
    return comma.join(dict.fromkeys(filter(None, words)))


def translate_count(singular: str, plural: str, count: int) -> str:
    """Put a sentence with a number into the user's language, in the form that the number asks for.

    Args:
        singular: the English sentence for the number one; the catalogue's message id.
        plural: the English sentence for all other numbers, with `{count}`.
        count: the number.
    """
    if user_language() == "ar":
        return arabic_catalogue().format(singular, {"count": count})
    return (singular if count == 1 else plural).format(count=f"{count:,}")


def arabic_catalogue() -> Catalogue:
    """The Arabic sentences by their English ones, read when they are first needed."""
    global _arabic  # noqa: PLW0603
    if _arabic is None:
        from pathlib import Path  # all this only where it is wanted

        from tui.messages.catalogue import read_catalogue

        folder = Path(__file__).parent
        _arabic = read_catalogue(folder / "command_line.ar.po")
    return _arabic
