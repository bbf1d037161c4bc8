"""A finished page: what it loads, its repairs and its policy."""
