"""The pages of the website, and the checks of what maintainers write for it.

Gives the others: the macros that pages call (`archetype_pages`, `reference_pages`, with `outline`,
`explanations` and `browser_data`), the search index (`search_index`, with `registry_entries` and
`written_pages`), and the checks of pages, file names and navigation that `summaries check` and a
build run (`project_checks` calls the others).
MkDocs itself is known only to `macros/__init__.py`.
"""
