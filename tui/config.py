"""The user's configuration: a TOML file in the platform's config folder, read and never written.

language = "ar"          # en or ar; without it the locale decides
theme = "nord"           # one of Textual's themes
bidi = "auto"            # auto, app, words, terminal, guard or off
digits = "western"       # or arabic-indic, in the Arabic interface

[keys]                   # a command's id (see the help) and its keys
export = "x"
next = ["down", "j", "ctrl+n"]
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import platformdirs

from store.model.vocabulary import Language
from tui.messages.digits import DIGITS
from tui.terminal.display_choice import SETTINGS


class Complaint(NamedTuple):
    """Something in the file that was not followed: a message id and its arguments."""

    message: str
    arguments: dict[str, str]


@dataclass(frozen=True, slots=True)
class Config:
    """What the user chose; an empty text where they did not."""

    language: Language | None = None
    theme: str = ""
    bidi: str = ""
    digits: str = ""
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By command id."""
    complaints: tuple[Complaint, ...] = ()


def config_file() -> Path:
    """Where the configuration is looked for."""
    return platformdirs.user_config_path("masarat") / "config.toml"


def load_config(path: Path) -> Config:
    """Read the configuration; what is wrong in it is complained about and otherwise ignored."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        return Config(complaints=(_complaint("config.unreadable", error, path),))
    import tomllib  # 8 ms, for those who have a configuration

    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Config(complaints=(_complaint("config.unreadable", error, path),))
    return _checked(written)


def _complaint(message: str, error: Exception, path: Path) -> Complaint:
    return Complaint(message, {"path": str(path), "error": str(error)})


def _checked(written: dict[str, object]) -> Config:
    complaints: list[Complaint] = []
    choices = {
        "language": _choice(written, "language", ("en", "ar"), complaints),
        "bidi": _choice(written, "bidi", SETTINGS, complaints),
        "digits": _choice(written, "digits", DIGITS, complaints),
    }
    theme = written.pop("theme", "")
    keys = _keys(written.pop("keys", {}), complaints)
    complaints += [Complaint("config.unknown", {"name": name}) for name in written]
    language: Language | None = "ar" if choices["language"] == "ar" else None
    if choices["language"] == "en":
        language = "en"
    return Config(language, str(theme), choices["bidi"], choices["digits"], keys, tuple(complaints))


def _choice(
    written: dict[str, object], name: str, choices: tuple[str, ...], complaints: list[Complaint]
) -> str:
    value = written.pop(name, "")
    if value in ("", *choices):
        return str(value)
    arguments = {"name": name, "value": str(value), "choices": ", ".join(choices)}
    complaints.append(Complaint("config.bad-choice", arguments))
    return ""


def _keys(written: object, complaints: list[Complaint]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, keys in written.items() if isinstance(written, dict) else ():
        some = [keys] if isinstance(keys, str) else keys
        if isinstance(some, list) and all(isinstance(key, str) and key for key in some):
            found[name] = tuple(some)
        else:
            complaints.append(Complaint("config.bad-keys", {"name": name}))
    return found
