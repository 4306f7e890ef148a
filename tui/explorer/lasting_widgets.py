"""Widgets that go on after an error that is not the program's fault."""

from __future__ import annotations

from textual.message import Message
from textual.message_pump import MessagePump

from store.errors import MasaratError

_dispatch = MessagePump._dispatch_message


async def _dispatch_and_go_on(widget: MessagePump, message: Message) -> None:
    try:
        await _dispatch(widget, message)
    except MasaratError as error:
        widget.app._handle_exception(error)


def install() -> None:
    """Have a widget answer its next message although it could not answer the one before.

    Replaces `_dispatch_message`, which is private to Textual (8.2.8): without that, a widget takes
    no message any more once a handler of it has raised anything, and whoever waits for it waits
    for ever. What is the program's fault passes, as it ends the program.
    """
    MessagePump._dispatch_message = _dispatch_and_go_on  # type: ignore[method-assign]
