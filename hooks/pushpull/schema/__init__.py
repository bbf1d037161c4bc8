"""The shape of every bank file, and its JSON Schemas."""
