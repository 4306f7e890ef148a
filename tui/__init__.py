"""The face of masarat: the commands and the explorer. No SQL here.

It enters the store by its doors: see docs/architecture.md.
"""
