"""Tests of the package macros, one file for each of its modules, and of the real content."""
