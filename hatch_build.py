"""Makes the wheel own one name: `store` and `tui` go into it as `masarat.store`, `masarat.tui`.

pyproject.toml says which files a wheel has and puts them below `masarat`; this hook
replaces the modules among them by ones that import each other there, and adds the shipped
records as a filled store, and the manual page. Why: docs/architecture.md, "One name".
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.builders.wheel import WheelBuilderConfig

NAME: Final = "masarat"
PACKAGES: Final = ("store", "tui")
COLLECTION: Final = "store/collection.db"  # where store/paths.py looks for it


class OneName(BuildHookInterface[WheelBuilderConfig]):
    """Adds what is made to the files of a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files, and have them included.

        Args:
            version: `standard`, or `editable` for an install that leads back to this checkout.
            build_data: hatchling's own; paths in the wheel count from `masarat`.
        """
        self._root = Path(self.root)
        self._made = TemporaryDirectory(prefix="masarat-wheel-")
        sys.path.insert(0, str(self._root))  # before any other checkout
        around = self._root / "installation"
        if version == "editable":
            build_data["force_include_editable"] = {
                str(around / "checkout.py"): "__init__.py",
                str(around / "masarat/__main__.py"): "__main__.py",
            }
            return
        included = {file: file.name for file in (around / NAME).iterdir() if file.is_file()}
        included |= self._prefixed_modules()
        included |= self._collection()
        build_data["force_include"] |= {str(file): target for file, target in included.items()}
        build_data["shared_data"] |= self._manual_page()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made for the wheel, which is written now."""
        self._made.cleanup()

    def _prefixed_modules(self) -> dict[Path, str]:
        """Each module that the wheel takes, written with prefixed imports, and its path there."""
        from installation.prefixed_imports import with_prefix

        made = {}
        for included in self.build_config.builder.recurse_selected_project_files():
            if included.path.endswith(".py"):
                text = Path(included.path).read_text("utf-8")
                file = Path(self._made.name, included.relative_path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(with_prefix(text, PACKAGES, NAME), "utf-8")
                made[file] = included.relative_path
        return made

    def _manual_page(self) -> dict[str, str]:
        """The page that `man masarat` shows, and its path from the folder of the installation."""
        from docs.manual_page import PATH, manual_page

        # Data of an installation goes by the same paths as the package: these are not below it.
        below = dict(self.build_config.sources)
        self.build_config.sources.clear()
        self.build_config.sources.update({"share/": "share/"} | below)
        file = Path(self._made.name, "masarat.1")
        file.write_text(manual_page(self.metadata.version), "ascii")
        return {str(file): PATH}

    def _collection(self) -> dict[Path, str]:
        """The shipped records as a store that a first start copies, where one can be made here."""
        try:
            from store.upkeep.collection import write_collection
        except ImportError as missing:
            self.app.display_warning(
                f"This wheel carries no filled store, so that its first start fills one: {missing}"
            )
            return {}
        file = Path(self._made.name, COLLECTION)
        file.parent.mkdir(parents=True, exist_ok=True)
        write_collection(str(file))
        return {file: COLLECTION}
