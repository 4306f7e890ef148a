"""The errors a person can be told about: one sentence on what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.tuples import NamedTuple
from store.typed import Final, Self

FieldPath = tuple[str | int, ...]
"""The way to a field: `("relations", 3, "predicate")`."""


class Sentence(str):
    """A sentence that also knows what was filled into it, so that others can translate it."""

    pattern: str
    """The sentence with `{names}` in braces."""
    arguments: dict[str, object]
    """What they stand for; one may be a sentence again."""

    def __new__(cls, pattern: str, /, **arguments: object) -> Self:
        """Fill in the pattern."""
        sentence = super().__new__(cls, pattern.format_map(arguments))
        sentence.pattern, sentence.arguments = pattern, arguments
        return sentence


class Listed(str):
    """Words of a sentence in a row; a translation joins them by the comma of its language."""

    words: tuple[str, ...]

    def __new__(cls, words: Iterable[str]) -> Self:
        """Join words by the English comma."""
        kept = tuple(words)
        listed = super().__new__(cls, ", ".join(kept))
        listed.words = kept
        return listed


class MasaratError(Exception):
    """Anything that goes wrong outside the program itself; `str()` is the sentence to show."""

    @property
    def sentence(self) -> str:
        """What `str()` gives, as a `Sentence` where it can be translated."""
        return self.args[0] if isinstance(self.args[0], Sentence) else str(self)


class StoreError(MasaratError):
    """The store cannot be opened, read or written; it is left as it was."""


class DamagedRowError(StoreError):
    """A record or source of the store that cannot be used; others can be read without it."""

    def __init__(self, key: str, problem: Problem) -> None:
        self.key = key
        self.problem = problem
        self.field = problem.field
        """The way to the field, empty where it is of no one field."""
        what = problem.what
        if self.field:
            what = Sentence("{field}: {message}", field=self.field, message=what)
        self.what = what
        """What is wrong, with the field."""
        sentence = "{key} is damaged in the store ({what}); masarat repair mends the store."
        super().__init__(Sentence(sentence, key=key or '""', what=what))


class ChangedMeanwhileError(StoreError):
    """A list was read before somebody else changed the store, and can be read no further."""

    def __init__(self, path: str) -> None:
        sentence = "{path} was changed by another program meanwhile; try again."
        super().__init__(Sentence(sentence, path=path))


class UnknownKeyError(MasaratError):
    """No record has that key; the sentence names the nearest ones."""


class WriteError(MasaratError):
    """A file or folder cannot be written; what was there is as it was."""


class ExportError(WriteError):
    """Something stands where an export would write."""


CORRECT_IT: Final = Sentence("Correct it, then try again")


class Problem(NamedTuple):
    """One thing that is wrong with a record or source, whatever file it came from."""

    path: FieldPath
    what: Sentence
    """What is wrong, or what was expected."""
    todo: Sentence = CORRECT_IT
    text: str = ""
    """A piece of the file by which the line is found, where the path does not lead to it."""
    line: int = 0
    """The line on which it stands, where the reader of a file knows it."""

    @property
    def field(self) -> str:
        """The path as a person writes it: `relations[3].predicate`."""
        written = ""
        for step in self.path:
            written += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if written else step
        return written

    def in_file(self, file: str, line: int, rule: str = "") -> Finding:
        """The problem as one of a file: the field is named before what is wrong with it."""
        what = self.what
        if self.path:
            what = Sentence("{field}: {message}", field=self.field, message=what)
        return Finding(file, line, what, self.todo, rule)


class RecordError(MasaratError):
    """A record that is not one, with every problem found in it."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{p.field or 'record'}: {p.what}" for p in problems))


class Finding(NamedTuple):
    """One thing wrong in a file: where, what, and what to do."""

    file: str
    line: int
    what: Sentence
    todo: Sentence
    rule: str = ""
    """The name of the rule that is broken, where findings name it."""

    def __str__(self) -> str:
        return self.in_words(str)

    def in_words(self, translate: Callable[[Sentence], str]) -> str:
        """Write it on one line: `file:line: what. todo. [rule]`; line 0 is none.

        Args:
            translate: writes a sentence in the reader's language.
        """
        rule = f" [{self.rule}]" if self.rule else ""
        where = f"{self.file}:{self.line}" if self.line else self.file
        what = translate(self.what)
        end = "" if what.endswith(("?", "؟")) else "."
        return f"{where}: {what}{end} {translate(self.todo)}.{rule}"


class ImportRefused(MasaratError):
    """A folder or file that was not imported because something in it is broken."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__("\n".join(str(finding) for finding in findings))
