"""Completion of what is typed in a shell: a script a shell, and what the words may become.

The script hands over the line up to the cursor and gets candidates back, one a line:

- `=value` and, behind a tab, what it is: a candidate for the whole word, or, for bash, for the part
  of it that bash replaces;
- `files` or `folders`: the shell knows better;
- `nospace`: the word goes on behind the candidate.

What may stand where is read from the table of commands, and no script names any of them.
"""

from __future__ import annotations

from store.typed import Final

SHELLS: Final = ("bash", "zsh", "fish")


def script(shell: str) -> str:
    """What a shell is to run, once, so that it completes our words.

    Args:
        shell: one of `SHELLS`.
    """
    from pathlib import Path  # only who installs it

    return (Path(__file__).parent / f"masarat.{shell}").read_text("utf-8")
