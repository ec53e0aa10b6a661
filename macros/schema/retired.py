"""The shape of data/retired.yml: names that are no longer used, and what to use instead."""

from __future__ import annotations

from pydantic import Field

from macros.source.model import FactId, Model, SlugId, Text


class RetiredFact(Model):
    """A fact that is no longer asked for; old files may still give it."""

    label: Text


class RetiredSection(Model):
    """A section that is no longer written; another may say what it said."""

    name: Text
    instead: SlugId | None = None


class RetiredArchetype(Model):
    """An archetype that is no longer offered; its drafts open in another."""

    title: Text
    instead: SlugId


class Retired(Model):
    """All retired names, by id."""

    facts: dict[FactId, RetiredFact] = Field(default_factory=dict)
    sections: dict[SlugId, RetiredSection] = Field(default_factory=dict)
    archetypes: dict[SlugId, RetiredArchetype] = Field(default_factory=dict)
