"""The real content, and summaries composed of it."""
