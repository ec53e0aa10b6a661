"""What the Makefile runs beside the package: set-up, building and publishing the site."""
