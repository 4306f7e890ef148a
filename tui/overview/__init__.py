"""What the overview of a store says, wherever it is drawn: sections of short lines, and columns."""
