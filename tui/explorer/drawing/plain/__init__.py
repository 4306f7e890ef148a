"""The plain mode: what is drawn for a screen reader, which reads cells line by line."""
