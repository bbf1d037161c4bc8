"""What the browser has of each page while an author edits, so that only pages that differ are built."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet


class Shown:
    """The texts of all pages as they were built last, and what stands around all of them."""

    def __init__(self) -> None:
        """Begin with nothing shown."""
        self.frame: object = None
        self.shown: Mapping[str, str] = {}
        self.made: Mapping[str, str] = {}

    def changed(self, texts: Mapping[str, str], frame: object) -> AbstractSet[str]:
        """Return the names of those texts that the browser does not have, all where the frame differs.

        These count as made, and as shown once `keep` has been called, for a build may fail before.
        """
        shown = self.shown if frame == self.frame else {}
        self.frame, self.made = frame, texts
        return {name for name, text in texts.items() if shown.get(name) != text}

    def keep(self) -> None:
        """Take what was made for shown."""
        self.shown = self.made
