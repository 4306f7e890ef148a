"""Files and folders on a disk: written whole or not at all, never through a link, private."""
