"""The kinds of data files: where they stand, the model that reads them, what editors call them."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

from macros.document.page_layout import Layout
from macros.schema.archetypes import Archetype, Section
from macros.schema.cases import CasesFile
from macros.schema.facts_file_schema import facts_file_schema
from macros.schema.indicators import DocumentsFile, IndicatorsFile
from macros.schema.json_schema import schema_of
from macros.schema.kinds import Kinds
from macros.schema.questions import QuestionsFile
from macros.schema.retired import Retired
from macros.schema.terms import Terms
from macros.schema.vocabulary import VocabularyFile
from macros.schema.writing_rules import MistakesFile, RulesFile

if TYPE_CHECKING:
    from pydantic import BaseModel

SCHEMAS = "docs/assets/schema"  # where the schemas stand; the site serves them


@dataclass(frozen=True)
class DataFiles:
    """The files that one model reads; facts files have none that says it all."""

    name: str  # of the schema
    files: str
    title: str
    model: type[BaseModel] | None = None

    @property
    def schema_file(self) -> str:
        """Return where the schema of these files stands."""
        return f"{SCHEMAS}/{self.name}.schema.json"

    @property
    def schema_line(self) -> str:
        """Return the first line of these files, which tells editors their schema."""
        up = "../" * self.files.count("/")
        return f"# yaml-language-server: $schema={up}{self.schema_file}"

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of these files."""
        return schema_of(self.model, self.title) if self.model else facts_file_schema()


# A file belongs to the first kind whose pattern it matches.
DATA_FILES = (
    DataFiles("archetype", "data/archetypes/*.yml", "范本", Archetype),
    DataFiles("section", "data/sections/*.yml", "片段", Section),
    DataFiles("facts", "data/facts/*.yml", "指标", VocabularyFile),
    DataFiles("facts-file", "data/offices/*.yml", "单位示例"),
    DataFiles("cases", "data/cases/*.yml", "案例", CasesFile),
    DataFiles("indicators", "data/indicators/*.yml", "指标词典", IndicatorsFile),
    DataFiles("documents", "data/documents.yml", "引用的文件", DocumentsFile),
    DataFiles("kinds", "data/kinds.yml", "单位类别和主题", Kinds),
    DataFiles("retired", "data/retired.yml", "不再用的名字", Retired),
    DataFiles("mistakes", "data/writing/mistakes.yml", "常见错误", MistakesFile),
    DataFiles("terms", "data/writing/terms.yml", "更名的术语", Terms),
    DataFiles("questions", "data/writing/questions.yml", "读者会问", QuestionsFile),
    DataFiles("rules", "data/writing/rules/*.yml", "写作规范", RulesFile),
    DataFiles("layout", "data/layouts/*.yml", "版式", Layout),
)


def files_of(name: str) -> DataFiles | None:
    """Return the kind of data file that a file of this name is; None for any other file."""
    return next((files for files in DATA_FILES if fnmatch(name, files.files)), None)


def with_schema_line(name: str, text: str) -> str:
    """Return the text of a new file, which names its schema first if it is a data file."""
    files = files_of(name)
    return f"{files.schema_line}\n{text}" if files else text
