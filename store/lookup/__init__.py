"""A name as people remember it: found by letters and by sound, in either script.

Texts come in as typed or written, and folded words inside; what goes out are ids of records.
"""
