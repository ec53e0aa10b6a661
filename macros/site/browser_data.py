"""The data, as plain JSON, from which a page composes a reader's own summary in the browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

from macros.document.page_layout import DEFAULT_LAYOUT
from macros.exchange.facts_file_writer import written_content, written_facts
from macros.facts.archetype_facts import inputs_of
from macros.library.library import FRAME
from macros.output.word import shell
from macros.schema.archetypes import Form

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic import BaseModel

    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.library.templates import TemplateForm
    from macros.schema.archetypes import Archetype, Entry, ItemName
    from macros.schema.vocabulary import FactSpec
    from macros.templating.places import Place

Json = dict[str, Any]
UNSAID = {"id", "was", "differs", "unrelated"}  # of a fact: only maintainers read it
REASONS = {"why", "source", "standard", "clause"}  # of a rule; a page can check without them
ONLY_ON_PAGES = {"id", "topic", "rule", "wrong", "right", "strength", "found", "clean"}
ARCHETYPE_KEYS = {"id", "title", "short", "version", "periods", "form"}


def browser_data(library: Library, archetype: Archetype) -> Json:
    """Return an archetype with its templates, the specs of its facts, and its examples."""
    names = library.facts_of(archetype).available
    form = archetype.form
    used = [entry.use for entry in archetype.entries if entry.use]
    return {
        **archetype.model_dump(include=ARCHETYPE_KEYS),
        **_former(library, archetype),
        "outline": [_entry(entry) for entry in archetype.sections],
        "sections": {name: _section(library, name, form) for name in used},
        "frame": {name: _template(library, library.frame[name].forms[form]) for name in FRAME},
        "facts": {name: _spec(spec) for name, spec in library.facts.items() if name in names},
        "examples": [_example(library, library.offices[name]) for name in archetype.examples],
    }


def _former(library: Library, archetype: Archetype) -> Json:
    """Return the earlier names that drafts may have, where there are any."""
    was = [old for old, name in library.archetype_names.items() if name == archetype.id]
    known = vars(library.names_in(archetype))
    names = {key: dict(value) for key, value in known.items() if value}
    return {key: value for key, value in (("was", was), ("renamed", names)) if value}


def library_data(library: Library, form: Form) -> Json:
    """Return all sections in a form and all facts, for drafts with content of their own."""
    return {
        "sections": {name: _library_section(library, name, form) for name in library.sections},
        "facts": {name: _spec(spec) for name, spec in library.facts.items()},
    }


def write_libraries(library: Library, site: Path) -> None:
    """Write a classic script for each form, which browser/exchange/lazy_own.js loads."""
    for form in get_args(Form):
        write_script(site, f"library-{form}.js", "summariesLibrary", library_data(library, form))


def write_archetypes(library: Library, site: Path) -> None:
    """Write a classic script with what tells archetypes apart, for taking figures from a text."""
    write_script(site, "archetypes.js", "summariesArchetypes", archetypes_data(library))


def archetypes_data(library: Library) -> list[Json]:
    """Return each archetype without what the library has: its names, its outline, its facts."""
    return [
        {
            **archetype.model_dump(include={*ARCHETYPE_KEYS, "aliases"}),
            **_former(library, archetype),
            "outline": [_entry(entry) for entry in archetype.sections],
            "headings": headings(library, archetype.sections),
            "facts": list(library.facts_of(archetype).accepted),
        }
        for archetype in library.archetypes_in_order()
    ]


def headings(library: Library, entries: list[Entry]) -> list[str]:
    """Return the headings of an outline, with the names of the sections that have no other."""
    return [
        heading
        for entry in entries
        for heading in (
            entry.heading or library.sections[entry.use or ""].name,
            *headings(library, entry.sections),
        )
    ]


def write_dictionary(library: Library, site: Path) -> None:
    """Write a classic script with the official indicators, for indicators of a writer's own."""
    dictionary = library.dictionary
    entries = [
        {
            "names": entry.names,
            "unit": entry.unit,
            "parts": list(entry.parts.values()) if not entry.scale else [],
            "basis": dictionary.basis(entry),
            "source": dictionary.origin(entry),
        }
        for entry in dictionary.indicators.values()
    ]
    write_script(site, "dictionary.js", "summariesDictionary", entries)


def write_questions(library: Library, site: Path) -> None:
    """Write a classic script with the rules of what readers ask, which the review loads."""
    unread = {"id", "examples", "why"}
    rules = {
        name: rule.model_dump(mode="json", exclude=unread, exclude_none=True)
        for name, rule in library.questions.items()
    }
    write_script(site, "questions.js", "summariesQuestions", rules)


def write_rules(library: Library, site: Path) -> None:
    """Write classic scripts with the rules and terms by which drafts are reviewed, and why."""
    write_script(site, "rules.js", "summariesRules", rules_data(library))
    write_script(site, "reasons.js", "summariesReasons", reasons_data(library))


def rules_data(library: Library) -> Json:
    """Return what is looked for in drafts, as the data files have it, without its reasons."""
    files: dict[str, Json] = {}
    for name, rule in library.rules.items():
        if rule.level:
            unsaid = ONLY_ON_PAGES | REASONS
            said = rule.model_dump(mode="json", exclude=unsaid, exclude_defaults=True)
            files.setdefault(rule.topic, {})[name] = said
    unread = {"terms": {"__all__": {"id", "unsure"} | REASONS}}
    terms = library.terms.model_dump(mode="json", exclude_defaults=True, exclude=unread)
    rules = [{"topic": topic, "rules": rules} for topic, rules in files.items()]
    return {"files": rules, "terms": terms}


def reasons_data(library: Library) -> Json:
    """Return why each rule is looked for and each term replaced, and who says so."""
    rules = {name: rule for name, rule in library.rules.items() if rule.level}
    return {"rules": _reasons(rules), "terms": _reasons(library.terms.terms)}


def _reasons(said: Mapping[str, BaseModel]) -> Json:
    return {
        name: one.model_dump(mode="json", include=REASONS, exclude_defaults=True)
        for name, one in said.items()
    }


def write_script(site: Path, name: str, variable: str, data: object) -> None:
    """Write data as a classic script of the site, which leaves them in a variable of the window."""
    folder = site / "assets" / "js"
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (folder / name).write_text(f"window.{variable}={text};\n", "utf-8", newline="\n")


def layouts_data(library: Library, root: Path) -> list[Json]:
    """Return the layouts, the default first, each with its shell of a Word file."""
    ordered = sorted(library.layouts.values(), key=lambda layout: layout.id != DEFAULT_LAYOUT)
    return [
        {
            "id": layout.id,
            "name": layout.name,
            "note": layout.note,
            "numbers": layout.parameters.numbers,
            "characters": layout.parameters.characters.value,
            "titleCharacters": layout.title_characters,
            "shell": shell(layout, root / "templates" / "word"),
        }
        for layout in ordered
    ]


def _entry(entry: Entry) -> Json:
    return entry.model_dump(exclude_defaults=True)


def _section(library: Library, name: str, form: Form) -> Json:
    section = library.sections[name]
    notes = section.annotation.model_dump(include={"content", "motive", "form"})
    kept = section.model_dump(include={"name", "heading", "overview", "role", "summary"})
    template = library.templates[name].forms[form]
    pairs = zip(section.items, template.places, strict=True)
    places = [_place(item, place) for item, place in pairs]
    return {**kept, "annotation": notes, "places": places, **_facts(library, template)}


def _library_section(library: Library, name: str, form: Form) -> Json:
    retired = library.sections[name].retired
    return {**_section(library, name, form), **({"retired": retired} if retired else {})}


def _place(item: ItemName, place: Place) -> Json:
    """Return a place of a section, with what differs from the usual."""
    more = {"title": place.title, "joined": place.joined, "was": item.was, "main": item.main}
    return {"name": item.name, **{k: v for k, v in more.items() if v}, "body": place.body}


def _template(library: Library, template: TemplateForm) -> Json:
    """Return a template of the frame with its facts."""
    return {"body": template.body, **_facts(library, template)}


def _facts(library: Library, template: TemplateForm) -> Json:
    """Return the facts a template names, and those a reader enters for it, in order."""
    entered = inputs_of(library.facts, template.facts)
    return {"facts": list(template.facts), "entered": entered}


def _spec(spec: FactSpec) -> Json:
    """Return what differs from a fact's defaults, with numbers as they are written."""
    return spec.model_dump(mode="json", exclude_defaults=True, exclude=UNSAID)


def _example(library: Library, office: Office) -> Json:
    kept = {"id": office.id, "name": office.name, "without": list(office.without)}
    content = {"content": written} if (written := written_content(office)) else {}
    facts = {"facts": written_facts(office, library), **content}
    return {**kept, "headings": office.headings, **facts}
