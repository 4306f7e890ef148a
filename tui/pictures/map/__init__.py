"""The map: outlines, zones as labelled marks, and who went from where to where."""
