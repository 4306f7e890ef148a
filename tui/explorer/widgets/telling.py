"""What outlives what it cannot do: the user is told, and the next key is heard."""

from __future__ import annotations

from textual.message import Message
from textual.message_pump import MessagePump

from store.errors import MasaratError


class TellsErrors(MessagePump):
    """Part of the application, of screens, and of widgets that read the store.

    In Textual whatever raises in a handler is told of that, and then hears no message any more: of
    the application that is every key. Overrides `_dispatch_message`, which is private to Textual
    (8.2.8) and by which all handlers are called.
    """

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except MasaratError as error:
            self.app._handle_exception(error)
