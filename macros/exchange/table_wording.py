"""The files that a table of facts becomes: declarations, and a first wording of each section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.exchange.facts_file_writer import indented, yaml_entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.exchange.table_plan import TablePlan
    from macros.library.library import Library

DAY, SCOPE = "as_of", "scope"  # of the project's facts, those that a first sentence may say
FIGURES = ("count", "amount", "decimal", "rate", "quotient")
CHINESE = re.compile("[一-鿿]+")


def facts_text(topic: str, name: str, declared: Mapping[str, dict[str, Any]]) -> str:
    """Return a file of facts."""
    facts = "".join(f"{fact}:\n{indented(_entries(data))}" for fact, data in declared.items())
    return f"# Facts of {topic}.\ntopic: {name}\nfacts:\n{indented(facts)}"


def _entries(data: Mapping[str, Any]) -> str:
    return "".join(
        f"{key}:\n{indented(_entries(value))}" if key == "fields" else yaml_entry(key, value)
        for key, value in data.items()
    )


def section_items(section: str, plan: TablePlan, library: Library) -> list[Any]:
    """Return the places of a section, each with its first figure: what its short form says."""
    writer = _Writer(plan, library)
    return [writer.place(title, names) for title, names in plan.outline[section].items()]


def section_file(section: str, name: str, items: list[Any], texts: Mapping[str, Any]) -> str:
    """Return the file of a section: its name, its places, and what is written about it."""
    role, summary, annotation = texts["role"], texts["summary"], texts["annotation"]
    data = {"name": name, "role": role, "summary": summary, "items": items}
    entries = "".join(yaml_entry(key, value) for key, value in data.items())
    inner = "".join(yaml_entry(key, value) for key, value in annotation.items())
    head = f"# The section {section}: what it says, why, and how."
    return f"{head}\n{entries}annotation:\n{indented(inner)}"


def section_text(section: str, plan: TablePlan, library: Library) -> str:
    """Return a template that says every fact of a section once: titles, and what is under each."""
    writer, titles = _Writer(plan, library), plan.outline[section]
    items = "\n".join(writer.item(title, names) for title, names in titles.items())
    return f"{{# {section}, as the table of facts has it: make it read well. #}}\n{items}"


class _Writer:
    """Words facts one after the other; the first says when, and where if the table tells."""

    def __init__(self, plan: TablePlan, library: Library) -> None:
        self.declared, self.library = plan.declared, library
        when = "截至{{ as_of }}，" if DAY in plan.rows else "{{ period|this }}"
        self.lead = f"{when}{'{{ scope }}' if SCOPE in plan.rows else ''}"

    def place(self, title: str, names: list[str]) -> str | dict[str, str]:
        """Return an item's place: its title, with the figure that stands for it."""
        figures = (name for name in names if self._of(name, "type") in FIGURES)
        main = next(figures, "")
        return {"name": title, "main": main} if main else title

    def item(self, title: str, names: list[str]) -> str:
        """Return the lines of an item; one of which nothing may be known is there only if it is."""
        lines = [f"+ {title}。", *(line for name in names for line in self._sentence(name))]
        guards = [next(self._guards(name), "") for name in names]
        if all(guards):
            lines = [f"{{% if {' or '.join(dict.fromkeys(guards))} %}}", "", *lines, "{% endif %}"]
        return "".join(f"{line}\n" for line in lines)

    def _sentence(self, name: str) -> Iterator[str]:
        guards = list(self._guards(name))
        yield from (f"{{% if {' and '.join(guards)} %}}" for _ in guards[:1])
        yield from self._said(name)
        yield from ("{% endif %}" for _ in guards[:1])

    def _guards(self, name: str) -> Iterator[str]:
        kind, denominator = self._of(name, "type"), self._of(name, "denominator")
        if kind == "list":
            yield f"some({name})"
        elif self._is_optional(name):
            yield f"known({name})"
        if denominator and self._may_be_zero(denominator):
            yield f"not zero({denominator})"

    def _said(self, name: str) -> Iterator[str]:
        kind, label = self._of(name, "type"), self._of(name, "label")
        if kind == "list":
            yield from self._list(name, label)
        elif kind in ("text", "choice"):
            yield f"{{{{ {name} }}}}。"
        elif kind == "date":
            yield f"{label}为{{{{ {name} }}}}。"
        else:
            lead, self.lead = self.lead, ""
            yield f"{lead}{self._figure(name, kind, label)}{self._then(name)}。"

    def _figure(self, name: str, kind: str, label: str) -> str:
        """Return a figure after its name, whose digits only a function may print."""
        if not CHINESE.fullmatch(label):
            return f"{{{{ named({name}) }}}}"
        if kind in ("rate", "quotient"):
            return f"{label}为{{{{ {name} }}}}"
        function = "planned" if "plan" in self._sides(name) else "told"
        return f"{{{{ {function}({name}, '{label}', '没有{label}') }}}}"

    def _then(self, name: str) -> str:
        if "last" not in self._sides(name):
            return ""
        grows = self._of(name, "growth") not in ("false", False)
        return f"{{{{ {'then_compared' if grows else 'then_against'}({name}) }}}}"

    def _list(self, name: str, label: str) -> Iterator[str]:
        fields = list(self._of(name, "fields"))
        if len(fields) == 1:
            yield f"{label}有{{{{ {name}|listed }}}}。"
            return
        first, *others = fields
        yield f"{label}有"
        yield f"{{% for one in {name} %}}"
        yield f"{{{{ one.{first} }}}}"
        for key in others:
            field = self._of(name, "fields")[key]
            text = f"{'' if _part(field, 'unit') else '，'}{{{{ one.{key} }}}}"
            optional = _part(field, "required") in ("false", False)
            known = [f"{{% if known(one.{key}) %}}"] if optional else []
            yield from (*known, text, *("{% endif %}" for _ in known))
        yield "{{ loop.stop }}"
        yield "{% endfor %}"

    # --- what is known of a fact, new or old ---

    def _of(self, name: str, key: str) -> Any:
        if name in self.declared:
            entry = self.library.dictionary.indicators.get(self.declared[name].get("indicator", ""))
            of_entry = {"label": entry.name} if entry else {}
            return {**of_entry, **self.declared[name]}.get(key, "")
        found = getattr(self.library.facts[name], key)
        return found if found is not None else ""

    def _sides(self, name: str) -> list[str]:
        """Return the sides a figure has; a rate has a last period where both its counts have."""
        parts = [self._of(name, "numerator"), self._of(name, "denominator")]
        if all(parts):
            return ["last"] if all("last" in self._sides(part) for part in parts) else []
        return list(self._of(name, "series") or [])

    def _is_optional(self, name: str) -> bool:
        parts = (self._of(name, "numerator"), self._of(name, "denominator"))
        is_so = self._of(name, "required") in ("false", False)
        return is_so or any(self._is_optional(part) for part in parts if part)

    def _may_be_zero(self, name: str) -> bool:
        low, *_ = self._of(name, "range") or ("1",)
        return float(low) <= 0


def _part(field: Any, key: str) -> Any:
    """Return what a field of a list says under a key, whether it is new or of the project."""
    return field.get(key, "") if isinstance(field, dict) else getattr(field, key)
