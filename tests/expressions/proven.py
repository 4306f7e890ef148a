"""The expressions that were proven to be linear, so that a run proves only what is new."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Final

from tests.expressions import backtracking, growing, hostile
from tests.expressions.backtracking import Expression

FILE = Path(__file__).with_name("proven.txt")
PROVER = tuple(str(module.__file__) for module in (backtracking, growing, hostile))
"""What the list is worth nothing without: where any of it changes, all is proven anew."""

HOW_TO_RENEW: Final = (
    "an expression or its prover was changed; if all are still linear, renew the list: "
    "RENEW_PROVEN=1 pytest tests/expressions"
)


def digest(expression: Expression) -> str:
    """What an expression is known by in the list."""
    return _digest(repr((expression.pattern, int(expression.flags))))


def listed() -> frozenset[str]:
    """The digests of what this prover has proven; none where another has."""
    if not FILE.exists():
        return frozenset()
    prover, *digests = FILE.read_text("utf-8").split()
    return frozenset(digests) if prover == _prover() else frozenset()


def write(expressions: Iterable[Expression]) -> None:
    """Make the list anew, of these: the prover in its first line."""
    lines = [_prover(), *sorted({digest(each) for each in expressions})]
    FILE.write_text("\n".join(lines) + "\n", "utf-8")


def _prover() -> str:
    return _digest("".join(Path(file).read_text("utf-8") for file in PROVER))


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
