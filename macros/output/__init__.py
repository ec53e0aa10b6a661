"""A document in the download formats: text, Markdown, JSON, HTML to print, Word.

Gives the others: every format by its name (`formats`), Word files (`word`, `word_blocks`), the
appendix with the table of figures (`appendix`), and the example files of the site
(`example_files`).
"""
