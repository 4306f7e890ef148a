"""How people and other programs write values: keys, links, dates, coordinates, fields of theirs.

Pure functions from what a mapping holds to what a record holds, or to what was probably meant.
"""
