"""The shape of data files."""
