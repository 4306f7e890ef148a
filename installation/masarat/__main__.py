"""`python -m masarat` is `masarat`."""

from masarat.tui.cli import main

main()
