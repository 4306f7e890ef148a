"""What a rule says of a record, before the file and line are known."""

from __future__ import annotations

from typing import NamedTuple

from store.errors import FieldPath, Sentence


class Complaint(NamedTuple):
    """One thing that is wrong."""

    path: FieldPath
    """The way to the field: `("relations", 3, "object")`."""
    what: Sentence
    todo: Sentence
    text: str = ""
    """A piece of the file by which the line is found, where the path does not lead to it."""
    rule: str = ""
    """The name of the rule that is broken, as docs/records.md lists them."""
