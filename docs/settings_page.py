"""docs/settings.md: the settings of the configuration file, from their entries.

`python -m docs.settings_page > docs/settings.md` writes it; a test proves that it is up to date.
"""

from __future__ import annotations

import sys
from typing import Final

from tui.config import KEYS, SETTINGS, Setting

_INTRODUCTION: Final = """# Settings

Written from `tui/config.py` by `python -m docs.settings_page > docs/settings.md`; a test proves
that it is up to date.

They stand in `config.toml` in the platform's config folder (on Linux `~/.config/masarat/`; `masarat
doctor` prints the path). The file is read and never written, and none need be there. What cannot be
followed is told at the start and otherwise ignored. The store is no setting: `--store` names it, or
else the environment variable `MASARAT_STORE`.

```toml
language = "ar"
theme = "nord"
bidi = "auto"
digits = "western"

[keys]
export = "x"
next = ["down", "j", "ctrl+n"]
```

| setting | values | without it | what |
| --- | --- | --- | --- |
"""


def settings_page() -> str:
    """The page in Markdown."""
    return _INTRODUCTION + "".join(map(_row, (*SETTINGS, KEYS)))


def _row(setting: Setting) -> str:
    values = ", ".join(f"`{value}`" for value in setting.values)
    default = f"`{setting.default}`" if setting.default in setting.values else setting.default
    return f"| `{setting.name}` | {values} | {default} | {setting.explanation} |\n"


if __name__ == "__main__":
    sys.stdout.write(settings_page())
