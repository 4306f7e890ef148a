"""What assistants are served: the store as tools of the Model Context Protocol, to read only.

A tool is one entry (`tools`), which knows its arguments with their bounds and answers with a plain
mapping; `serving` alone knows the protocol's library, which is an extra.
"""
