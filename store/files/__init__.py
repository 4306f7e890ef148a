"""Record files: front matter, Markdown, JSON Lines, folders of them."""
