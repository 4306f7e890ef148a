"""What a record is: vocabularies, records, dates, and the proof that a mapping is one.

Frozen data in logical order; nothing of files, tables or terminals comes in.
"""
