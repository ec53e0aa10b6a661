"""The tests: a folder for each room, and builds, browser, differential and word."""
