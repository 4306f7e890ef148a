"""Every word of the interface, in English and Arabic, through one function: `say`.

The words stand in gettext catalogues (`en.po`, `ar.po`) whose message ids are names like
`list.count`; both are read as they are, so that any catalogue editor can work on them and nothing
has to be compiled. https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from store.model.vocabulary import Language
    from tui.messages.catalogue import Catalogue

# Commands import this package for `tui.messages.sentences`, and say nothing of the explorer's:
# what only `say` needs is imported when it speaks.

LANGUAGES: Final[tuple[Language, ...]] = ("en", "ar")

_catalogues: dict[Language, Catalogue] = {}
_language: Language = "en"


def speak(language: Language) -> None:
    """Make `language` the one in which `say` answers from now on."""
    global _language  # noqa: PLW0603 — one interface, one language at a time
    _language = language


def spoken() -> Language:
    """The language of the interface."""
    return _language


def say(message: str, **arguments: object) -> str:
    """A message in the language of the interface, in logical order.

    Args:
        message: its id in the catalogues.
        **arguments: what its placeholders stand for; `count` also chooses the plural form.

    Returns:
        The message; an Arabic one that begins with a Latin name is told to read from the right.

    Raises:
        KeyError: no catalogue has that id, or an argument is missing.
    """
    if _language != "ar":
        return catalogue_of(_language).format(message, arguments)
    from store.errors import Listed
    from tui.messages.digits import Numeral
    from tui.messages.direction import from_the_right, in_one_piece
    from tui.messages.sentences import in_arabic

    for name, value in arguments.items():
        if isinstance(value, int):
            arguments[name] = Numeral(value)
        elif isinstance(value, Listed):
            arguments[name] = in_arabic(Listed(map(in_one_piece, value.words)))
        elif isinstance(value, str):
            arguments[name] = in_one_piece(value)
    return from_the_right(catalogue_of(_language).format(message, arguments))


def catalogue_of(language: Language) -> Catalogue:
    """The catalogue of a language, read when it is first asked for."""
    if language not in _catalogues:
        from pathlib import Path

        from tui.messages.catalogue import read_catalogue

        file = Path(__file__).with_name(f"{language}.po")
        _catalogues[language] = read_catalogue(file)
    return _catalogues[language]
