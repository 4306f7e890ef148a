"""The sentences of help in the user's language, with what the program itself knows filled in."""

from __future__ import annotations

from importlib import import_module

from tui.messages.sentences import translate


def help_text(english: str, words_from: str = "") -> str:
    """Put a sentence of an entry's help into the user's language.

    Args:
        english: the sentence; `{formats}` in it is what the function `formats` returns.
        words_from: the dotted module of such functions.
    """
    if not words_from:
        return translate(english)
    from string import Formatter  # for the help of few commands

    module = import_module(words_from)
    names = {name for _, name, _, _ in Formatter().parse(english) if name}
    return translate(english, **{name: getattr(module, name)() for name in names})
