"""What an office enters: read, normalised, checked, and built into the context of a template."""
