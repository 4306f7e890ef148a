"""Sources looked up, found and listed as what they are, and who cites each for what."""
