"""What a line of a template or of an own text is, by the mark that it begins with.

Mirrors browser/templating/line_marks.js.
"""

from __future__ import annotations

ROW = "| "
MARKS = {"# ": "heading", "+ ": "item", ROW: "row"}
