"""Figures, periods and both in words."""
