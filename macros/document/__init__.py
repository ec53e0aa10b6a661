"""A summary as a document: its blocks, their numbers and line breaks, and the page they go on.

Gives the others: the document model (`document`), blocks from a rendered template (`paragraphs`),
heading numbers (`numbering`), the lines of titles and signatures (`line_breaking`), the page
layouts of GB/T 9704 and their variants (`page_layout`), and an editor's checks (`proofreading`).
"""
