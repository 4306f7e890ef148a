"""The language of the interface, and with it the direction in which it reads."""

from __future__ import annotations

from store.model.vocabulary import Language
from tui.bidi import Direction, display_settings, set_display_mode
from tui.messages import speak
from tui.messages.sentences import choose_language


def use_language(language: Language) -> None:
    """Speak a language, and set paragraphs without letters in its direction."""
    speak(language)
    choose_language(language)
    arabic = language == "ar"
    settings = display_settings()
    set_display_mode(
        settings.mode,
        guard=settings.guard,
        default_direction=Direction.RIGHT_TO_LEFT if arabic else Direction.LEFT_TO_RIGHT,
    )
