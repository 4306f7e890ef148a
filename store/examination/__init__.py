"""Whether a store is sound: its pages, its references, its records, and the indexes over them.

What the program writes is sound; what is looked for here is what a disk, another program or a hand
has made of it since.
"""
