"""Pictures out of a command: as large as the terminal, plain in a pipe, or an SVG file."""
