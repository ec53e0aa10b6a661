"""A document as text, Markdown, HTML, Word or JSON, with or without its table of figures."""
