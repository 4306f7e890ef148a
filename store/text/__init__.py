"""Text made comparable and safe: folding, stems, unsafe characters, keyboard layouts."""
