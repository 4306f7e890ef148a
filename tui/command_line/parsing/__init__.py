"""The command line read by the table of commands: its words, their values, how they may go on."""
