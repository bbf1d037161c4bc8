"""A bank in, the text of every generated page out."""
