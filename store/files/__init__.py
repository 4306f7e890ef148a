"""Record files: front matter, Markdown, JSON Lines, folders of them.

Texts and folders come in, records and the problems in them go out; the way back loses nothing.
"""
