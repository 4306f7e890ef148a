"""What is on the screen before Textual is there: the list, where the store alone has changed."""
