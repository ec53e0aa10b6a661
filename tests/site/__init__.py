"""The pages, and the checks of the whole project."""
