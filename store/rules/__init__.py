"""What a good collection keeps to, one rule a module; `store/check.py` runs them all."""
