"""Paths on the command line, as click reads them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from tui.messages.sentences import comma_separated, translate

if TYPE_CHECKING:
    from click import Context, Parameter


def path_type(
    *, folder_exists: bool = False, has_known_ending: bool = False, **settings: bool
) -> click.ParamType[Any]:
    """Click's type of a path, but for the empty one, which it takes for the current folder.

    Args:
        folder_exists: whether a path that ends in a slash, as only a folder's does, must be one.
        has_known_ending: whether the ending of a file must be that of a format of exports; what
            is a folder, ends in a slash or has no ending is a folder.
        settings: of click's type.
    """
    from pathlib import Path  # a look-up has no paths

    class Named(click.Path):
        def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> Any:  # noqa: ANN401
            if not value:
                self.fail(translate("a path is needed; . is the current folder"), param, ctx)
            if "\0" in str(value):
                self.fail(translate("no file can have this name"), param, ctx)
            if folder_exists and str(value).endswith("/") and not os.path.isdir(value):  # noqa: PTH112
                sentence = translate("there is no folder {path}; make it first", path=value)
                self.fail(sentence, param, ctx)
            if has_known_ending and not str(value).endswith("/") and not os.path.isdir(value):  # noqa: PTH112
                self._refuse_unknown_ending(Path(value).suffix, param, ctx)
            return super().convert(value, param, ctx)

        def _refuse_unknown_ending(
            self, ending: str, param: Parameter | None, ctx: Context | None
        ) -> None:
            from store.exchange.export_formats import known_endings

            if ending and ending.lower() not in known_endings():
                sentence = translate(
                    "no report ends in {ending}; give the file an ending in {endings}, or end the "
                    "path in / for a folder",
                    ending=ending,
                    endings=comma_separated(known_endings()),
                )
                self.fail(sentence, param, ctx)

    return Named(path_type=Path, **settings)
