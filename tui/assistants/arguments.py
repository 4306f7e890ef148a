"""Arguments that several tools take."""

from __future__ import annotations

from typing import Final

from store.model.vocabulary import KINDS
from tui.assistants.tool import Argument

LONGEST_KEY: Final = 120

KIND: Final = Argument("kind", "Only records of this kind.", choices=tuple(KINDS))
LIMIT: Final = Argument("limit", "The most that is given.", most=50, default=10, least=1)
OFFSET: Final = Argument("offset", "How many to pass over.", most=1_000_000, default=0)
LANGUAGE: Final = Argument(
    "language",
    "Of labels, and of texts that are there in both.",
    choices=("en", "ar"),
    default="en",
)
