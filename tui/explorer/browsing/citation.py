"""A record's citation, for pasting into a text."""

from __future__ import annotations

from store.model.vocabulary import Language
from tui.explorer.panes.record_text import Shown, described
from tui.messages import say


def citation(shown: Shown, language: Language) -> str:
    """Name, key and sources of a record, in logical order.

    Args:
        shown: the record and the sources it cites.
        language: in which to cite it.
    """
    page = shown.page(language)
    sources = "; ".join(described(reference, language) for reference in page.references)
    names = " / ".join(dict.fromkeys(page.names))
    cited = say("copy.cited", name=names, kind=page.kind, key=page.key)
    return f"{cited} {say('copy.sources', sources=sources)}" if sources else cited
