"""The page: a record or a source as a reader of one language sees it, without any markup.

What is said of a record, in which words, is decided here, once. Three printers write it out: record
files and reports (`store.files.markdown_parts`), the detail pane
(`tui.explorer.panes.record_text`) and the command line
(`tui.command_line.printing.entry_page`). Each names the lines that it shows, and their order, in
one place; what a line says no printer knows.

Everything is frozen and in logical order. Texts are as records have them: who prints them makes
them safe. Other rooms import from here, not from the modules below.
"""

from store.files.markdown_text import escape as escape_markdown
from store.files.markdown_text import label_of
from store.files.page.citations import (
    CitedSource,
    Reference,
    by_source,
    cited_source,
    place_in,
    references,
    retold,
    with_marks,
)
from store.files.page.claims import (
    Aside,
    CitedPlace,
    Claim,
    Claims,
    MarkedPassage,
    Said,
    StatedFact,
    StatedRelation,
    StatedType,
    page_citations,
)
from store.files.page.compared import (
    LIKENESSES,
    ComparedPage,
    ComparedRow,
    ComparedValue,
    compared_page,
)
from store.files.page.lines import Line, Text, names_for_reader
from store.files.page.movements import MovementLine, MovementTable
from store.files.page.places import NO_PLACES, Places, about
from store.files.page.record import FACTS, RecordPage, record_page
from store.files.page.relations import RelationGroup, RelationLine, relation_groups
from store.files.page.source import SourcePage, source_page
from store.files.page.uses import CitingGroup, CitingRecord, Use, citing_groups
from store.files.page.words import collection_name, confidence_name, word

__all__ = [
    "FACTS",
    "LIKENESSES",
    "NO_PLACES",
    "Aside",
    "CitedPlace",
    "CitedSource",
    "CitingGroup",
    "CitingRecord",
    "Claim",
    "Claims",
    "ComparedPage",
    "ComparedRow",
    "ComparedValue",
    "Line",
    "MarkedPassage",
    "MovementLine",
    "MovementTable",
    "Places",
    "RecordPage",
    "Reference",
    "RelationGroup",
    "RelationLine",
    "Said",
    "SourcePage",
    "StatedFact",
    "StatedRelation",
    "StatedType",
    "Text",
    "Use",
    "about",
    "by_source",
    "cited_source",
    "citing_groups",
    "collection_name",
    "compared_page",
    "confidence_name",
    "escape_markdown",
    "label_of",
    "names_for_reader",
    "page_citations",
    "place_in",
    "record_page",
    "references",
    "relation_groups",
    "retold",
    "source_page",
    "with_marks",
    "word",
]
