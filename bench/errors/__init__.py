"""Where reading goes wrong on the development corpora: errors by kind, and what a confidence is worth.

Enter exports and marked articles; leaves `bench/errors.md`: counts and single words, never a sentence of a corpus.
"""
