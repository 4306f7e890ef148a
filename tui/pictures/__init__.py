"""Pictures of records in a terminal's cells, drawn without a library for charts."""
