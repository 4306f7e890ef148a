"""The parts of the explorer's main screen."""
