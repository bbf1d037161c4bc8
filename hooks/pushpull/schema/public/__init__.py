"""The shapes of the two public formats."""
