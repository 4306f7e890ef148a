"""A record's citation, for pasting into a text."""

from __future__ import annotations

from store.model.vocabulary import KINDS, Language
from tui.explorer.panes.record_text import Shown, described_source
from tui.messages import say


def citation(shown: Shown, language: Language) -> str:
    """Name, key and sources of a record, in logical order.

    Args:
        shown: the record and the sources it cites.
        language: in which to cite it.
    """
    record = shown.record
    names = " / ".join(
        dict.fromkeys(name for name in (record.name.prefer(language), *record.name) if name)
    )
    sources = "; ".join(
        described_source(cited, shown.sources.get(cited.source), language)
        for cited in record.every_citation()
    )
    cited = say(
        "copy.cited", name=names, kind=getattr(KINDS[record.kind], language), key=record.key
    )
    return f"{cited} {say('copy.sources', sources=sources)}" if sources else cited
