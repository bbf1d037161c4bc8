"""The pictures that the README shows, and those that other sites show beside a link."""
