"""What the larger commands print; loaded when they are called, not when they are listed."""
