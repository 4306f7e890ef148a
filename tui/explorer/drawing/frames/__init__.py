"""Frames: what stands on the terminal, and the least that is drawn and written for another one."""
