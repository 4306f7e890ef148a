"""`python -m tui` is `masarat`."""

from tui.cli import main

main()
