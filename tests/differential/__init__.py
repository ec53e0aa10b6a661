"""The browser's engine against Python's: what one says, the other says, to the byte."""
