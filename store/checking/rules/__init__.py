"""What a good collection keeps to, one rule a module; `store/checking/check.py` runs them all."""
