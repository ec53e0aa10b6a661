"""The pages of the site: their macros, the data for the browser, the checks, the search index."""
