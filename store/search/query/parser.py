"""What a person types to search the text, understood as a tree of terms and a list of filters.

    words               every word must stand in the record (or in one of its forms)
    "two words"         a phrase, as written
    evacu*              a word's beginning, of three letters or more, as less begins too many words;
                        the last word typed counts as one too
    AND OR NOT ( ) -    combine; -word is NOT word
    kind:agreement      filters hold for the whole query; -kind:zone excludes

What cannot be parsed is taken as plain words: no text is an error, but a remark says so, and a
command refuses what holds more than can be asked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from store.expressions import expression
from store.model.questions import LONGEST_QUERY, QueryRemark
from store.search.query import remarks
from store.search.query.stop_words import STOP_WORDS
from store.search.query.tokens import Token, TokenKind, tokens
from store.search.query.tree import (
    FilterClause,
    Node,
    Query,
    Term,
    all_of,
    any_of,
    terms_of,
    without,
)
from store.text import folding
from store.text.broken_plurals import in_other_number
from store.text.calendar_dates import FoundDate, dates_in, in_words, numeric_date
from store.text.numbers import Reading, numbers_in
from store.text.stems import made_of, stem, with_other_conjunction, without_prefixes
from store.text.verb_forms import other_verb_forms
from store.typed import Final

_MAY: Final = "May"
"""The month: in small letters it is none, unless a day or a year stands beside it."""
_OPERATOR: Final = expression(r"\b(?:AND|OR|NOT)\b")
LONGEST_PHRASE: Final = 5
"""Words of the longest phrase that may have synonyms."""
_SHORTEST_PREFIX: Final = 3
_PARTICLES: Final = ("ل", "ب")
_ALL_PARTICLES: Final = frozenset("وبلك")
_BEFORE_PARTICLES: Final = ("فل", "فب", "فال")
"""What is rather a letter of the root where it stands alone."""
_MOST_PARTICLES: Final = 2
_MOST_FORMS: Final = 32
_SHORTEST_WITH_PARTICLE: Final = 3  # letters of a stem
_SHORTEST_WITHOUT_PARTICLE: Final = 4

Synonyms = Callable[[Sequence[str]], Sequence[tuple[str, ...]]]
"""From the folded words of a phrase to what else it may be called, as stems."""


def no_synonyms(words: Sequence[str]) -> Sequence[tuple[str, ...]]:
    """A lexicon that knows nothing."""
    return ()


Existing = Callable[[Sequence[str]], Sequence[str]]
"""From stems to those of them that stand in any text."""


def all_exist(stems: Sequence[str]) -> Sequence[str]:
    """An index that nobody has asked."""
    return stems


Several = Callable[[Sequence[tuple[str, ...]]], Collection[tuple[str, ...]]]
"""From phrases of several folded words to those that may be called something else."""


def all_of_them(phrases: Sequence[tuple[str, ...]]) -> Collection[tuple[str, ...]]:
    """What says nothing of which phrases may be called something else."""
    return frozenset(phrases)


class _Unparsed(Exception):
    """Why a query cannot be asked as it is written."""

    def __init__(self, remark: QueryRemark) -> None:
        super().__init__(remark.told)
        self.remark = remark


def parse(
    text: str,
    synonyms: Synonyms = no_synonyms,
    existing: Existing = all_exist,
    several: Several = all_of_them,
) -> Query:
    """Understand a query; whatever cannot be understood counts as plain words.

    Args:
        text: as typed, in logical order.
        synonyms: what else words and phrases may be called.
        existing: which of the stems that a word may have stand anywhere.
        several: which phrases `synonyms` need be asked about.

    Returns:
        The query, with a remark where it is not asked as it is written.
    """
    too_long = remarks.too_long(text) if len(text) > LONGEST_QUERY else None
    text = text[:LONGEST_QUERY]
    try:
        query = _Parser(text, list(tokens(text)), synonyms, existing, several).query()
        remark = query.remark
    except _Unparsed as unparsed:
        # An operator that cannot be obeyed is most likely half of a query still being typed.
        words = folding.words(folding.fold(_OPERATOR.sub(" ", text)))
        plain = [Token("word", word, 0, 0) for word in words[: remarks.MOST_TERMS]]
        query = _Parser(text, plain, synonyms, existing, several).query()
        remark = unparsed.remark
    return query._replace(remark=too_long or remark)


class _Parser:
    """Recursive descent over OR, then AND, then NOT.

    Each level gives what is wanted and what is excluded; only a whole query, or what stands beside
    something wanted, may exclude.
    """

    def __init__(
        self,
        text: str,
        tokens: list[Token],
        synonyms: Synonyms,
        existing: Existing,
        several: Several,
    ) -> None:
        self._text = text
        self._existing = existing
        self._several = several
        self._tokens = tokens
        self._synonyms = synonyms
        self._open_ended = not text[-1:].isspace()
        self._place = 0
        self._depth = 0
        self._term_count = 0
        self._filters: list[FilterClause] = []
        self._remark: QueryRemark | None = None

    def query(self) -> Query:
        wanted, excluded = self._alternatives() if self._tokens else (None, None)
        if self._place < len(self._tokens):
            raise _Unparsed(remarks.UNFIT)
        terms = terms_of(wanted)
        is_plain = bool(terms) and self._is_of("word", "filter")
        filters = tuple(self._filters)
        return Query(self._text, wanted, excluded, filters, terms, is_plain, self._remark)

    def _alternatives(self) -> tuple[Node | None, Node | None]:
        branches = [self._conjunction()]
        while self._next_is("OR"):
            self._take()
            branches.append(self._conjunction())
        if len(branches) == 1:
            return branches[0]
        if any(excluded and not wanted for wanted, excluded in branches):
            raise _Unparsed(remarks.NEARLY_EVERYTHING)
        if not all(wanted for wanted, _ in branches):
            self._remark = remarks.FILTERS_REACH_FAR
        return any_of([without(wanted, excluded) for wanted, excluded in branches if wanted]), None

    def _conjunction(self) -> tuple[Node | None, Node | None]:
        all_wanted: list[Node] = []
        all_excluded: list[Node] = []
        while self._place < len(self._tokens) and not self._next_is("OR", "close"):
            if self._next_is("AND"):
                self._take()
            negated = False
            while self._next_is("NOT", "minus"):
                self._take()
                negated = not negated
            wanted, excluded = self._primary(negated=negated)
            if negated:
                wanted, excluded = excluded, without(wanted, excluded) if wanted else None
            all_wanted += [wanted] if wanted else []
            all_excluded += [excluded] if excluded else []
        return all_of(all_wanted), any_of(all_excluded)

    def _primary(self, *, negated: bool) -> tuple[Node | None, Node | None]:
        token = self._take()
        match token.kind:
            case "open":
                return self._inside_parentheses(negated=negated)
            case "filter":
                self._add_filter(token, negated=negated)
                return None, None
            case "word" if not negated:
                return self._run_of_words(token), None
            case "word" | "phrase" | "phrase*":
                return self._term(token, negated=negated), None
            case _:
                raise _Unparsed(remarks.UNFIT)

    def _add_filter(self, token: Token, *, negated: bool) -> None:
        if token.filter and token.text.strip():
            clause = FilterClause(token.filter, token.text, negated)
            if clause not in self._filters:
                self._filters.append(clause)
        if len(self._filters) > remarks.MOST_FILTERS:
            raise _Unparsed(remarks.TOO_MANY_FILTERS)

    def _inside_parentheses(self, *, negated: bool) -> tuple[Node | None, Node | None]:
        self._depth += 1
        if self._depth > remarks.DEEPEST:
            raise _Unparsed(remarks.TOO_DEEP)
        filters_before = len(self._filters)
        wanted, excluded = self._alternatives()
        has_filters = len(self._filters) > filters_before
        if self._take().kind != "close" or not (wanted or excluded or has_filters):
            raise _Unparsed(remarks.UNFIT)
        if negated and has_filters:
            self._remark = remarks.FILTERS_REACH_FAR
        self._depth -= 1
        return wanted, excluded

    def _run_of_words(self, first: Token) -> Node | None:
        """Words side by side: those that the lexicon knows as one phrase are one term."""
        run = [first]
        while self._next_is("word"):
            run.append(self._take())
        folded = [folding.words(folding.fold(token.text)) for token in run]
        tells = [
            token.text == _MAY or any(word not in STOP_WORDS for word in words)
            for token, words in zip(run, folded, strict=True)
        ]
        read = _readings(run, folded)
        phrases = list(dict.fromkeys(_phrases(folded)))
        known = self._several(phrases) if phrases else ()
        place = 0
        terms: list[Term | None] = []
        while place < len(run):
            if place in read:
                length, term = read[place]
                terms.append(self._counted(term))
                place += length
                continue
            length, synonyms = self._longest_known(folded[place:], known)
            if length > 1:
                words = [word for words in folded[place : place + length] for word in words]
                terms.append(self._counted(_known_phrase(words, self._that_exist(synonyms))))
            elif tells[place] or not any(tells):
                is_last = place == len(run) - 1
                terms.append(self._term(run[place], negated=False, inside=not is_last))
            place += length
        return all_of([term for term in dict.fromkeys(terms) if term])  # each word counts once

    def _longest_known(
        self, folded: list[list[str]], known: Collection[tuple[str, ...]]
    ) -> tuple[int, Sequence[tuple[str, ...]]]:
        """How many words from the first are a phrase with synonyms, and these; else one word."""
        for length in range(min(len(folded), LONGEST_PHRASE), 1, -1):
            phrase = _joined(folded[:length])
            if phrase in known and (synonyms := tuple(self._synonyms(phrase))):
                return length, synonyms
        return 1, ()

    def _term(self, token: Token, *, negated: bool, inside: bool = False) -> Term | None:
        """A word or phrase; None where it has no letters and no digits."""
        words = tuple(folding.words(folding.fold(token.text)))
        if not words:
            return None
        if token.kind == "word" and words[1:] == ("s",):  # president's
            words = words[:1]
        at_end = self._place == len(self._tokens) and self._open_ended
        is_unfinished = at_end and not negated and not inside and token.kind == "word"
        is_starred = token.kind == "phrase*" or (token.kind == "word" and token.text.endswith("*"))
        prefix = (is_starred or is_unfinished) and len(words[-1]) >= _SHORTEST_PREFIX
        exact = token.kind != "word" or is_starred
        forms = () if exact else tuple(_other_forms(words))
        found = self._that_exist(() if exact else (*self._called(words), *forms))
        same = tuple(form for form in forms if form in found)
        return self._counted(Term(words, prefix, exact, alternatives=found, forms=same))

    def _called(self, words: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
        """What else a word or phrase is called; of *كهدنة*, which nobody wrote, what هدنة is."""
        known = self._synonyms(words)
        if known or len(words) > 1 or not folding.is_arabic(words[0]):
            return known
        if self._existing([stem(words[0])]):
            return ()
        bare = (self._synonyms((word,)) for word in _without_particles(words[0]))
        return next(filter(None, bare), ())

    def _that_exist(self, phrases: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        telling = [phrase for phrase in phrases if not STOP_WORDS.issuperset(phrase)]  # *IS*, *is*
        known = set(self._existing(list({word for phrase in telling for word in phrase})))
        return tuple(phrase for phrase in telling if known.issuperset(phrase))

    def _counted(self, term: Term) -> Term:
        self._term_count += 1
        if self._term_count > remarks.MOST_TERMS:
            raise _Unparsed(
                remarks.TOO_MANY_WORDS if self._is_of("word") else remarks.TOO_MANY_TERMS
            )
        return term

    def _is_of(self, *kinds: TokenKind) -> bool:
        return all(token.kind in kinds for token in self._tokens)

    def _next_is(self, *kinds: TokenKind) -> bool:
        return self._place < len(self._tokens) and self._tokens[self._place].kind in kinds

    def _take(self) -> Token:
        if self._place >= len(self._tokens):
            raise _Unparsed(remarks.UNFINISHED)
        self._place += 1
        return self._tokens[self._place - 1]


def _phrases(folded: list[list[str]]) -> Iterator[tuple[str, ...]]:
    """The phrases of some words that may have synonyms: none begins or ends with a stop word."""
    for place in range(len(folded)):
        for end in range(place + 2, min(len(folded), place + LONGEST_PHRASE) + 1):
            phrase = _joined(folded[place:end])
            if phrase and STOP_WORDS.isdisjoint([phrase[0], phrase[-1]]):
                yield phrase


def _joined(folded: list[list[str]]) -> tuple[str, ...]:
    """The folded words of some tokens; empty where one of these has none."""
    return tuple([word for words in folded for word in words]) if all(folded) else ()


def _known_phrase(words: Sequence[str], synonyms: Sequence[tuple[str, ...]]) -> Term:
    """A phrase that is known: its telling words, which need not stand together, and itself."""
    telling = tuple(word for word in words if word not in STOP_WORDS)
    if len(telling) == len(words):
        return Term(telling, apart=True, alternatives=tuple(synonyms))
    return Term(telling, apart=True, alternatives=(tuple(map(stem, words)), *synonyms))


def _readings(run: Sequence[Token], folded: Sequence[list[str]]) -> dict[int, tuple[int, Term]]:
    """Dates and numbers of several words, by where they begin: in how many tokens, and a term."""
    single = [words[0] if len(words) == 1 else " " for words in folded]
    found = {
        number.start: (number.end - number.start, _of_number(number, single))
        for number in numbers_in(single)
    }
    for date in dates_in(single, in_query=True):
        found[date.start] = (date.end - date.start, _of_date(date, single[date.start : date.end]))
    for place, (token, words) in enumerate(zip(run, folded, strict=True)):
        if len(words) > 1 and (term := _of_token(token, words)):
            found[place] = (1, term)
    return found


def _of_token(token: Token, words: Sequence[str]) -> Term | None:
    """A token of several words that is one date or number: `2016-12`, `twenty-five`."""
    if date := numeric_date(folding.fold(token.text)):
        return _of_date(date)
    numbers = [each for each in numbers_in(words) if (each.start, each.end) == (0, len(words))]
    return _of_number(numbers[0], words) if numbers else None


def _of_date(date: FoundDate, typed: Sequence[str] = ()) -> Term:
    """A date; where the index has no such name of a month, what was typed is looked for too."""
    ways = tuple(tuple(map(stem, way)) for way in in_words(date))
    if not date.is_elsewhere:
        return Term(date.words[:1], written=ways)
    way = tuple(map(stem, typed))
    return Term(date.words[:1], alternatives=(way,), written=(*ways, way))


def _of_number(number: Reading, words: Sequence[str]) -> Term:
    way = tuple(stem(word) for word in words[number.start : number.end])
    return Term((number.digits,), written=(way,))


def _other_forms(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """What other stems an Arabic word may have: with or without particles, in the other number.

    Light stemming leaves ل and ب alone, as they may belong to the root; a query tries both.
    """
    if len(words) != 1:
        return []
    own = stem(words[0])
    if not folding.is_arabic(words[0]):
        return [(other,) for other in made_of(own)]
    bare = [stem(word) for word in _without_particles(words[0])]
    others: list[str] = [
        particle + own for particle in _PARTICLES if len(own) >= _SHORTEST_WITH_PARTICLE
    ]
    others += bare
    for form in dict.fromkeys((own, *bare[:1], without_prefixes(words[0]))):
        others += [stem(word) for word in in_other_number(form, words[0])]
    for form in dict.fromkeys((own, *bare[:1], without_prefixes(words[0]))):
        others += [stem(word) for word in other_verb_forms(form, words[0])]
    if other := with_other_conjunction(words[0]):
        others.append(other)
    different = [other for other in dict.fromkeys(others) if other != own]
    return [(other,) for other in different[:_MOST_FORMS]]


def _without_particles(word: str) -> list[str]:
    """The word without one particle that is written onto it, and without two."""
    found = []
    for _ in range(_MOST_PARTICLES):
        is_particle = word[0] in _ALL_PARTICLES or word.startswith(_BEFORE_PARTICLES)
        if not is_particle or len(word) <= _SHORTEST_WITHOUT_PARTICLE:
            break
        word = word[1:]
        found.append(word)
    return found
