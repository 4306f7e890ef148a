"""Does the lexicon hold words alone, and as many as were written into it?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.errors import Sentence
from store.examination.examination import Damage, Examination
from store.model.reading.plain_values import shown
from store.search.lexicon import COUNT, is_phrase


def _damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    rows = copy.execute("SELECT phrase FROM lexicon").fetchall()
    for phrase in dict.fromkeys(phrase for (phrase,) in rows):
        if not is_phrase(phrase):
            sentence = "the lexicon has a phrase that is none: {phrase}"
            yield Damage(Sentence(sentence, phrase=shown(phrase)))
    written = copy.execute("SELECT value FROM settings WHERE name = ?", (COUNT,)).fetchone()
    if written and written[0] != str(len(rows)):
        sentence = "the lexicon was written with {written} phrases, and has {there:,}"
        yield Damage(Sentence(sentence, written=shown(written[0]), there=len(rows)))


LEXICON = Examination(Sentence("the lexicon"), 75, _damages)
