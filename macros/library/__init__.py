"""Everything the project knows, loaded and checked, and summaries composed from it."""
