"""The user's configuration: a TOML file in the platform's config folder, theirs to write.

The explorer's page of settings changes single settings in it and leaves all else as it is.
docs/settings.md shows one.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, cast

from store.disk.reasons import not_written
from store.errors import Listed, Sentence, WriteError
from store.expressions import expression
from store.files.text_file import (
    MissingFileError,
    UnreadableFileError,
    decoded,
    read_bytes,
    read_text,
)
from store.model.vocabulary import Language
from store.paths import own_folder
from store.tuples import NamedTuple
from tui.messages import LANGUAGES, say
from tui.messages.digits import DIGITS, WESTERN
from tui.messages.sentences import translate_sentence
from tui.terminal.display_choice import SETTINGS as WAYS_OF_DISPLAY


class Setting(NamedTuple):
    """One setting of the file; reading, complaints and docs/settings.md derive from it."""

    name: str
    explanation: str
    """For docs/settings.md, in English."""
    default: str
    """What holds without it; in words where no value says it."""
    values: tuple[str, ...] = ()
    """The values that it takes; empty where others decide, as Textual does of its themes."""
    is_free: bool = False
    """It takes any text, and is chosen elsewhere than on the explorer's page of settings."""


_YES_OR_NO: Final = ("true", "false")

SETTINGS: Final = (
    Setting(
        "language",
        "Of the interface; `--language` goes before it.",
        "the language last chosen in the explorer, else the locale's",
        LANGUAGES,
    ),
    Setting(
        "theme",
        "One of Textual's themes, by its name; what was chosen in the explorer goes before it.",
        "Textual's own",
    ),
    Setting(
        "bidi",
        "Who puts Arabic in order and joins its letters, see [terminals.md](terminals.md); "
        "`--bidi` goes before it.",
        WAYS_OF_DISPLAY[0],
        WAYS_OF_DISPLAY,
    ),
    Setting("digits", "Of the Arabic interface.", WESTERN, DIGITS),
    Setting(
        "history",
        "Whether searches are kept between starts; `masarat history --clear` forgets them.",
        "true",
        _YES_OR_NO,
    ),
    Setting(
        "mouse",
        "Whether clicks come to masarat; else the mouse is the terminal's, to select and copy with "
        "as anywhere else; `--no-mouse` goes before it.",
        "true",
        _YES_OR_NO,
    ),
    Setting(
        "curtain",
        "Whether the last screen is kept, to be there at once at the next start; it is not kept in "
        "plain mode, nor where `history` is false.",
        "true",
        _YES_OR_NO,
    ),
    Setting(
        "plain",
        "One pane at a time without frames, states in words, nothing drawn again that has not "
        "changed: for screen readers, see [terminals.md](terminals.md); `--plain` goes before it.",
        "false",
        _YES_OR_NO,
    ),
    Setting(
        "ground",
        "Path of a GeoJSON file on whose outlines maps are drawn; `masarat map --ground FILE` keeps"
        " it here, `--ground governorates` takes it out.",
        "Syria's governorates",
        is_free=True,
    ),
)
KEYS: Final = Setting(
    "keys",
    "A table: a command's id, as in [keys.md](keys.md), and its key or a list of its keys.",
    "the keys in that page",
)


_LARGEST: Final = 64 * 1024  # bytes: a file of settings is short
_TOLD: Final = 5
"""Complaints that a notice tells; `masarat config` tells all."""
_LONGEST: Final = 240
"""Characters of one of them there."""
_PLACE: Final = expression(r"\(at line ([0-9]{1,6}), column ([0-9]{1,6})\)")
_TWICE: Final = ("Cannot overwrite", "Cannot declare", "Cannot mutate")
"""What `tomllib` says of a name with two values."""
_GIVEN: Final = expression(r"(?m)^[ \t]*(?:keys\.)?([a-z-]+)[ \t]*=")
_TABLE_OF_KEYS: Final = expression(r"(?m)^[ \t]*\[[ \t]*keys\.([a-z-]+)[ \t]*\]")


class Complaint(NamedTuple):
    """Something in the file that was not followed: a message id and its arguments."""

    message: str
    arguments: dict[str, str]

    def in_words(self) -> str:
        """Say it in the language of the interface."""
        words = {name: translate_sentence(value) for name, value in self.arguments.items()}
        return say(self.message, **words)


class Config(NamedTuple):
    """What the user chose; an empty text where they did not."""

    language: Language | None = None
    theme: str = ""
    bidi: str = ""
    digits: str = ""
    history: str = ""
    mouse: str = ""
    curtain: str = ""
    plain: str = ""
    ground: str = ""
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """By command id."""
    complaints: tuple[Complaint, ...] = ()

    def changed(self, name: str, value: str) -> Config:
        """With another value of a setting, empty for no choice."""
        said: dict[str, Any] = {name: value or (None if name == "language" else "")}
        return self._replace(**said)

    def overruled(self, by: Config) -> Config:
        """With what another says; keys and complaints stay."""
        said = {setting.name: value for setting in SETTINGS if (value := getattr(by, setting.name))}
        return self._replace(**said)


def config_file() -> Path:
    """Where the configuration is looked for.

    Raises:
        StoreError: the user has no home folder.
    """
    return Path(own_folder("config")) / "config.toml"


def load_config(path: Path) -> Config:
    """Read the configuration; what is wrong in it is complained about and otherwise ignored."""
    try:
        text = read_text(path, _LARGEST)
    except MissingFileError:
        return Config()
    except UnreadableFileError as error:
        return Config(complaints=(_unreadable(path, error.sentence),))
    import tomllib  # 8 ms, for those who have a configuration

    try:
        written = tomllib.loads(text)
    except RecursionError:
        return Config(complaints=(_unreadable(path, Sentence("it is nested too deeply")),))
    except ValueError as error:  # a number of thousands of digits is one too
        return Config(complaints=(_unreadable(path, _no_toml(error, text)),))
    return _checked(written)


def theme_complaints(config: Config, themes: Container[str]) -> list[Complaint]:
    """What is wrong with the theme that was chosen, where those are the themes there are."""
    if not config.theme or config.theme in themes:
        return []
    return [Complaint("config.unknown-theme", {"name": config.theme})]


def in_short(complaints: Sequence[Complaint]) -> str:
    """The first of them in words that leave room on a screen, and where the others are told."""
    wrong = [_cut(complaint.in_words()) for complaint in complaints[:_TOLD]]
    if len(complaints) > _TOLD:
        wrong.append(say("config.more", count=len(complaints) - _TOLD))
    return "\n".join(wrong)


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST else f"{sentence[: _LONGEST - 1]}…"


def change_setting(path: Path, name: str, value: str) -> None:
    """Write a setting into the file, which is made where there is none.

    Comments, the order of lines and all else in it stay as they are; whatever happens, the old or
    the new file stands there.

    Args:
        path: of the file; where that is a link, the file it leads to is written.
        name: of the setting.
        value: one that it takes; without one the setting is taken out.

    Raises:
        MasaratError: what is there cannot be read or written.
    """
    from store.disk.whole_file import write_private, write_whole  # not for who only reads

    file = Path(os.path.realpath(path))
    try:
        text = decoded(read_bytes(file, _LARGEST))
    except MissingFileError:
        write_private(file, _with_setting("", name, value, file))
        return
    # A file that may not be written is not replaced either, though its folder would let us.
    if not os.access(file, os.W_OK):
        raise WriteError(not_written(file, OSError(errno.EACCES, "")))
    write_whole(file, _with_setting(text, name, value, file))


def _with_setting(text: str, name: str, value: str, path: Path) -> str:
    import tomlkit  # 60 ms, for those who change a setting
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        if value:
            document[name] = {"true": True, "false": False}.get(value, value)
        else:
            document.pop(name, None)
        written = tomlkit.dumps(document)
    except (TOMLKitError, ValueError, RecursionError) as error:
        why = Sentence("{path} is left as it is, as it is not TOML; mend it first", path=str(path))
        raise WriteError(why) from error
    if "\r\n" in text:
        written = written.replace("\r\n", "\n").replace("\n", "\r\n")
    return written


def _no_toml(error: ValueError, text: str) -> Sentence:
    place = _PLACE.search(str(error))
    if str(error).startswith(_TWICE):
        return _given_twice(text, int(place[1]) if place else text.rstrip().count("\n") + 1)
    if not place:
        return Sentence("this is not TOML")
    line, column = place.groups()
    return Sentence("line {line}, column {column} is not TOML", line=line, column=column)


def _given_twice(text: str, line: int) -> Sentence:
    given = {match[1] for match in _GIVEN.finditer(text)}
    for table in _TABLE_OF_KEYS.finditer(text):
        # Whoever chooses a key of the command `map`, and keys of its picture, comes to this.
        if (name := table[1]) in given:
            what = (
                "line {line} gives {name} another value; beside {name} = … write "
                '"{name}.NAME" = … under [keys], and not NAME = … under [keys.{name}]'
            )
            return Sentence(what, line=line, name=name)
    return Sentence("line {line} gives another value to a name that has one", line=line)


def _unreadable(path: Path, why: str) -> Complaint:
    return Complaint("config.unreadable", {"path": str(path), "error": why})


def _checked(written: dict[str, object]) -> Config:
    complaints: list[Complaint] = []
    chosen = {
        setting.name: _chosen(setting, written.pop(setting.name, ""), complaints)
        for setting in SETTINGS
    }
    keys = _keys(written.pop(KEYS.name, {}), complaints)
    complaints += [Complaint("config.unknown", {"name": name}) for name in written]
    language = cast("Language | None", chosen.pop("language") or None)
    return Config(language=language, keys=keys, complaints=tuple(complaints), **chosen)


def _chosen(setting: Setting, value: object, complaints: list[Complaint]) -> str:
    if not setting.values or _told(value) in ("", *setting.values):
        return _told(value)
    choices = Listed(setting.values)
    arguments = {"name": setting.name, "value": _told(value), "choices": choices}
    complaints.append(Complaint("config.bad-choice", arguments))
    return ""


def _told(value: object) -> str:
    """A value as it is told to the user, and written in the file."""
    if isinstance(value, bool):
        return str(value).lower()
    try:
        return str(value)
    except (ValueError, RecursionError):  # of a number of thousands of digits, of lists in lists
        return "…"


def _one_level(written: dict[str, object]) -> dict[str, object]:
    """The keys of `[keys.timeline]` beside those of `[keys]`, as `timeline.zoom-on`."""
    found: dict[str, object] = {}
    for name, value in written.items():
        if isinstance(value, dict) and value:
            found |= {f"{name}.{inner}": each for inner, each in value.items()}
        else:
            found[name] = value
    return found


def _keys(written: object, complaints: list[Complaint]) -> dict[str, tuple[str, ...]]:
    if not isinstance(written, dict):
        complaints.append(Complaint("config.bad-keys", {"name": KEYS.name}))
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for name, value in _one_level(written).items():
        keys = [value] if isinstance(value, str) else value
        if isinstance(keys, list) and all(isinstance(key, str) and key for key in keys):
            found[name] = tuple(keys)
        else:
            complaints.append(Complaint("config.bad-keys", {"name": name}))
    return found
