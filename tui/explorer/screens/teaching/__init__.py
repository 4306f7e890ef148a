"""What teaches the explorer on the explorer: pictures of its panes, and a tour."""
