"""What an office has entered: read, checked against the vocabulary, and made ready for templates.

Gives the others: an office and its facts (`offices`, `entries`), what is forgiven in the way a
figure is written (`normalise`), and the values that a template sees under each name (`context`).
"""
