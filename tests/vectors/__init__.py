"""Shared vectors of the figure functions: what every language that speaks them must print."""
