"""Sources looked up, found and listed, and who cites each for what."""
