"""Citations of a record and of a source, for pasting into a text."""

from __future__ import annotations

from store.files.page import references
from store.model.records import Citation, Source
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


def source_citation(source: Source, language: Language) -> str:
    """Who published a source, its title, date and address, in logical order.

    Args:
        source: the source.
        language: in which to cite it.
    """
    (reference,) = references([Citation(source.key)], {source.key: source}, language)
    return f"{described(reference, language)}."
