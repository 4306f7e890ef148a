"""The Unicode Bidirectional Algorithm (UAX #9) and the joining of Arabic letters.

Pure functions of Unicode text in logical order; no settings, no terminal.
"""
