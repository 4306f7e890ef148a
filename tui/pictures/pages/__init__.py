"""Pictures as pages for a browser, which need nothing but themselves: one module a picture."""
