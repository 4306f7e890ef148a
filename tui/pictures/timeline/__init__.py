"""The timeline: a lane a group, on an axis that zooms from decades to days."""
