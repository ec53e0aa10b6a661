"""The browser's engine against Python's: both give the same, to the byte."""
