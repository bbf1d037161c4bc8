"""What happens to files and pages on their way to a host."""
