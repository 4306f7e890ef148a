"""What a map of records is drawn from: its ground, zones and movements."""
