"""Mending a damaged store: its indexes made anew, or what can be read saved into a new one."""
