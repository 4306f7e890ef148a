"""A name in a sentence of other words: قوات النظام تدخل خان الشيح, `why was Kefraya besieged`.

Only a name as a record has it is read out of a sentence, the longest from each word on, and none is
surely meant: what the sentence says of it is not known.
"""

from __future__ import annotations

from store.lookup.forms.form import Asked, Form
from store.lookup.forms.parts import MOST_WORDS
from store.lookup.keys import without_article
from store.lookup.meant.telling import is_of_bodies, is_telling, speaks_of_agreement
from store.lookup.name_match import NameMatch
from store.tables.batches import fetch, listed
from store.text.folding import fold, words
from store.typed import Final

_FEWEST_WORDS: Final = 4  # of a sentence
_LONGEST: Final = 4  # words of a name
_SHORTEST: Final = 4  # letters of a name: shorter ones are words as well
_MOST_NAMED: Final = 3
_SCORE: Final = 74.0
_NOTHING: Final = 1.0
"""Where anything is found by the sentence as it stands, it is read no further."""
_EACH_FURTHER: Final = 1.0


def _find(asked: Asked) -> list[NameMatch]:
    folded = words(fold(asked.text))[:MOST_WORDS]
    if len(folded) < _FEWEST_WORDS or speaks_of_agreement(asked.text):
        return []
    found = []
    for place, name in enumerate(_names(asked, folded)[:_MOST_NAMED]):
        for match in asked.look_up(name)[:1]:
            why = match.why._replace(doubt="unmet")
            found.append(match._replace(score=_SCORE - place * _EACH_FURTHER, why=why))
    return found


def _names(asked: Asked, folded: list[str]) -> list[str]:
    """The names in a sentence, in order; where one has another in it, the longer."""
    spans = {
        " ".join(folded[start:end])
        for start in range(len(folded))
        for end in range(start + 1, min(start + _LONGEST, len(folded)) + 1)
        if _may_be_named(folded[start:end])
    }
    rows = fetch(
        asked.connection,
        "SELECT DISTINCT folded FROM names JOIN records ON records.id = record"
        " WHERE folded IN (SELECT value FROM json_each(?)) AND kind IN ('zone', 'actor')",
        (listed(spans),),
    )
    known = {name for (name,) in rows}
    names = []
    while folded:
        lengths = range(min(_LONGEST, len(folded)), 0, -1)
        length = next((each for each in lengths if " ".join(folded[:each]) in known), 0)
        if length:
            names.append(" ".join(folded[:length]))
        folded = folded[length or 1 :]
    return names


def _may_be_named(span: list[str]) -> bool:
    telling = [word for word in span if is_telling(word) and not is_of_bodies(word)]
    return sum([len(without_article(word)) for word in telling]) >= _SHORTEST


IN_SENTENCES = Form("more-words", place=65, find=_find, unless=_NOTHING, of_parts=True)
