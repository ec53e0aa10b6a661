"""Reading the figures of texts back."""
