"""What makes this checkout an installed masarat; for `hatch_build.py`, in no wheel itself.

`masarat/` is what stands around `store` and `tui` in a wheel; `checkout.py` is the `masarat` that
an editable install gets.
"""
