"""Page layouts as data: every parameter with its clause and strength; impossible pages refused."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Generic, Self, TypeVar

from pydantic import Field, model_validator

from macros.model import Model, SlugId, Text, load_model
from macros.report import nearest
from macros.source import Mapping, Scalar
from macros.writing import Strength  # noqa: TC001 - pydantic needs it at run time

if TYPE_CHECKING:
    from macros.document import Document
    from macros.report import Report

T = TypeVar("T")
# No markup can follow from a font's name, in XML or in CSS.
Font = Annotated[str, Field(pattern=r"^[\w \-]+$", max_length=40)]
Length = Annotated[Decimal, Field(gt=0, le=1000)]  # mm
Size = Annotated[Decimal, Field(ge=5, le=72, multiple_of=Decimal("0.5"))]  # pt
Count = Annotated[int, Field(ge=1, le=200)]
DEFAULT = "gbt9704"
POINTS_PER_MM = Decimal(72) / Decimal("25.4")


class Parameter(Model, Generic[T]):
    """A value, the clause it comes from, and how strongly that binds."""

    value: T
    clause: Text
    strength: Strength


class Parameters(Model):
    """Everything a page needs: lengths in mm, sizes and spacing in pt, indents in characters."""

    page_width: Parameter[Length]
    page_height: Parameter[Length]
    top: Parameter[Length]
    bottom: Parameter[Length]
    left: Parameter[Length]
    right: Parameter[Length]
    lines: Parameter[Count]
    characters: Parameter[Count]
    line_spacing: Parameter[Annotated[Decimal, Field(ge=5, le=100)]]
    character_spacing: Parameter[Annotated[Decimal, Field(ge=-5, le=20)]]
    body_size: Parameter[Size]
    title_size: Parameter[Size]
    table_size: Parameter[Size]
    indent: Parameter[Annotated[int, Field(ge=0, le=10)]]
    body_font: Parameter[Font]
    title_font: Parameter[Font]
    heading1_font: Parameter[Font]
    heading2_font: Parameter[Font]
    heading3_font: Parameter[Font]
    heading4_font: Parameter[Font]
    number_font: Parameter[Font]
    number_size: Parameter[Size]
    number_indent: Parameter[Annotated[int, Field(ge=0, le=10)]]
    number_distance: Parameter[Length]

    @model_validator(mode="after")
    def _fits_the_page(self) -> Self:
        width = self.page_width.value - self.left.value - self.right.value
        height = self.page_height.value - self.top.value - self.bottom.value
        if width <= 0 or height <= 0:
            raise ValueError("页边距之和不小于纸张，放不下正文")
        needed = self.lines.value * self.line_spacing.value
        if self.line_spacing.value < self.body_size.value or needed > height * POINTS_PER_MM:
            raise ValueError(f"版心高{height}mm，放不下{self.lines.value}行")
        advance = self.body_size.value + self.character_spacing.value
        if self.characters.value * advance > width * POINTS_PER_MM:
            raise ValueError(f"版心宽{width}mm，每行放不下{self.characters.value}字")
        if self.number_distance.value >= self.bottom.value:
            raise ValueError("页码到纸边的距离应小于下边距")
        return self


class Layout(Model):
    """How a document stands on paper."""

    id: SlugId
    name: Text
    note: Text
    parameters: Parameters

    @property
    def values(self) -> dict[str, Decimal | int | str]:
        """Return the value of each parameter, by its name."""
        return {name: parameter.value for name, parameter in self.parameters}


def read_layouts(nodes: dict[str, Mapping], report: Report) -> dict[str, Layout]:
    """Return the layouts of the files, by id; what one leaves out comes from its base."""
    found = {}
    for name, node in nodes.items():
        whole = _with_base(node, nodes, report)
        layout = whole and load_model(Layout, whole, report, id=name)
        if layout:
            found[name] = layout
    return found


def _with_base(node: Mapping, nodes: dict[str, Mapping], report: Report) -> Mapping | None:
    base, own = node.get("base"), node.get("parameters")
    if base is None or not isinstance(own, Mapping):
        return node
    wanted = base.value if isinstance(base, Scalar) else ""
    below = nodes[wanted].get("parameters") if wanted in nodes else None
    if not isinstance(below, Mapping) or nodes[wanted].get("base") is not None:
        options = [name for name, other in nodes.items() if other.get("base") is None]
        guess = nearest(wanted, options)
        report.error(node.place_of("base"), f"不能以“{wanted}”为底", "、".join(options), guess)
        return None
    parameters = replace(own, entries={**below.entries, **own.entries})
    entries = {key: value for key, value in node.entries.items() if key != "base"}
    entries["parameters"] = (node.entries["parameters"][0], parameters)
    return replace(node, entries=entries)


def right_indents(document: Document) -> dict[str, int]:
    """Return, in half characters, how far from the right edge signature and date end (7.3.5.2).

    The date begins two characters right of the signature; the longer of both ends two characters
    from the edge.
    """
    widths = {block.type: _width(block.text) for block in document.blocks}
    if "signature" not in widths or "date" not in widths:
        return {}
    over = widths["signature"] - widths["date"]
    date = max(over, 4)
    return {"signature": 4 + max(4 - over, 0), "date": date}


def _width(text: str) -> int:
    """Return the width in half characters."""
    return sum(1 if character < "\x7f" else 2 for character in text)
