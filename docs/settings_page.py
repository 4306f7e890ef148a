"""docs/settings.md: the settings of the configuration file, from their entries.

`python -m docs.settings_page > docs/settings.md` writes it; a test proves that it is up to date.
"""

from __future__ import annotations

import sys
from typing import Final

from store.upkeep.copies import KEPT
from tui.config import KEYS, SETTINGS, Setting

SAMPLE: Final = """```toml
language = "ar"
theme = "nord"
bidi = "auto"
digits = "western"

[keys]
export = "x"
next = ["down", "j", "ctrl+n"]
```"""
"""A file of settings, for the page of each language."""

_INTRODUCTION: Final = f"""# Settings

[العربية](ar/settings.md)

Written from `tui/config.py` by `python -m docs.settings_page > docs/settings.md`; a test proves
that it is up to date.

They stand in `config.toml` in the platform's config folder (on Linux `~/.config/masarat/`; `masarat
doctor` prints the path), and none need be there. What cannot be followed is told at the start and
otherwise ignored; `masarat config` tells it too, with all that is set and default. The store is no
setting: `--store` names it, or else the environment variable `MASARAT_STORE`.

`F3` in the explorer opens a page of them: what is changed there is followed at once, or from the
next start on where it says so, and written into the file. Nothing else in the file is touched, be
it a comment, a key or a setting that masarat does not know; a link is followed, and a file that may
not be written, or is not TOML, is left as it is and told.

{SAMPLE}

| setting | values | without it | what |
| --- | --- | --- | --- |
"""


_STORE: Final = f"""
## The store's file, and its copies

The store is `masarat.db` in the platform's data folder (on Linux `~/.local/share/masarat/`), or
what `--store` or `MASARAT_STORE` names. While a program has it open, `-wal` and `-shm` beside it
belong to it: copy it with `masarat backup`, which may run at any time, rather than file by file.

| file | what | kept |
| --- | --- | --- |
| `masarat-DATE.db` | what `masarat backup` made without a path | all; they are yours |
| `masarat.db.model-4` | the store before it was brought to a newer model | the newest {KEPT} |
| `masarat.db.before-repair-DATE` | the store before `masarat repair` | the newest {KEPT} |
| `masarat.db.damaged-DATE` | a damaged file in whose place another was put | the newest {KEPT} |
| `masarat.db.replaced-DATE` | the store before `masarat backup --restore` | the newest {KEPT} |

`DATE` is like `2026-11-26-094512`. Each is a whole store that only you may read, and
`masarat backup --restore FILE` puts it back in the place of the store.
"""


def settings_page() -> str:
    """The page in Markdown."""
    return _INTRODUCTION + "".join(map(_row, (*SETTINGS, KEYS))) + _STORE


def _row(setting: Setting) -> str:
    values = ", ".join(f"`{value}`" for value in setting.values)
    default = f"`{setting.default}`" if setting.default in setting.values else setting.default
    return f"| `{setting.name}` | {values} | {default} | {setting.explanation} |\n"


if __name__ == "__main__":
    sys.stdout.write(settings_page())
