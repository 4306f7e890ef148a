"""What is thrown at masarat to see what it loses: `make assault`, see docs/reliability.md."""
