"""Saved searches where a query is wanted: `@` and the name stands for what was saved."""

from __future__ import annotations

from store.errors import Listed, MasaratError, Sentence
from tui.saved_searches import SIGN, SavedSearches, saved_searches_file


def saved_query(typed: str) -> str:
    """The query that is saved by a name.

    Args:
        typed: `@` and the name.

    Raises:
        MasaratError: no search has that name; the names there are are told.
    """
    saved = SavedSearches(saved_searches_file())
    wanted = typed.removeprefix(SIGN).strip()
    searches = saved.all()
    if name := saved.named(wanted):
        return searches[name]
    raise no_such_search(wanted, list(searches))


def no_such_search(name: str, names: list[str]) -> MasaratError:
    """What is said of a name that no search has, with those that have the likeliest names."""
    from difflib import get_close_matches

    near = get_close_matches(name, names, cutoff=0.5) or names[:3]
    if not near:
        sentence = "No search is saved as {name!r}; masarat saved NAME --query Q saves one."
        return MasaratError(Sentence(sentence, name=name))
    sentence = "No search is saved as {name!r}; there is {names}."
    return MasaratError(Sentence(sentence, name=name, names=Listed(near)))
