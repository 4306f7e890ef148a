"""What a timeline of records is drawn from: all that is dated, in days, and in which lanes."""
