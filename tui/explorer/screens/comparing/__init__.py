"""Two records side by side: choosing them, reading, copying and saving the comparison."""
