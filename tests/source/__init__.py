"""Sources: bytes, YAML and the settings at the head of a page."""
