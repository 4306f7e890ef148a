"""A key right behind an Escape: the two typed one after the other, or one with Alt.

Terminals send the same for both, and so does whatever hands on late what was typed. Only one that
is asked for more (the keyboard protocol of kitty) tells them apart, and sends none of these.
"""

from __future__ import annotations

from typing import Final

from textual import events

_ESCAPE: Final = "\x1b"
_OF_WORDS: Final = {"b": "ctrl+left", "f": "ctrl+right"}
"""What Alt with an arrow sends in terminals of macOS: by words, where there are any."""


class EscapedKey(events.Key):
    """Such a key; whoever knows which keys mean something says what was typed."""

    def __init__(self, behind: events.Key) -> None:
        """Take the key behind the Escape."""
        super().__init__(f"alt+{behind.key}", behind.character)
        self.behind: Final = behind

    @property
    def names(self) -> frozenset[str]:
        """What it is called with Alt; a capital letter has two names."""
        key = self.behind.key
        shifted = {f"alt+shift+{key.lower()}"} if len(key) == 1 and key.isupper() else set()
        return frozenset({self.key, *shifted})

    def typed(self, bound: frozenset[str], *, in_field: bool) -> tuple[events.Key, ...]:
        """The keys that were typed.

        Args:
            bound: keys that mean something now.
            in_field: whether a field is written in.
        """
        for name in sorted(self.names & bound):
            return (events.Key(name, self.behind.character),)
        if in_field and self.behind.key in _OF_WORDS:
            return (events.Key(_OF_WORDS[self.behind.key], None),)
        return events.Key("escape", _ESCAPE), self.behind
