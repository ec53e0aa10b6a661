"""What an office has entered: read, checked against the vocabulary, and made ready for templates.

Gives the others: which facts a summary needs (`archetype_facts`), an office and what it has
entered (`offices`, `entries`), which spellings of a figure are accepted (`normalise`), the
values that a template sees under each name (`context`), and the check of an office's facts against
each other (`consistency`).
"""
