"""The reviewed text of every office, one file per office, and the names of all places."""
