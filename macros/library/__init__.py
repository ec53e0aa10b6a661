"""All data of the project, loaded once and checked as a whole; summaries composed from it.

Gives the others: the library itself (`library`, filled by `loader`), the document of an office's
facts (`facts_file_reader`, `compose`, `office_documents`), and the check of the whole vocabulary
(`vocabulary_checks`).
"""
