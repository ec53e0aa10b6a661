"""What each key of a data file is for, in Chinese, once for editors and for the site.

They are in key_descriptions.json, by the model that has the key; a key that a model takes over from
another is described there, unless the model has words of its own for it.  The empty key is the name
of the model itself.
"""

from __future__ import annotations

from macros.source.shared_table import shared_table

TABLE: dict[str, dict[str, str]] = shared_table(__file__)
FACTS_FILE = "facts_file"  # stands for the facts file as a whole, which is no model
TAKEN_OVER = {"OwnFact": "DeclaredFact", "FieldSpec": "DeclaredFact", "Indicator": "Quantity"}


def descriptions_of(model: str) -> dict[str, str]:
    """Return the descriptions of a model's keys."""
    return {**TABLE.get(TAKEN_OVER.get(model, ""), {}), **TABLE.get(model, {})}
