"""`masarat config`: where the configuration lies, what it says, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING, Any, Final
from tui.command_line import options
from tui.command_line.entry import Column, Command
from tui.command_line.exit_codes import DONE, FINDINGS
from tui.command_line.output import print_table
from tui.command_line.printing.listing import print_listing
from tui.command_line.printing.row_format import Listing
from tui.messages.sentences import translate

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation
    from tui.config import Complaint, Config


class _Line(NamedTuple):
    name: str
    value: str
    state: str


_STATES: Final = {
    "file": "file",
    "set": "set",
    "default": "default",
    "taken": "taken by another command",
    "complaint": "complaint",
}
"""What a line is, as formats have it, and in words."""
_COLUMNS: Final = (
    Column[_Line]("name", "a setting, or file or complaint", lambda line: line.name),
    Column[_Line]("value", "what it is; empty where others decide", lambda line: line.value),
    Column[_Line](
        "state",
        "file, set, default, complaint, or taken: by another command",
        lambda line: line.state,
    ),
)


def run(invocation: Invocation, *, wanted_format: str | None, as_json: bool) -> int:
    """Print the file, settings, keys and complaints; fail where there are complaints."""
    from tui.config import config_file, load_config
    from tui.messages import speak
    from tui.messages.sentences import user_language

    speak(user_language())
    config = load_config(config_file())
    complaints = _complaints(config)
    lines = [
        _Line("file", str(config_file()), "file"),
        *_settings(config),
        *_keys(config),
        *(_Line("complaint", each.in_words(), "complaint") for each in complaints),
    ]
    listing = Listing(_COLUMNS, lines, partial(map, _as_mapping), _print_rows)
    print_listing(listing, wanted_format, as_json=as_json)
    return FINDINGS if complaints else DONE


def _complaints(config: Config) -> list[Complaint]:
    """What the explorer tells at its start, and of the ground when a map is opened."""
    from textual.theme import BUILTIN_THEMES

    from tui.config import theme_complaints
    from tui.explorer.commands import complaints_of_keys
    from tui.messages import spoken

    keys = complaints_of_keys(config.keys, right_to_left=spoken() == "ar")
    themes = theme_complaints(config, BUILTIN_THEMES)
    return [*config.complaints, *keys, *themes, *_ground_complaints(config)]


def _ground_complaints(config: Config) -> list[Complaint]:
    from tui.config import Complaint
    from tui.explorer.screens.picturing.ground import chosen_ground

    why = chosen_ground(config.ground)[1] if config.ground else ""
    return [Complaint("map.ground-unreadable", {"error": why})] if why else []


def _settings(config: Config) -> Iterator[_Line]:
    from tui.config import SETTINGS

    for setting in SETTINGS:
        chosen = getattr(config, setting.name)
        # A default that is no value is a sentence of docs/settings.md.
        default = setting.default if setting.default in setting.values else ""
        yield _Line(setting.name, chosen or default, "set" if chosen else "default")


def _keys(config: Config) -> Iterator[_Line]:
    """Each command's keys as they are now; a list of none is a choice, too."""
    from tui.explorer.commands import COMMANDS, dialog_keys, keys_of

    for name, command in COMMANDS.items():
        keys = keys_of(command, config.keys, right_to_left=False)
        state = _state_of(name, keys or not command.keys, config)
        yield _Line(f"keys.{name}", " ".join(keys), state)
    for name, keys in dialog_keys.keys_now(config.keys).items():
        yield _Line(f"keys.{name}", " ".join(keys), _state_of(name, keys, config))


def _state_of(name: str, has_keys: object, config: Config) -> str:
    return "set" if name in config.keys else "default" if has_keys else "taken"


def _as_mapping(line: _Line) -> dict[str, Any]:
    return line._asdict()


def _print_rows(lines: Iterable[_Line]) -> int:
    rows = [(line.name, line.value, translate(_STATES[line.state])) for line in lines]
    print_table(rows)
    return len(rows)


COMMAND: Final = Command(
    name="config",
    place=98,
    short_help="Show the configuration, and what is wrong in it.",
    help=(
        "Tell the file of the configuration, each setting and the keys of each command, dialog and "
        "picture, set or default, and what the explorer cannot follow of them.",
        "Complaints name a key of two commands, a key that dialogs and text boxes need, a key that "
        "no terminal sends, a ground of maps that cannot be read, and commands, themes and "
        "settings that do not exist; where there are some, the exit code is 1.",
    ),
    run=run,
    options=(options.FORMAT, options.JSON, options.LANGUAGE, options.HELP),
    columns=_COLUMNS,
    examples=("masarat config", "masarat config --json"),
)
