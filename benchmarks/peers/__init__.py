"""What masarat is measured against: the least that does a comparable thing."""
