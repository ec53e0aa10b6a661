"""The tests: unit, site (in-process build) and browser (real Chromium)."""
