"""Text made comparable and safe: folding, stems, unsafe characters, keyboard layouts.

Pure functions over strings in logical order; they know of no record and no store.
"""
