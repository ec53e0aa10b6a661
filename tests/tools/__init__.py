"""The tools that set up and build."""
