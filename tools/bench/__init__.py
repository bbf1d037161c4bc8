"""The benchmark: what has a budget, measured and printed beside it."""
