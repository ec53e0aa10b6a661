"""Page layouts: margins, fonts, page numbers, each with its clause; impossible ones are refused."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Annotated, Generic, Literal, Self, TypeVar

from pydantic import AfterValidator, Field, model_validator

from macros.document.numbering import COUNTER, MAX_LEVEL
from macros.schema.writing_rules import Strength  # noqa: TC001 - pydantic needs it at run time
from macros.source.model import GIVEN_ID, FieldError, Model, SlugId, Text, load_model
from macros.source.report import nearest
from macros.source.strict_types import Exact, Integer
from macros.source.yaml_reader import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.source.report import Report

T = TypeVar("T")


def _check_font(name: str) -> str:
    """Return the name of a font, which can contain no markup for XML or CSS."""
    if not re.fullmatch(r"[\w \-]{1,40}", name):
        raise ValueError(f"字体的名称“{name}”不对：只用汉字、字母、数字、空格和连字符，至多40个字")
    return name


def _check_number(form: str) -> str:
    """Return the form of a level's number: it has a counter and no other digits."""
    rest = COUNTER.sub("", form)
    if rest == form or not NUMBER_REST.fullmatch(rest) or any(map(str.isnumeric, rest)):
        raise FieldError(
            f"序数“{form}”不对",
            "这一级第一个序数的样子，用“一”“1”或“①”计数，至多10个字，如一、（一）1.第一章",
        )
    return form


NUMBER_REST = re.compile(r"[\w　 、．.，：（）()〔〕【】-]{0,9}")
Number = Annotated[str, AfterValidator(_check_number)]
Font = Annotated[str, AfterValidator(_check_font)]
Length = Annotated[Exact, Field(gt=0, le=1000)]  # mm
Size = Annotated[Exact, Field(ge=5, le=72, multiple_of=Decimal("0.5"))]  # pt
Count = Annotated[Integer, Field(ge=1, le=200)]
DEFAULT_LAYOUT = "gbt9704"
TWIPS = 20  # in a point: the unit of lengths in Word files
POINTS_PER_MM = Decimal(72) / Decimal("25.4")
PRINTER_MARGIN = 5  # mm: most printers cannot print nearer to the edge of the paper


def twips(points: Decimal | int) -> int:
    """Return a length in points as Word stores it: in twentieths of a point, rounded."""
    return int((Decimal(points) * TWIPS).quantize(Decimal(1), ROUND_HALF_UP))


def _rounded_to_twips(points: Decimal) -> Decimal:
    """Return a length in points after Word has rounded it."""
    return Decimal(twips(points)) / TWIPS


class Parameter(Model, Generic[T]):
    """A value, the clause of the standard it comes from, and how strictly that binds."""

    value: T
    clause: Text
    strength: Strength


class Parameters(Model):
    """The parameters of a page: lengths in mm, sizes and spacing in pt, indents in characters."""

    page_width: Parameter[Length]
    page_height: Parameter[Length]
    top: Parameter[Length]  # top to right: the margins
    bottom: Parameter[Length]
    left: Parameter[Length]
    right: Parameter[Length]
    lines: Parameter[Count]
    characters: Parameter[Count]
    line_spacing: Parameter[Annotated[Exact, Field(ge=5, le=100)]]
    character_spacing: Parameter[Annotated[Exact, Field(ge=-1, le=20)]]
    body_size: Parameter[Size]
    title_size: Parameter[Size]
    table_size: Parameter[Size]
    indent: Parameter[Annotated[Integer, Field(ge=0, le=10)]]
    addressee_indent: Parameter[Annotated[Integer, Field(ge=0, le=10)]]
    endnote_indent: Parameter[Annotated[Integer, Field(ge=0, le=10)]]
    body_font: Parameter[Font]
    title_font: Parameter[Font]
    heading1_font: Parameter[Font]
    heading2_font: Parameter[Font]
    heading3_font: Parameter[Font]
    heading4_font: Parameter[Font]
    heading1_number: Parameter[Number]  # the form of a first heading's number: 一、
    heading2_number: Parameter[Number]
    heading3_number: Parameter[Number]
    heading4_number: Parameter[Number]
    number_font: Parameter[Font]  # number_font to number_dashes: the page number
    number_size: Parameter[Size]
    number_indent: Parameter[Annotated[Integer, Field(ge=0, le=10)]]
    number_distance: Parameter[Length]
    number_position: Parameter[Literal["outer", "center"]]
    number_dashes: Parameter[bool]
    header_distance: Parameter[Length]

    @model_validator(mode="after")
    def _fits_the_page(self) -> Self:
        for what in self._mistakes():
            raise ValueError(what)
        return self

    def _mistakes(self) -> Iterator[str]:
        width, height = self.text_width, self.text_height
        spacing = _rounded_to_twips(self.line_spacing.value)
        advance = self.body_size.value + _rounded_to_twips(self.character_spacing.value)
        lines, characters = self.lines.value, self.characters.value
        if width <= 0 or height <= 0:
            yield "页边距之和不小于纸张，放不下正文"
        if lines * spacing > height * POINTS_PER_MM:
            yield f"版心高{height}mm，放不下{lines}行（行距在Word里是{spacing}磅）"
        if characters * advance > width * POINTS_PER_MM:
            yield f"版心宽{width}mm，每行放不下{characters}字（每字在Word里占{advance}磅）"
        for what, size in (("正文", self.body_size.value), ("标题", self.title_size.value)):
            if size > spacing:
                yield f"{what}字号{size}磅，大于行距{spacing}磅，上下行会重叠；字号应不大于行距"
        yield from self._mistakes_of_edges()
        yield from self._mistakes_of_numbers()

    def _mistakes_of_edges(self) -> Iterator[str]:
        """Yield why the page number, or the header of a draft, does not fit in its margin."""
        line = round(self.number_line / POINTS_PER_MM, 1)
        for what, key, margin in (
            ("页码", "number_distance", self.bottom.value),
            ("草稿的页眉", "header_distance", self.top.value),
        ):
            distance = getattr(self, key).value
            if not PRINTER_MARGIN <= distance <= margin - line:
                reason = f"近于{PRINTER_MARGIN}mm，打印机多半印不出；再远，会占去正文的一行"
                most = f"应不小于{PRINTER_MARGIN}、不大于{margin - line}（页边距减去一行{line}mm）"
                yield f"{what}到纸边的距离“{key}”是{distance}mm，{most}：{reason}"

    def _mistakes_of_numbers(self) -> Iterator[str]:
        for level, form in enumerate(self.numbers, 1):
            if len(COUNTER.findall(form)) > level:
                yield f"第{level}级的序数“{form}”里计数的比上面的级还多，至多{level}个"
            above = self.numbers.index(form) + 1
            if above < level:
                yield f"第{above}级和第{level}级的序数都是“{form}”，分不清层次"

    @property
    def numbers(self) -> tuple[str, ...]:
        """Return the form of each level's number, the top level first; see numbering.py."""
        levels = range(1, MAX_LEVEL + 1)
        return tuple(getattr(self, f"heading{level}_number").value for level in levels)

    @property
    def text_width(self) -> Decimal:
        """Return the width of the text block, in mm."""
        return self.page_width.value - self.left.value - self.right.value

    @property
    def text_height(self) -> Decimal:
        """Return the height of the text block, in mm."""
        return self.page_height.value - self.top.value - self.bottom.value

    @property
    def number_line(self) -> Decimal:
        """Return the line height of the page number and of a draft's header, in points."""
        return self.number_size.value * 4 / 3


class Substitute(Model):
    """The fonts to use instead of one that a machine does not have, the best first."""

    font: Font
    by: Annotated[tuple[Font, ...], Field(min_length=1)]


class Layout(Model):
    """How a document stands on paper."""

    id: Annotated[SlugId, GIVEN_ID]
    base: SlugId | None = None  # merged in before
    name: Text
    note: Text
    substitutes: tuple[Substitute, ...] = ()
    parameters: Parameters

    @property
    def values(self) -> dict[str, Decimal | int | str]:
        """Return each parameter's value by name, and the line height of the page number."""
        values = {name: parameter.value for name, parameter in self.parameters}
        return {**values, "number_line": self.parameters.number_line}

    @property
    def font_substitutes(self) -> dict[str, tuple[str, ...]]:
        """Return the substitutes of each font."""
        return {substitute.font: substitute.by for substitute in self.substitutes}

    @property
    def title_characters(self) -> int:
        """Return how many characters of a title fit on a line."""
        page = self.parameters
        advance = page.title_size.value + page.character_spacing.value
        return int(page.text_width * POINTS_PER_MM / advance)


def read_layouts(nodes: dict[str, Mapping], report: Report) -> dict[str, Layout]:
    """Return the layouts of the files by id; what one omits comes from its base."""
    found = {}
    for name, node in nodes.items():
        merged = _with_base(node, nodes, report)
        layout = merged and load_model(Layout, merged, report, id=name)
        if layout:
            found[name] = layout
    return found


def _with_base(node: Mapping, nodes: dict[str, Mapping], report: Report) -> Mapping | None:
    nothing = Scalar(node.place, "")
    base, (key, own) = node.get("base"), node.entries.get("parameters", (nothing, nothing))
    if isinstance(own, Scalar) and not own.value:
        own = Mapping(own.place, {})  # such a layout changes its name or substitutes only
    if base is None or not isinstance(own, Mapping):
        return node
    base_id = base.value if isinstance(base, Scalar) else ""
    inherited = nodes[base_id].get("parameters") if base_id in nodes else None
    if not isinstance(inherited, Mapping) or nodes[base_id].get("base") is not None:
        options = [name for name, other in nodes.items() if other.get("base") is None]
        guess = nearest(base_id, options)
        report.error(node.place_of("base"), f"不能以“{base_id}”为底", "、".join(options), guess)
        return None
    parameters = replace(own, entries={**inherited.entries, **own.entries})
    shared = {k: v for k, v in nodes[base_id].entries.items() if k == "substitutes"}
    entries = {**shared, **{key: value for key, value in node.entries.items() if key != "base"}}
    entries["parameters"] = (key, parameters)
    return replace(node, entries=entries)
