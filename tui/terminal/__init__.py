"""The terminal: what it does with Arabic, how it is driven and given back, what its keys type.

No record and no widget comes in.
"""
