"""What the terminal sends: taken apart into keys, pastes and reports, within bounds."""
