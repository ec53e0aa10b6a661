"""Facts in and out: facts files, collection sheets, merging units, rolling forward a period."""
