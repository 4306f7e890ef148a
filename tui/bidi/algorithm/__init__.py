"""The Unicode Bidirectional Algorithm (UAX #9) and the joining of Arabic letters."""
