"""The shape of the data files, as pydantic models: one schema from which the rest is derived.

Gives the others: what a fact is (`vocabulary`), what sections and archetypes are (`archetypes`),
and the rules of writing with their sources (`writing_rules`).
"""
