"""Texts of sources that the user holds: read, split into sentences, kept, found."""
