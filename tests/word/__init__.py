"""Word files as LibreOffice lays them out, measured from its PDF."""
