"""Regular expressions that are compiled when they are first asked: most starts ask few of them.

Nor is `re` imported before: with the `enum` that it needs it takes 12 million instructions, of a
look-up's 180. So what every command loads writes its expressions' flags into them, as `(?x)`.
"""

from __future__ import annotations

from store.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    expression = re.compile
else:
    from store.typed import Any

    class expression:  # noqa: N801 — it is called as `re.compile` is
        """What `re.compile` gives, once anything is asked of it."""

        def __init__(self, source: str | bytes, flags: int = 0) -> None:
            self._source = source
            self._flags = flags

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 — whatever a pattern has
            if name == "pattern":
                return self._source
            if name.startswith("__"):
                raise AttributeError(name)
            import re

            # What was asked for once stands here from now on: it costs as little as a pattern's.
            value = getattr(re.compile(self._source, self._flags), name)
            setattr(self, name, value)
            return value
