"""Finding within the record that is shown."""
