"""The rules that a collection keeps to: each in a module of its name.

A new rule is a module here, a line in `RULES`, a heading in docs/checking.md, and its sentences in
Arabic.
"""

from __future__ import annotations

from typing import Final

from store.checking.rule import Rule
from store.checking.rules.address import Address
from store.checking.rules.both_languages import BothLanguages
from store.checking.rules.cited_footnotes import CitedFootnotes
from store.checking.rules.comparable_length import ComparableLength
from store.checking.rules.dated_source import DatedSource
from store.checking.rules.dates_in_order import DatesInOrder
from store.checking.rules.everything_cited import EverythingCited
from store.checking.rules.figures_cited import FiguresCited
from store.checking.rules.inside_governorate import InsideGovernorate
from store.checking.rules.known_words import KnownWords
from store.checking.rules.neutral_words import NeutralWords
from store.checking.rules.one_spelling import OneSpelling
from store.checking.rules.sentences_cited import SentencesCited
from store.checking.rules.sound_relations import SoundRelations

RULES: Final[tuple[type[Rule], ...]] = (
    BothLanguages,
    KnownWords,
    EverythingCited,
    SoundRelations,
    CitedFootnotes,
    DatesInOrder,
    InsideGovernorate,
    DatedSource,
    FiguresCited,
    ComparableLength,
    NeutralWords,
    OneSpelling,
    Address,
    SentencesCited,
)
"""Every rule, in the order in which the findings of a record are printed."""
