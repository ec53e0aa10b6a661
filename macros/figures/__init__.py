"""Exact numbers, periods and dates, and how Chinese prose puts them.

Gives the others: the values a template prints, each with the facts and the formula it came from
(`values`), and the functions, filters and conditions that compute with them (`arithmetic`,
`comparisons`, `filters`, `conditions`), on top of `numerals` and `periods`.  Nothing here reads a
file or knows a template.
"""
