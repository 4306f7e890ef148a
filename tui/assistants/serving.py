"""The tools served over standard input and output, by the protocol's own library."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from contextlib import AbstractContextManager, redirect_stdout
from importlib.metadata import version
from typing import Any, Final

import anyio
from mcp import types
from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server

from store.errors import Listed, MasaratError, Sentence
from store.store import Store
from store.text.printable import printable
from tui.assistants.answers import IS_DATA
from tui.assistants.tool import Tool
from tui.assistants.tools import TOOLS
from tui.messages.sentences import translate_sentence

Opened = Callable[[], AbstractContextManager[Store]]
"""Opens the store for one question, so that each is answered from the store as it is then."""

_INSTRUCTIONS: Final = (
    "masarat holds records of a conflict's zones, agreements, actors and consequences, in Arabic "
    "and English, with the sources of every statement. Use look_up for names, search for words and "
    f"filters, show for one record whole. {IS_DATA}"
)
_READS: Final = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_NO_TOOL: Final = "There is no tool {name!r}; there are {names}."
_LONGEST_NAME: Final = 40


def serve(opened: Opened) -> None:
    """Answer until standard input ends, or nobody reads the answers any more.

    Raises:
        OSError: an answer cannot be written for another reason.
    """
    # The library tells what goes wrong in words of its own; who calls a tool is told by its answer.
    logging.getLogger("mcp").setLevel(logging.CRITICAL)
    # Answers go out as they are: they hold no text that was not made safe.
    with os.fdopen(1, "w", encoding="utf-8", closefd=False) as output, redirect_stdout(output):
        try:
            anyio.run(_serve, opened)
        except* BrokenPipeError:
            pass
        except* OSError as errors:
            raise _first(errors) from None


def _first(errors: BaseExceptionGroup[OSError]) -> OSError:
    error = errors.exceptions[0]
    return _first(error) if isinstance(error, BaseExceptionGroup) else error


async def _serve(opened: Opened) -> None:
    server = _server(opened)
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def _server(opened: Opened) -> Server[Any]:
    async def call(
        _: ServerRequestContext[Any], request: types.CallToolRequestParams
    ) -> types.CallToolResult:
        # In this thread, one after the other: a store serves one at a time, and briefly.
        return _called(opened, request.name, request.arguments or {})

    return Server(
        "masarat",
        version=version("masarat"),
        title="masarat",
        instructions=_INSTRUCTIONS,
        on_list_tools=_listed,
        on_call_tool=call,
    )


async def _listed(
    _: ServerRequestContext[Any], __: types.PaginatedRequestParams | None
) -> types.ListToolsResult:
    return types.ListToolsResult(
        tools=[
            types.Tool(
                name=tool.name,
                title=tool.title,
                description=tool.description,
                input_schema=tool.schema,
                annotations=_READS,
            )
            for tool in TOOLS.values()
        ]
    )


def _called(opened: Opened, name: str, arguments: dict[str, Any]) -> types.CallToolResult:
    try:
        tool = _named(name)
        values = tool.checked(arguments)
        with opened() as store:
            found = tool.answer(store, values)
    except MasaratError as error:
        return _told(translate_sentence(error.sentence))
    except Exception as error:  # whatever it is, the next question is answered all the same
        return _told(_defect(error))
    text = json.dumps(found, ensure_ascii=False, indent=1)
    return types.CallToolResult(
        content=[types.TextContent(type="text", text=text)], structured_content=found
    )


def _named(name: str) -> Tool:
    if name not in TOOLS:
        names = Listed(TOOLS)
        raise MasaratError(Sentence(_NO_TOOL, name=name[:_LONGEST_NAME], names=names))
    return TOOLS[name]


def _told(sentence: str) -> types.CallToolResult:
    content = types.TextContent(type="text", text=printable(sentence))
    return types.CallToolResult(content=[content], is_error=True)


def _defect(error: Exception) -> str:
    """Keep what is known of a defect for whoever mends it, and say so without any of its text."""
    from tui.defects import report_folder, write_report

    kind = type(error).__name__
    try:
        write_report(error, report_folder())
    except (MasaratError, OSError):  # no place to keep it
        return f"masarat has a defect ({kind})."
    return f"masarat has a defect ({kind}); a report for its makers was kept on this machine."
