"""That there is no terminal any more."""


class TerminalGoneError(Exception):
    """The terminal cannot be read or written any more."""
