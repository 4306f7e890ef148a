"""The face of masarat: the commands and the explorer. No SQL here."""
