"""Serves the site while somebody writes: `python -m tools.serving`, which is `make serve`.

After each edit the project is read and checked again, and what the edit touches is made again,
first the page that the browser asks for.  The ordinary build knows nothing of this folder.

`watching` sees edits; `builder` answers an edit with a new `edition` of the site or with mistakes
(`mistakes`); an edition makes its pages with MkDocs, of a library with a `memory`; `web` gives them
to the browser.
"""
