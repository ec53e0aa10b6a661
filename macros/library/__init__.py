"""Everything the project knows, loaded once and checked as a whole; summaries composed from it.

Gives the others: the library itself (`library`, filled by `loader`), the document of an office's
facts (`compose`, `office_documents`), and the checks that need more than one file
(`vocabulary_checks`, `consistency`).
"""
