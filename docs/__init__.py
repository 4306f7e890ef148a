"""What is written and drawn about masarat."""
