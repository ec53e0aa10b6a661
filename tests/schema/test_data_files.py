"""The JSON Schemas of data files: fresh, complete, in Chinese, and true of every file there is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from macros.library.data_files import DATA_FILES, files_of
from macros.schema.key_descriptions import TABLE, TAKEN_OVER, descriptions_of
from macros.site.schema_line_checks import check_schema_lines
from macros.source.report import Report
from tests.schema.json_schema_check import mistakes
from tests.support.project import ROOT
from tools.export_schema import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library.data_files import DataFiles
    from tests.support.project import Project

SCHEMAS = {files.name: files.schema() for files in DATA_FILES}
FILES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "data").rglob("*.yml"))


def models() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every model of every schema with its name."""
    for files in DATA_FILES:
        schema = SCHEMAS[files.name]
        yield (files.model.__name__ if files.model else "facts_file"), schema
        yield from schema["$defs"].items()


@pytest.mark.parametrize("files", DATA_FILES, ids=lambda files: files.name)
def test_a_committed_schema_is_fresh(files: DataFiles) -> None:
    committed = (ROOT / files.schema_file).read_text("utf-8")
    assert committed == text(files), "run python -m tools.export_schema"


def test_every_key_is_described_in_chinese_and_no_other() -> None:
    keys: dict[str, set[str]] = {}
    for name, model in models():
        keys.setdefault(name, set()).update(model["properties"])
        for key, part in model["properties"].items():
            assert re.search("[一-龥]", part["description"]), (name, key)
    told = {
        (model, key)
        for name in keys
        for model in (name, TAKEN_OVER.get(name, name))
        for key in keys[name] & descriptions_of(name).keys()
    }
    assert {(name, key) for name, table in TABLE.items() for key in table if key} <= told


def test_no_schema_says_anything_in_the_words_of_the_code() -> None:
    words = re.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}")
    assert [name for name, schema in SCHEMAS.items() if words.search(json.dumps(schema))] == []


@pytest.mark.parametrize("name", FILES)
def test_every_data_file_is_true_to_its_schema(name: str) -> None:
    data = yaml.load((ROOT / name).read_text("utf-8"), yaml.CSafeLoader)
    files = files_of(name)
    assert files, name
    schema = SCHEMAS[files.name]
    assert list(mistakes(_plain(data), schema, schema)) == []


def _plain(data: Any) -> Any:
    """Return what YAML has read as an editor has it: a date is a text there."""
    if isinstance(data, dict):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(item) for item in data]
    return data if data is None or isinstance(data, (str, bool, int, float)) else str(data)


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("facts", {"topic": "甲", "facts": {"a": {"label": "甲", "hint": "乙", "type": "count"}}}),
        ("facts", {"topic": "甲", "facts": {"a": {"label": "甲", "hint": "乙", "type": "txt"}}}),
        ("section", {"name": "甲", "lable": "乙"}),
        ("cases", {"cases": {"甲": {"has": ["乙"]}}}),
        ("kinds", {"offices": ["甲"], "topics": []}),
    ],
)
def test_what_the_checks_refuse_an_editor_marks(name: str, bad: dict[str, Any]) -> None:
    assert list(mistakes(bad, SCHEMAS[name], SCHEMAS[name]))


def test_a_file_tells_its_schema_in_its_first_line(small: Project) -> None:
    report = Report()
    check_schema_lines(small.root, report)
    assert report.problems == []  # the miniature project has no schemas
    small.write("docs/assets/schema/kinds.schema.json", "{}")
    check_schema_lines(small.root, report)
    line = "# yaml-language-server: $schema=../docs/assets/schema/kinds.schema.json"
    said = f"data/kinds.yml:1:1  （提醒）第一行没有写明格式，编辑器里没有提示 · 应为：{line}"
    assert list(map(str, report.problems)) == [said]
    small.write("data/kinds.yml", f"\ufeff{line}\r\n{small.read('data/kinds.yml')}")
    again = Report()
    check_schema_lines(small.root, again)
    assert again.problems == []
