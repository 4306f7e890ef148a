"""Parts of screens that are no panes, which panes build on: lists, tabs, search box, footer."""
