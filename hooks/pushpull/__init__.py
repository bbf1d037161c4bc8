"""Turns the bank in `assessment/` into pages and browser data; knows nothing of MkDocs."""
