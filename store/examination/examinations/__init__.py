"""The examinations: each is an entry of its own module, found by being there."""

from __future__ import annotations

from typing import Final

from store.entries import entries
from store.examination.examination import Examination

EXAMINATIONS: Final = entries(__name__, __path__, Examination)
"""All of them, in the order in which they are asked."""
