"""The JSON Schema of facts files, for editors: made from the models, described in Chinese.

Scalars may be written with or without quotes: a facts file is read as it is written.
"""

from __future__ import annotations

from typing import Any

from macros.schema.facts_files import Content

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCALAR = {"type": ["string", "number", "boolean"]}
TEXT_LIST = {"type": "array", "items": {"type": "string"}}
FACT = {
    "anyOf": [
        SCALAR,
        {"type": "object", "additionalProperties": SCALAR},
        {
            "type": "array",
            "items": {"anyOf": [SCALAR, {"type": "object", "additionalProperties": SCALAR}]},
        },
        {"type": "null"},
    ]
}
HEAD: dict[str, Any] = {
    "schema": {"enum": [1, 2, "1", "2"]},
    "archetype": {"type": "string"},
    "name": {"type": "string"},
    "note": {"type": "string"},
    "title": {"type": "string"},
    "version": {"type": "string"},
    "without": TEXT_LIST,
    "headings": {"type": "object", "additionalProperties": {"type": "string"}},
    "carried": TEXT_LIST,
    "edits": {"type": "array", "items": {"type": "object"}},
    "facts": {"type": "object", "additionalProperties": FACT},
}
# What each key is for, by the model that has it; the empty name is the file itself.
DESCRIPTIONS: dict[str, dict[str, str]] = {
    "": {
        "schema": "文件格式的版本：有自加的内容时写 2",
        "archetype": "范本的 id，见 summaries list",
        "name": "单位或草稿的名称",
        "note": "单位示例的说明",
        "title": "草稿的范本标题，由填写页写出",
        "version": "草稿所用范本的版本，由填写页写出",
        "without": "省略的章节；写了 outline 就不写",
        "headings": "自拟的标题，按章节或一组章节的标题；写了 outline 就不写",
        "carried": "沿用上期、还没有核对的指标和自己写的文字",
        "edits": "旧版填写页手工改过的段落，读入时变成 own 的 texts",
        "facts": "填写的指标：一个值，分期的值，或列表",
        "outline": "提纲，与范本不同时才写",
        "skip": "本期不写的内容：片段的 id，下面列各处的名称",
        "order": "一节里各处的先后；没有列出的跟在后面",
        "own": "自加的指标、章节、事项和自己写的文字",
        "marks": "写的人作的标记",
    },
    "OutlineEntry": {
        "use": "片段的 id",
        "own": "自拟的章节",
        "heading": "自拟的标题；一组章节必须写",
        "sections": "一组章节，只分一层",
    },
    "Own": {
        "facts": "自加的指标，名字以 own_ 开头",
        "sections": "自拟的章节，名字以 own- 开头",
        "items": "在片段里自加的事项",
        "texts": "用自己的话写的地方：片段的 id，下面是各处的名称和文字",
    },
    "OwnSection": {"name": "标题", "text": "正文：每行一段，“+ ”开头是事项，“# ”开头是小标题"},
    "OwnItem": {
        "id": "这一节里不重复的名字",
        "after": "跟在哪一处后面；不写就在最前",
        "title": "事项的标题；不写就是一段",
        "text": "正文：每行一段，指标写在双花括号里",
    },
    "OwnFact": {
        "label": "名称，不与别的指标相同",
        "aliases": "别的叫法，也不与别的指标相同",
        "hint": "填什么、怎么数",
        "type": "类型",
        "unit": "单位；数必须写，没有单位写空的引号",
        "decimals": "至多几位小数",
        "range": "合理的下限和上限",
        "options": "可选的几项",
        "required": "是否必须填写",
        "approx": "能否填概数，如540余",
        "to_day": "日期要写到日",
        "definition": "口径",
        "source": "数从哪里来",
        "series": "除本期外还有的值：last 上期，plan 计划",
        "growth": "能否说增长百分之几",
        "better": "高了好还是低了好",
        "additive": "各单位的数能否相加",
        "part_of": "是哪个指标的一部分",
        "not_before": "不早于哪个日期",
        "numerator": "分子的指标",
        "denominator": "分母的指标",
        "sum_of": "由哪些指标相加",
        "at_least": "至少几条",
        "fields": "列表每条的各栏",
    },
    "Marks": {
        "emphasis": "重点写还是略写，按片段的 id 和一处的名称，或按指标",
        "as_of": "指标自己的截至日期",
        "answers": "读者会问的问题怎么回答",
        "dismissed": "不再提示的问题和理由",
        "unplaced": "旧稿里手工改过、已没有地方放的段落",
        "rolled_from": "由哪一期结转而来，如 2026Q1",
    },
}
DESCRIPTIONS["UnplacedWords"] = {"section": "原来在哪一节", "text": "文字"}
DESCRIPTIONS["FieldSpec"] = DESCRIPTIONS["OwnFact"]
LOADED = ("<id>", "<topic>", "id", "topic")  # the loader adds them; no file has them
LIBRARY_ONLY = ("was",)  # of facts that the library has renamed


def facts_file_schema() -> dict[str, Any]:
    """Return the schema of a facts file."""
    content = Content.model_json_schema(by_alias=False)
    models = {name: _described(name, model) for name, model in content.pop("$defs").items()}
    whole = _described("", {**content, "properties": {**HEAD, **content["properties"]}})
    head = {"$schema": DIALECT, "title": "工作总结的指标文件", "description": "指标文件或草稿"}
    return {**head, **whole, "required": ["archetype", "facts"], "$defs": models}


def _described(name: str, model: dict[str, Any]) -> dict[str, Any]:
    """Return a model with Chinese descriptions, without the words that the code has for it."""
    described = DESCRIPTIONS[name]
    loaded = (*LOADED, *LIBRARY_ONLY) if "topic" in model["properties"] else ()
    properties = {
        key: {**_plain(part), "description": described.get(key, "")}
        for key, part in model["properties"].items()
        if key not in loaded
    }
    kept = {key: part for key, part in model.items() if key not in ("title", "description")}
    required = [key for key in model.get("required", ()) if key not in (*loaded, "hint")]
    return {**kept, "properties": properties, **({"required": required} if required else {})}


def _plain(part: Any) -> Any:
    """Return a part without titles, and with numbers and truths that may be written as texts."""
    if isinstance(part, list):
        return [_plain(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    plain = {key: _plain(inner) for key, inner in part.items() if key not in ("title", "default")}
    kind = plain.get("type")
    return {**plain, "type": [kind, "string"]} if kind in ("integer", "boolean") else plain
