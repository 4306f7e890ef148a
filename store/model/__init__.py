"""What a record is: vocabularies, records, dates, and the proof that a mapping is one."""
