"""The reader: the text of a source that the user holds, beside what each sentence supports."""
