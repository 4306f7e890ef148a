"""What every command has."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from tui.messages import say

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer

Group = Literal["moving", "finding", "using", "program"]


class Command:
    """Something a person can do; never made, only its class is used."""

    id: ClassVar[str]
    """Its name in the configuration; `command.<id>` is its name in the catalogues."""
    keys: ClassVar[tuple[str, ...]] = ()
    """The keys that start it, as Textual names them; the footer and the help show the first."""
    group: ClassVar[Group]
    """The heading under which the help shows it."""
    in_footer: ClassVar[bool] = False
    stays_in_footer: ClassVar[bool] = False
    """In a narrow terminal others give way to it."""
    is_rare: ClassVar[bool] = False
    """In a narrow terminal it gives way to all others in the footer."""
    is_picture: ClassVar[bool] = False
    """In a narrow terminal the footer names those together."""
    mirrors: ClassVar[bool] = False
    """Left and right change places in its keys when the interface is in Arabic."""

    takes_typing: ClassVar[bool] = False
    """What is typed right after its key goes elsewhere, so it runs before the next key is read."""

    @classmethod
    def label(cls) -> str:
        """What the footer calls it."""
        return say(f"command.{cls.id}")

    @classmethod
    def label_now(cls, explorer: Explorer) -> str:
        """What the footer calls it where the user is."""
        return cls.label()

    @classmethod
    def is_in_footer(cls, explorer: Explorer) -> bool:
        """Whether the footer offers it where the user is."""
        return cls.in_footer

    @classmethod
    def stays_now(cls, explorer: Explorer) -> bool:
        """Whether others give way to it in the footer where the user is."""
        return cls.stays_in_footer

    @classmethod
    def explanation(cls) -> str:
        """What it does, for the help and the palette."""
        return say(f"command.{cls.id}.help")

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        """Why it cannot be done now, empty when it can."""
        return ""

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        """Do it."""
        raise NotImplementedError
