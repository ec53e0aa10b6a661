"""The shape of the writing rules, by which drafts are reviewed, and of the common mistakes."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from macros.schema.archetypes import Mistake
from macros.schema.rule_patterns import check_bounds, check_pattern, check_suggestion, finds
from macros.schema.terms import Pair  # noqa: TC001 - pydantic needs it
from macros.source.model import GIVEN_ID, GIVEN_TOPIC, FieldError, Model, SlugId, Text, with_ids

WritingTopic = Literal[
    "版面", "结构层次", "标点", "数字", "算式", "时间", "遗留", "用语", "个人信息", "内容"
]
Standard = Literal["GB/T 9704—2012", "GB/T 15834—2011", "GB/T 15835—2011"]
Strength = Literal["规定", "一般", "推荐", "实务"]
RuleStrength = Literal["事实", "规定", "一般", "推荐", "实务"]
OF_A_STANDARD = ("规定", "一般", "推荐")
MistakeKind = Literal["照抄改写", "数字", "比较", "序号和称呼", "内容"]
Level = Literal["error", "warning", "hint"]
LineKind = Literal["title", "heading", "paragraph", "row", "addressee", "signature", "date"]
ONLY_IN_SEARCH = (
    *("pattern", "checker", "message", "suggest", "found", "clean"),
    *("lines", "outside", "parameters"),
)
NOT_FOUND = ("查不出", "改 pattern，或改例句")
WRONGLY_FOUND = ("误报了", "改 pattern，或用 outside")


class Rule(Mistake):
    """One rule of writing with its source: the standard, the clause, and how strictly it binds.

    A rule with a level is also looked for in drafts, by its pattern or by a checker of
    browser/checker.  Its examples are its tests.
    """

    id: Annotated[SlugId, GIVEN_ID]
    topic: Annotated[WritingTopic, GIVEN_TOPIC]
    rule: Text
    strength: RuleStrength
    standard: Standard | None = None
    clause: Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)*$")] | None = None
    derived: bool = False
    source: Text | None = None  # what it rests on, where that is no standard
    level: Level | None = None
    pattern: Text | None = None
    checker: SlugId | None = None
    parameters: dict[SlugId, str | list[str]] = Field(default_factory=dict)  # of the checker
    lines: list[LineKind] = Field(default_factory=list)  # the only ones that the pattern looks at
    outside: list[Pair] = Field(default_factory=list)  # marks between which it finds nothing
    message: Text | None = None
    suggest: str | dict[str, str] | None = None  # a table where it depends on what is found
    found: list[Text] = Field(default_factory=list)
    clean: list[Text] = Field(default_factory=list)

    @model_validator(mode="before")
    @classmethod
    def _show_examples(cls, data: Any) -> Any:
        """Show the first examples as the wrong and the right way, unless there are others."""
        if not isinstance(data, dict):
            return data
        shown = {"wrong": data.get("found"), "right": data.get("clean")}
        firsts = {
            key: texts[0] for key, texts in shown.items() if isinstance(texts, list) and texts
        }
        return {**firsts, **data}

    @model_validator(mode="after")
    def _strength_has_its_source(self) -> Self:
        if (self.strength in OF_A_STANDARD) != (self.standard is not None):
            raise ValueError("规定、一般、推荐要写出自哪个标准（standard），事实、实务不写")
        if self.clause and not self.standard:
            raise ValueError("有条号（clause）就要写标准（standard）")
        return self

    @model_validator(mode="after")
    def _can_be_looked_for(self) -> Self:
        given = [key for key in ONLY_IN_SEARCH if getattr(self, key) not in (None, [], {})]
        if not self.level:
            if given:
                raise FieldError(f"写了 {given[0]}，没有写轻重", "写上“level: warning”", given[0])
            return self
        if bool(self.pattern) == bool(self.checker):
            raise FieldError("写了 level，就要写怎样查", "写 pattern 或 checker，只写一个", "level")
        (self._check_pattern if self.pattern else self._check_checker)()
        return self

    def _check_pattern(self) -> None:
        pattern = self.pattern or ""
        if not self.message:
            raise FieldError("没有写查到以后怎样说", "写上“message: …”", "pattern")
        check_pattern("pattern", pattern)
        check_bounds("pattern", pattern)
        check_suggestion(pattern, self.suggest)
        if self.parameters:
            raise FieldError("parameters 只用于 checker", "删去 parameters", "parameters")
        for key, texts in (("wrong", [self.wrong]), ("found", self.found)):
            self._check_examples(key, texts, expected=True)
        for key, texts in (("right", [self.right]), ("clean", self.clean)):
            self._check_examples(key, texts, expected=False)

    def _check_examples(self, key: str, texts: list[str], *, expected: bool) -> None:
        says, mend = NOT_FOUND if expected else WRONGLY_FOUND
        for text in texts:
            if finds(self.pattern or "", self.outside, text) != expected:
                raise FieldError(f"pattern {says} {key} 的例句“{text}”", mend, key)

    def _check_checker(self) -> None:
        for key, says in (("found", "应当查出"), ("clean", "不应查出")):
            if not getattr(self, key):
                raise FieldError(f"没有{says}的例句", f"写上“{key}: [例句]”", "checker")


class RulesFile(Model):
    """The rules of one topic of writing."""

    topic: WritingTopic
    rules: Annotated[dict[SlugId, Rule], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name_rules(cls, data: Any) -> Any:
        """Add to each rule its id, which is its key, and the topic of the file."""
        topic = data.get("topic") if isinstance(data, dict) else None
        return with_ids(data, "rules", {"topic": topic or "版面"})


class CommonMistake(Mistake):
    """A mistake that real writers make, and how the site guards against it."""

    id: Annotated[SlugId, GIVEN_ID]
    title: Text
    kind: MistakeKind
    guard: Text


class MistakesFile(Model):
    """The file of common mistakes."""

    mistakes: Annotated[dict[SlugId, CommonMistake], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name_mistakes(cls, data: Any) -> Any:
        return with_ids(data, "mistakes", {})
