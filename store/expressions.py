"""Regular expressions that are compiled when they are first asked: most starts ask few of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    expression = re.compile
else:
    from typing import Any

    class expression:  # noqa: N801 — it is called as `re.compile` is
        """What `re.compile` gives, once anything is asked of it."""

        def __init__(self, source: str | bytes, flags: int = 0) -> None:
            self._source = source
            self._flags = flags

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 — whatever a pattern has
            if name.startswith("__"):
                raise AttributeError(name)
            # What was asked for once stands here from now on: it costs as little as a pattern's.
            value = getattr(re.compile(self._source, self._flags), name)
            setattr(self, name, value)
            return value
