// The plain text of a document, and which of its words the writer has typed: in own words, or as the text of a fact.

import { OWN_FRAME } from "../facts/archetype_facts.js";
import { labelAt, specAt, valueAt } from "../facts/paths.js";
import { allRuns } from "../document/document.js";
import { ownWords } from "../library/own_words.js";

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Run} Run */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("./live_document.js").LiveDocument} LiveDocument */
/** @typedef {import("../document/typed_runs.js").Stretch} Stretch */
/** @typedef {{path?: string, place?: {section: string, name: string}}} Way */

/**
 * Where something was typed: its id, as keys of findings have it, the way there, how a writer calls it, and all
 * that was typed there.
 * @typedef {{id: string, way: Way, where: string, typed: string}} Source
 */
/** @typedef {{start: number, end: number, source: Source}} Span */
/** @typedef {{text: string, spans: Span[]}} TypedText */

const WORDS = ["text", "words"]; // the types of facts and fields that are typed as they are printed
const NUMBER = "０"; // for a blank: a figure to whoever looks for one, and no part of a sum

/**
 * @param {LiveDocument} live
 * @param {State} state
 * @param {(run: Run) => Stretch[]} typedIn
 * @returns {TypedText}
 */
export function typedText(live, state, typedIn) {
  const places = new Places(live.summary, state);
  const lines = live.blocks.map((block) => lineOf(block, places, state, typedIn));
  let at = 0;
  const spans = lines.flatMap(({ text, spans: own }) => {
    const from = at;
    at += text.length + 1;
    return own.map((span) => ({ ...span, start: span.start + from, end: span.end + from }));
  });
  return { text: lines.map(({ text }) => text).join("\n"), spans };
}

/**
 * @param {Block} block
 * @param {Places} places
 * @param {State} state
 * @param {(run: Run) => Stretch[]} typedIn
 * @returns {TypedText}
 */
function lineOf(block, places, state, typedIn) {
  const { number, rows } = block;
  if (rows) return { text: rows.map((row) => row.map((cell) => cell.map(shown).join("")).join("\t")).join("\n"), spans: [] };
  let text = number;
  /** @type {Span[]} */
  const spans = [];
  for (const run of allRuns(block)) {
    const found = run.facts ? ofFacts(run, places.specs, state) : ofWords(typedIn(run), places, block);
    for (const one of found) spans.push({ ...one, start: one.start + text.length, end: one.end + text.length });
    text += shown(run);
  }
  const title = places.titleOf(block);
  return { text, spans: title ? [{ ...title, start: number.length, end: number.length + title.end }, ...spans] : spans };
}

/** @param {Run} run */
function shown({ text, blank }) {
  return blank ? NUMBER : text;
}

/**
 * What of a printed fact is as it was typed.
 * @param {Run} run
 * @param {LiveDocument["summary"]["specs"]} specs
 * @param {State} state
 * @returns {Span[]}
 */
function ofFacts({ text, facts = [], formula, blank }, specs, { facts: all }) {
  if (formula || blank) return [];
  return facts.flatMap((path) => {
    const typed = valueAt(all, path);
    if (!typed || !WORDS.includes(specAt(specs, path)?.type ?? "")) return [];
    const source = { id: path, way: { path }, where: labelAt(specs, path), typed };
    const start = text.indexOf(typed);
    if (start >= 0) return [{ start, end: start + typed.length, source }];
    return typed.includes(text) ? [{ start: 0, end: text.length, source }] : [];
  });
}

/**
 * @param {Stretch[]} stretches
 * @param {Places} places
 * @param {Block} block
 * @returns {Span[]}
 */
function ofWords(stretches, places, { type }) {
  return stretches.flatMap(({ start, end, line }) => {
    const source = places.sourceOf(line) ?? places.framed(type);
    return source ? [{ start, end, source }] : [];
  });
}

/** Where the own lines of a summary belong, and which titles are the writer's. */
class Places {
  /** @type {Map<object, Source>} by own line */
  #lines = new Map();
  /** @type {Map<string, Source>} by title */
  #titles = new Map();
  #words;

  /**
   * @param {LiveDocument["summary"]} summary
   * @param {State} state
   */
  constructor(summary, state) {
    this.specs = summary.specs;
    this.#words = ownWords(state.content, summary.archetype.sections);
    for (const { own, use = "" } of summary.lines) {
      if (own) this.#take(summary.ownSection(own), own, "");
      else for (const { name, text } of summary.passages(use)) this.#take(text, use, name);
    }
    this.#entitle(summary, state);
  }

  /** @param {object} line */
  sourceOf(line) {
    return this.#lines.get(line);
  }

  /** @param {string} name of a line of the frame, which is read anew each time */
  framed(name) {
    return this.#words.some(({ section, place }) => section === OWN_FRAME && place === name) ? this.#source(OWN_FRAME, name) : undefined;
  }

  /**
   * The title that somebody has typed for a block, from its first character.
   * @param {Block} block
   */
  titleOf({ type, text }) {
    const title = type === "heading" ? text : (/^[^。]*(?=。)/.exec(text)?.[0] ?? text);
    const source = this.#titles.get(title);
    return source && { end: title.length, source };
  }

  /**
   * @param {import("../templating/own_text.js").OwnText | undefined} text
   * @param {string} section
   * @param {string} name
   */
  #take(text, section, name) {
    for (const line of text?.lines ?? []) this.#lines.set(line, this.#source(section, name));
  }

  /**
   * @param {string} section
   * @param {string} name
   * @returns {Source}
   */
  #source(section, name) {
    const { where = name, text = "" } = this.#words.find((one) => one.section === section && one.place === name) ?? {};
    return { id: `${section}/${name}`, way: { place: { section, name } }, where, typed: text };
  }

  /**
   * @param {LiveDocument["summary"]} summary
   * @param {State} state
   */
  #entitle({ archetype, outline }, { headings, content: { own = {} } }) {
    const entries = outline.flatMap((entry) => [entry, ...(entry.sections ?? [])]);
    for (const title of [...entries.map(({ heading = "" }) => heading), ...Object.values(headings)]) {
      this.#titles.set(title, { id: `heading/${title}`, way: {}, where: `标题“${title}”`, typed: title });
    }
    for (const [section, { name }] of Object.entries(own.sections ?? {})) this.#titles.set(name, this.#source(section, ""));
    const items = Object.entries(own.items ?? {}).flatMap(([section, all]) => all.map((item) => ({ section, ...item })));
    for (const { section, id, title = "" } of items) this.#titles.set(title.replace(/。+$/, ""), this.#source(section, id));
    for (const title of ["", ...printedHeadings(archetype)]) this.#titles.delete(title);
  }
}

/**
 * The headings that the archetype prints.
 * @param {LiveDocument["summary"]["archetype"]} archetype
 */
function printedHeadings({ outline, sections }) {
  const entries = outline.flatMap((entry) => [entry, ...(entry.sections ?? [])]);
  return [...entries.map(({ heading = "" }) => heading), ...Object.values(sections).map(({ name }) => name)];
}
