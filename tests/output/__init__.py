"""A document as a file."""
