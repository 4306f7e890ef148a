"""Reports: many records in one text to read, with all their sources once, at the end.

What a report says, and what number each source has, is decided in `contents`, once; two printers
write it: `as_markdown`, and `as_html` as a page for browsers.
"""
