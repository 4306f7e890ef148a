"""A name as people remember it: found by letters and by sound."""
