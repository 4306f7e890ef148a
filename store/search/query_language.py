"""What a person types to search the text, made into an FTS5 expression and filters.

    words               every word must stand in the record (or in one of its forms)
    "two words"         a phrase, as written
    evacu*              a word's beginning, of three letters or more, as less begins too many words;
                        the last word typed counts as one too
    AND OR NOT ( ) -    combine; -word is NOT word
    kind:agreement      filters, listed in FILTERS, hold for the whole query; -kind:zone excludes

What cannot be parsed is taken as plain words: no text is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from store.text import folding
from store.text.stems import stem, with_other_conjunction

FILTERS: Final[dict[str, str]] = {
    "kind": "kind", "نوع": "kind", "النوع": "kind",
    "type": "type", "صنف": "type",
    "actor": "actor", "جهة": "actor", "طرف": "actor",
    "zone": "zone", "منطقة": "zone", "مكان": "zone",
    "agreement": "agreement", "اتفاق": "agreement",
    "consequence": "consequence", "أثر": "consequence",
    "source": "source", "مصدر": "source",
    "year": "year", "سنة": "year", "عام": "year",
    "before": "before", "قبل": "before",
    "after": "after", "بعد": "after",
    "standing": "standing", "حالة": "standing",
    "disputed": "disputed", "خلاف": "disputed",
    "track": "track", "مسار": "track",
    "marked": "marked", "موسوم": "marked",
    "collection": "collection", "مجموعة": "collection",
    "confidence": "confidence", "ثقة": "confidence",
    "stage": "stage", "مرحلة": "stage",
}  # fmt: skip
"""Every name a filter goes by, with the filter it means."""
_FOLDED_FILTERS: Final = {folding.fold(name): filter_ for name, filter_ in FILTERS.items()}

STOP_WORDS: Final = frozenset(
    folding.words(
        folding.fold(
            "a about after all also an and any are as at be because been before being"
            " between both but by can could did do does during for from had has have he her"
            " his how if in into is it its many may most much no not of on or other over own"
            " she should since so some such than that the their them then there these they"
            " this those through to under until up was we were what when where which while"
            " who whom whose why will with would you along among around across against beside"
            " inside near outside toward towards upon whether within without happen happened"
            " important importance reason reasons role"
            " من إلى الى في على علي عن مع هو هي هم كان كانت ما ماذا متى"
            " أين كيف كم لماذا هل لم لن لا التي الذي الذين هذا هذه ذلك تلك أو ثم قد كل أن إن"
            " بين بعد قبل عند حيث أي أثناء خلال حول ضد منذ حتى لدى بسبب سبب أسباب دور أهمية"
            " حدث جرى قرب داخل خارج ضمن نحو"
        )
    )
)
"""Words that say how a sentence hangs together, not what it is about; folded."""

_TOKEN: Final = re.compile(
    r"""\s*(?:
        (?P<open>\() | (?P<close>\))
      | (?P<minus>-(?=[^\s)]))
      | (?P<field>[^\W\d_]+):(?P<value>"[^"]*"|[^\s()"]+)
      | "(?P<phrase>[^"]*)"(?P<phrase_star>\*)?
      | (?P<word>[^\s()"]+)
    )""",
    re.VERBOSE,
)
_OPERATOR: Final = re.compile(r"\b(?:AND|OR|NOT)\b")
_LONGEST_QUERY: Final = 1_000
LONGEST_PHRASE: Final = 5
"""Words of the longest phrase that may have synonyms."""
_MOST_WORDS: Final = 32
_MOST_FILTERS: Final = 8
"""Each may have to look a name up."""
_DEEPEST: Final = 8
"""Parentheses in parentheses: FTS5 gives up not far beyond."""
_SHORTEST_PREFIX: Final = 3
_WRITTEN: Final = "{names body}"
_STEMS: Final = "{name_stems stems}"
"""Columns of `full_text`, as FTS5 writes them."""
_PARTICLES: Final = ("ل", "ب")
_SHORTEST_WITH_PARTICLE: Final = 3  # letters of a stem
_SHORTEST_WITHOUT_PARTICLE: Final = 4


class Filter(NamedTuple):
    """A condition on records that has nothing to do with their words."""

    name: str
    value: str
    negated: bool = False


class Term(NamedTuple):
    """Words to look for and to mark: folded, in the order they were written."""

    words: tuple[str, ...]
    prefix: bool = False
    """The last word may go on."""
    exact: bool = False
    """A phrase: only the words themselves, not their other forms."""
    apart: bool = False
    """The words need not stand together."""
    alternatives: tuple[tuple[str, ...], ...] = ()
    """What else they may be called, as stems."""


Synonyms = Callable[[Sequence[str]], Sequence[tuple[str, ...]]]
"""From the folded words of a phrase to what else it may be called, as stems."""


def no_synonyms(words: Sequence[str]) -> Sequence[tuple[str, ...]]:
    """A lexicon that knows nothing."""
    return ()


class Query(NamedTuple):
    """A query as the store asks it."""

    expression: str
    """FTS5 expression of what must stand in a record; empty for anything."""
    excluded: str
    """FTS5 expression of what must not; empty for nothing."""
    filters: tuple[Filter, ...]
    terms: tuple[Term, ...]
    """What to mark in snippets."""
    plain: bool = False
    """Whether it is nothing but words and filters."""


class _Token(NamedTuple):
    kind: str
    text: str
    field: str = ""


class _Unparsed(Exception):
    pass


def parse(text: str, synonyms: Synonyms = no_synonyms) -> Query:
    """Understand a query; whatever cannot be understood counts as plain words.

    Args:
        text: as typed, in logical order.
        synonyms: what else words and phrases may be called.
    """
    text = text[:_LONGEST_QUERY]
    open_ended = not text[-1:].isspace()
    try:
        return _Parser(list(_tokens(text)), synonyms, open_ended=open_ended).query()
    except _Unparsed:
        # An operator that cannot be obeyed is most likely half of a query still being typed.
        words = folding.words(folding.fold(_OPERATOR.sub(" ", text)))[:_MOST_WORDS]
        plain = [_Token("word", word) for word in words]
        return _Parser(plain, synonyms, open_ended=open_ended).query()


def filter_named(name: str) -> str:
    """The filter that a name means, however its letters are written, or nothing."""
    return _FOLDED_FILTERS.get(folding.fold(name), "")


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        field = filter_named(match["field"] or "")
        if match["field"] and field:
            yield _Token("filter", match["value"].strip('"'), field)
        elif match["field"]:
            yield _Token("word", f"{match['field']} {match['value']}")
        elif match["phrase"] is not None:
            yield _Token("phrase*" if match["phrase_star"] else "phrase", match["phrase"])
        elif match["word"] in ("AND", "OR", "NOT"):
            yield _Token(match["word"], match["word"])
        else:
            yield _Token(kind, match[kind])


class _Parser:
    """Recursive descent over OR, then AND, then NOT, each level giving an FTS5 expression."""

    def __init__(self, tokens: list[_Token], synonyms: Synonyms, *, open_ended: bool) -> None:
        self._tokens = tokens
        self._synonyms = synonyms
        self._open_ended = open_ended
        self._place = 0
        self._depth = 0
        self._filters: list[Filter] = []
        self._terms: list[Term] = []

    def query(self) -> Query:
        wanted, excluded = self._alternatives() if self._tokens else ("", "")
        if self._place < len(self._tokens):
            raise _Unparsed
        plain = self._terms and all(t.kind in ("word", "filter") for t in self._tokens)
        return Query(wanted, excluded, tuple(self._filters), tuple(self._terms), bool(plain))

    def _alternatives(self) -> tuple[str, str]:
        branches = [self._conjunction()]
        while self._next_is("OR"):
            self._take()
            branches.append(self._conjunction())
        if len(branches) == 1:
            return branches[0]
        if any(excluded and not wanted for wanted, excluded in branches):
            raise _Unparsed  # "a OR NOT b" would be nearly everything
        return " OR ".join(f"({_joined(*branch)})" for branch in branches if branch[0]), ""

    def _conjunction(self) -> tuple[str, str]:
        wanted: list[str] = []
        excluded: list[str] = []
        while self._place < len(self._tokens) and not self._next_is("OR", "close"):
            if self._next_is("AND"):
                self._take()
            negated = self._next_is("NOT", "minus")
            if negated:
                self._take()
            expression = self._primary(negated=negated)
            if expression:
                (excluded if negated else wanted).append(expression)
        return _all_of(wanted), " OR ".join(f"({expression})" for expression in excluded)

    def _primary(self, *, negated: bool) -> str:
        token = self._take()
        match token.kind:
            case "open":
                return self._inside_parentheses()
            case "filter":
                self._add_filter(Filter(token.field, token.text, negated))
                return ""
            case "word" if not negated and self._next_is("word"):
                return self._run_of_words(token)
            case "word" | "phrase" | "phrase*":
                return self._words(token, negated=negated)
            case _:
                raise _Unparsed

    def _add_filter(self, item: Filter) -> None:
        if item not in self._filters:
            self._filters.append(item)
        if len(self._filters) > _MOST_FILTERS:
            raise _Unparsed

    def _inside_parentheses(self) -> str:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _Unparsed
        wanted, excluded = self._alternatives()
        if self._take().kind != "close" or not wanted:
            raise _Unparsed
        self._depth -= 1
        return _joined(wanted, excluded)

    def _run_of_words(self, first: _Token) -> str:
        """Words side by side: those that the lexicon knows as one phrase are one term."""
        run = [first]
        while self._next_is("word"):
            run.append(self._take())
        folded = [folding.words(folding.fold(token.text)) for token in run]
        tells = [any(word not in STOP_WORDS for word in words) for words in folded]
        place = 0
        expressions = []
        while place < len(run):
            length, said = self._longest_known(folded[place:])
            if length > 1:
                words = [word for some in folded[place : place + length] for word in some]
                expressions.append(self._known(_phrase(words, said)))
            elif tells[place] or not any(tells):
                is_last = place == len(run) - 1
                expressions.append(self._words(run[place], negated=False, inside=not is_last))
            place += length
        return _all_of([expression for expression in expressions if expression])

    def _longest_known(self, folded: list[list[str]]) -> tuple[int, Sequence[tuple[str, ...]]]:
        for length in range(min(len(folded), LONGEST_PHRASE), 1, -1):
            words = [word for some in folded[:length] for word in some]
            ends_tell = (
                STOP_WORDS.isdisjoint([words[0], words[-1]]) if all(folded[:length]) else False
            )
            said = tuple(self._synonyms(words)) if ends_tell else ()
            if said:
                return length, said
        return 1, ()

    def _words(self, token: _Token, *, negated: bool, inside: bool = False) -> str:
        words = tuple(folding.words(folding.fold(token.text)))
        if not words:
            return ""
        if token.kind == "word" and words[1:] == ("s",):  # president's
            words = words[:1]
        if len(self._terms) >= _MOST_WORDS:
            raise _Unparsed
        at_end = self._place == len(self._tokens) and self._open_ended
        is_last = at_end and not negated and not inside
        grown = is_last and token.kind == "word"
        starred = token.kind == "phrase*" or (token.kind == "word" and token.text.endswith("*"))
        prefix = (starred or grown) and len(words[-1]) >= _SHORTEST_PREFIX
        exact = token.kind != "word" or starred
        said = () if exact else (*self._synonyms(words), *_with_other_particles(words))
        term = Term(words, prefix=prefix, exact=exact, alternatives=said)
        return term_expression(term) if negated else self._known(term)

    def _known(self, term: Term) -> str:
        self._terms.append(term)
        return term_expression(term)

    def _next_is(self, *kinds: str) -> bool:
        return self._place < len(self._tokens) and self._tokens[self._place].kind in kinds

    def _take(self) -> _Token:
        if self._place >= len(self._tokens):
            raise _Unparsed
        self._place += 1
        return self._tokens[self._place - 1]


def _phrase(words: Sequence[str], said: Sequence[tuple[str, ...]]) -> Term:
    """A phrase that is known: its telling words, which need not stand together, and itself."""
    telling = tuple(word for word in words if word not in STOP_WORDS)
    if len(telling) == len(words):
        return Term(telling, apart=True, alternatives=tuple(said))
    return Term(telling, apart=True, alternatives=(tuple(map(stem, words)), *said))


def _with_other_particles(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The stem of a word with the particles that Arabic writes onto it, or without its own.

    Light stemming leaves ل and ب alone, as they may belong to the root; a query tries both.
    """
    if len(words) != 1 or not folding.is_arabic(words[0]):
        return []
    own = stem(words[0])
    others = [particle + own for particle in _PARTICLES if len(own) >= _SHORTEST_WITH_PARTICLE]
    if own[0] in _PARTICLES and len(own) > _SHORTEST_WITHOUT_PARTICLE:
        others.append(own[1:])
    if other := with_other_conjunction(words[0]):
        others.append(other)
    return [(other,) for other in others]


def term_expression(term: Term) -> str:
    """The FTS5 expression of one term: as written, or by stems, or by what else it is called.

    Where a word stands as written its stem stands too, so that only the beginning of a word is
    looked for in both.
    """
    written = f"({_WRITTEN} : {_quoted(term.words)}{'*' if term.prefix else ''})"
    if term.exact:
        return written
    stems = tuple(stem(word) for word in term.words)
    forms = [f"({_STEMS} : {_quoted(phrase)})" for phrase in (stems, *term.alternatives)]
    if term.prefix:
        forms.insert(0, written)
    if term.apart:
        forms.append(_all_of([f"{_STEMS} : {_quoted((word,))}" for word in stems]))
    return f"({' OR '.join(forms)})"


def in_names(expression: str) -> str:
    """The FTS5 expression of what stands in a record's names."""
    return f"{{names name_stems}} : ({expression})"


def names_expression(expression: str) -> str:
    """The same for the table of names alone, made of an expression for the whole text."""
    return expression.replace(_WRITTEN, "names").replace(_STEMS, "name_stems")


def all_of(terms: Sequence[Term]) -> str:
    """The FTS5 expression of what has every one of the terms."""
    return _all_of([term_expression(term) for term in terms])


def _quoted(words: Sequence[str]) -> str:
    return '"' + " ".join(words) + '"'


def _all_of(expressions: list[str]) -> str:
    return " AND ".join(f"({expression})" for expression in expressions)


def _joined(wanted: str, excluded: str) -> str:
    return f"({wanted}) NOT ({excluded})" if excluded else wanted
