"""The command line read by click: its commands, its values and its sentences."""
