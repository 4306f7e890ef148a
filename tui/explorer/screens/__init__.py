"""The main screen and the dialogs.

Each dialog is opened by a command and answers by a call; none knows a command.
"""
