// Reads from data/ what each kind of summary has to speak of, for the command; a page loads it.

import { readdirSync } from "node:fs";
import path from "node:path";

import { readYaml } from "./rule_files.js";

/** @typedef {import("../checker/content/structure.js").Structure} Structure */
/** @typedef {{ use?: string, heading?: string, optional?: string, sections?: Entry[] }} Entry */
/** @typedef {{ name: string, role: string, items: (string | { name: string })[], aliases?: string[] }} Section */
/** @typedef {{ title: string, short: string, aliases?: string[], period?: string, periods?: string[], sections: Entry[] }} Archetype */

const SPOKEN = ["做法", "成效", "数据"]; // problems and plans have rules of their own

/**
 * @param {string} folder data
 * @returns {Structure[]}
 */
export function readStructures(folder) {
  const sections = /** @type {Map<string, Section>} */ (filesIn(path.join(folder, "sections")));
  const archetypes = /** @type {Map<string, Archetype>} */ (filesIn(path.join(folder, "archetypes")));
  return [...archetypes].map(([id, archetype]) => structure(id, archetype, sections));
}

/**
 * The files of a folder by their names.
 * @param {string} folder
 */
function filesIn(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yml"));
  return new Map(names.map((name) => [name.replace(/\.yml$/, ""), readYaml(path.join(folder, name))]));
}

/**
 * @param {string} id
 * @param {Archetype} archetype
 * @param {Map<string, Section>} sections
 * @returns {Structure}
 */
function structure(id, { title, short, aliases = [], period, periods, sections: outline }, sections) {
  const named = (/** @type {Entry} */ { use = "" }) => sections.get(use);
  const headings = (/** @type {Entry[]} */ entries) =>
    entries.flatMap(/** @returns {string[]} */ (entry) => [entry.heading ?? named(entry)?.name ?? "", ...headings(entry.sections ?? [])]);
  const required = (/** @type {Entry[]} */ entries) =>
    entries
      .filter(({ optional }) => optional !== "true")
      .flatMap(/** @returns {Entry[]} */ (entry) => [...(SPOKEN.includes(named(entry)?.role ?? "") ? [entry] : []), ...required(entry.sections ?? [])]);
  const parts = required(outline).map((entry) => {
    const { name = "", items = [], aliases: others = [] } = named(entry) ?? {};
    return { name: entry.heading ?? name, aliases: others, words: [name, ...items.map((item) => (typeof item === "string" ? item : item.name))] };
  });
  return { id, title, short, aliases, periods: periods ?? (period === undefined ? [] : [period]), headings: headings(outline), parts };
}
