"""What `masarat doctor` prints: what was detected, Arabic in each mode, how to keep a choice."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final

from store.paths import default_store
from store.tuples import NamedTuple
from tui.bidi import DisplayMode, display_settings, set_display_mode, visual
from tui.command_line.output import print_json, print_message, print_text
from tui.config import Config, config_file, load_config
from tui.messages import speak
from tui.messages.sentences import translate, user_language
from tui.terminal.asking import TerminalAnswers, ask_terminal, give_back
from tui.terminal.display_choice import (
    EXPLICIT_ORDER,
    IMPLICIT_ORDER,
    Behaviour,
    DisplayChoice,
    choose_display,
    display_without_asking,
)
from tui.terminal.ending import EndingSignals
from tui.terminal.safe_output import Control
from tui.terminal.widths import pad

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation

CARD: Final = (
    "قرار مجلس الأمن 2118 (2013)",
    "السعر 1,250.50 دولار [15%] لا إله",
    "The word سلام (peace) in text.",
)
"""Lines in which every way of getting it wrong shows: order, digits, brackets, joining."""
CARD_SETTINGS: Final = ("app", "guard", "words", "terminal")
_REASONS: Final = {
    Behaviour.MULTIPLEXER: "A multiplexer passes on neither the mode nor what is outside it.",
    Behaviour.WORDS: "This terminal turns the letters of each word, and leaves the words.",
    Behaviour.IMPLICIT: "This terminal orders and joins by itself.",
    Behaviour.SWITCHABLE: "This terminal orders by itself and can be told not to (CSI 8 l).",
    Behaviour.STUBBORN: "This terminal orders by itself whatever it is told.",
    Behaviour.PLAIN: "This terminal draws cells as they come.",
}
_TIMEOUT: Final = 0.5
_EXPLICIT: Final = Control(EXPLICIT_ORDER.decode())
_IMPLICIT: Final = Control(IMPLICIT_ORDER.decode())


class Diagnosis(NamedTuple):
    """What `doctor` found."""

    answers: TerminalAnswers
    choice: DisplayChoice
    setting: str
    chosen_by: str
    """`command line`, `configuration` or `detection`."""
    config: Config
    store: str
    environment: Mapping[str, str]
    language: str = ""
    """What `--language` says, if it was given."""

    @property
    def setting_that_keeps(self) -> str:
        """The value of `bidi` that does what was chosen."""
        return "guard" if self.choice.guard else str(self.choice.mode)


def diagnosed(invocation: Invocation) -> Diagnosis:
    """Ask the terminal; what was typed meanwhile goes to the shell."""
    with EndingSignals():  # the terminal is quiet while it is asked, and must not stay so
        found = diagnose(invocation.store, invocation.bidi, os.environ)
    _keep_typed(found.answers.typed)
    return found._replace(language=invocation.language or "")


def print_diagnosis(found: Diagnosis, *, as_json: bool) -> None:
    """Tell the terminal, the way in which Arabic is displayed and why, files and versions."""
    if as_json:
        print_json(_as_json(found))
    else:
        speak(user_language())
        _print_facts(found)
        _print_card(found)


def _print_facts(found: Diagnosis) -> None:
    facts = list(_facts(found))
    widest = max(len(label) for label, _ in facts)
    for label, value in facts:
        print_text(f"{pad(label, widest)}  {value}")
    print_text()


def _print_card(found: Diagnosis) -> None:
    for line in _card():
        print_text(*line)
    print_text(translate("The right one can be told without Arabic: the letters of a word touch,"))
    print_text(translate("2118 stands left of the first line's words, (2013) left of 2118,"))
    print_text(translate("and every bracket closes around its number."))
    print_text()
    print_text(translate("Try one: {command}", command="masarat --bidi guard"))
    print_text(translate("Keep it: write this line into {path}", path=config_file()))
    print_text(f'  bidi = "{found.setting_that_keeps}"')
    if found.choice.behaviour is Behaviour.WORDS:
        print_text(translate("In kitty, `force_ltr yes` with --bidi app joins letters best."))


def _keep_typed(typed: bytes) -> None:
    """Leave to the shell what was typed while the terminal was asked, or else tell it."""
    if typed and not give_back(typed):
        shown = typed.decode(errors="replace")
        sentence = "Typed while the terminal was asked, and to be typed again: {typed!r}"
        print_message(translate(sentence, typed=shown))


def diagnose(path: str | None, option: str | None, environment: Mapping[str, str]) -> Diagnosis:
    """Ask the terminal, whatever is chosen, and choose as the explorer does.

    Args:
        path: the store that was named, if any.
        option: the value of `--bidi`, if any.
        environment: variables of the process.
    """
    config = load_config(config_file())
    setting = option or config.bidi or "auto"
    by_environment = display_without_asking("auto", environment)
    # Where the environment tells, a question might be drawn as letters.
    answers = TerminalAnswers() if by_environment else ask_terminal(timeout=_TIMEOUT)
    choice = display_without_asking(setting, environment) or choose_display(answers, environment)
    chosen_by = "command line" if option else "configuration" if config.bidi else "detection"
    if setting == "auto":
        chosen_by = "detection"
    return Diagnosis(
        answers, choice, setting, chosen_by, config, path or default_store(), environment
    )


def _language(found: Diagnosis) -> str:
    """The language that holds now, and who chose it."""
    if found.language:
        return translate("{language} (--language)", language=found.language)
    if found.config.language:
        return translate("{language} (configuration)", language=found.config.language)
    return translate("{language} (locale)", language=user_language())


def _facts(found: Diagnosis) -> Iterator[tuple[str, str]]:
    store = found.store
    if not os.path.exists(store):  # noqa: PTH110 — pathlib's raises
        store += f" ({translate('not made yet')})"
    configuration = str(config_file())
    if not os.path.exists(config_file()):  # noqa: PTH110 — pathlib's raises
        configuration += f" ({translate('none, defaults')})"
    explicit = " + CSI 8 l" if found.choice.explicit else ""

    yield translate("Terminal"), _terminal(found)
    yield translate("Multiplexer"), multiplexer(found.environment) or translate("none")
    yield translate("Display"), found.setting_that_keeps + explicit
    yield translate("Why"), _reason(found)
    yield translate("Store"), store
    yield translate("Configuration"), configuration
    yield translate("Language"), _language(found)
    for complaint in found.config.complaints:
        yield translate("Not followed"), complaint.in_words()
    numbers = ", ".join(f"{name} {number}" for name, number in versions().items())
    yield translate("Versions"), numbers


def _terminal(found: Diagnosis) -> str:
    kind = f"TERM={found.environment.get('TERM', '')}"
    answers = found.answers
    if answers.name:
        return f"{answers.name} ({kind}, {answers.milliseconds:.0f} ms)"
    if answers.asked and answers.late:
        return translate("one that does not answer ({kind})", kind=kind)
    if answers.asked:
        return translate("one that does not tell its name ({kind})", kind=kind)
    if found.choice.behaviour is not None and display_without_asking("auto", found.environment):
        return translate("told by the environment ({kind})", kind=kind)
    return translate("none: this runs without a terminal")


def _reason(found: Diagnosis) -> str:
    if found.chosen_by == "command line":
        return translate("The command line says so.")
    if found.chosen_by == "configuration":
        return translate("The configuration says so.")
    if not found.answers.asked and found.choice.behaviour is Behaviour.PLAIN:
        return translate("There is no terminal that could be asked.")
    return translate(_REASONS[found.choice.behaviour or Behaviour.PLAIN])


def multiplexer(environment: Mapping[str, str]) -> str:
    """The multiplexer in which the program runs, empty when in none."""
    kind = environment.get("TERM", "")
    if "TMUX" in environment or kind.startswith("tmux"):
        return "tmux"
    return "screen" if "STY" in environment or kind.startswith("screen") else ""


def versions() -> dict[str, str]:
    """Versions of what matters, by name."""
    return {
        "masarat": _version("masarat"),
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        "Textual": _version("textual"),
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # run from a checkout that was not installed
        return "?"


def _card() -> Iterator[tuple[str, ...]]:
    """The pieces of each line of the card, with the modes in which a terminal is to draw some."""
    for setting in CARD_SETTINGS:
        before, after = (_EXPLICIT, _IMPLICIT) if setting == "app" else ("", "")
        yield (f"--bidi {setting}",)
        for line in card_lines(setting):
            yield before, f"    {line}"
            before = ""
        yield (after,)


def card_lines(setting: str) -> list[str]:
    """The card's lines as they are put to a terminal under a setting of `--bidi`."""
    before = display_settings()
    mode = DisplayMode.APP if setting == "guard" else DisplayMode(setting)
    set_display_mode(mode, guard=setting == "guard")
    try:
        return [visual(line) for line in CARD]
    finally:
        set_display_mode(
            before.mode, guard=before.guard, default_direction=before.default_direction
        )


def _as_json(found: Diagnosis) -> dict[str, object]:
    answers, choice = found.answers, found.choice
    return {
        "terminal": {
            "asked": answers.asked,
            "name": answers.name,
            "term": found.environment.get("TERM", ""),
            "mode_8": answers.mode_8,
            "mark_width": answers.mark_width,
            "milliseconds": round(answers.milliseconds, 1),
            "multiplexer": multiplexer(found.environment),
        },
        "display": {
            "setting": found.setting,
            "chosen_by": found.chosen_by,
            "behaviour": choice.behaviour,
            "mode": choice.mode,
            "guard": choice.guard,
            "explicit": choice.explicit,
        },
        "store": found.store,
        "configuration": str(config_file()),
        "versions": versions(),
        "card": {setting: card_lines(setting) for setting in CARD_SETTINGS},
    }
