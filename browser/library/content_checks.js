// Checks what a draft brings of its own against the library: names, places, facts, words; mirrors
// macros/library/content_checks.py, words of its messages with it.

import { FRAME, isFramed, OWN_FRAME } from "../facts/archetype_facts.js";
import { namedRetired } from "../facts/retired_facts.js";
import { parseDay } from "../figures/periods.js";
import { ownValue } from "../schema/own_value.js";
import { readOwnText } from "../templating/own_text.js";
import { SHORT, WEIGHTS } from "./emphasis.js";
import { placeNamed } from "./passages.js";
import { checkFacts } from "./vocabulary_checks.js";

/** @typedef {import("../schema/types.js").Library} Library */
/** @typedef {import("../schema/types.js").Section} Section */
/** @typedef {import("./summary.js").ContentProblem} ContentProblem */
/** @typedef {import("./summary.js").Summary} Summary */
/** @typedef {ContentProblem["keys"]} Keys */

/**
 * Every mistake in what a draft brings of its own.
 * @param {Summary} summary
 * @param {Library} library
 */
export function checkContent(summary, library) {
  return new ContentCheck(summary, library).run();
}

class ContentCheck {
  /** @type {ContentProblem[]} */
  #found = [];
  #summary;
  #content;
  #own;
  #library;
  #specs;

  /**
   * @param {Summary} summary
   * @param {Library} library
   */
  constructor(summary, library) {
    const { content, specs } = summary;
    this.#summary = summary;
    this.#content = content;
    this.#own = content.own ?? {};
    this.#library = library;
    this.#specs = { ...library.facts, ...specs };
  }

  run() {
    this.#outline();
    this.#ownFacts();
    this.#sections();
    this.#items();
    this.#texts();
    this.#marks();
    return this.#found;
  }

  /**
   * @param {Keys} keys
   * @param {string} what
   * @param {string} [expected]
   * @param {Partial<ContentProblem>} [more]
   */
  #report(keys, what, expected = "", more = {}) {
    this.#found.push({ keys, what, expected, ...more });
  }

  /**
   * Reports the name of a fact that is retired; tells whether it is one.
   * @param {Keys} keys
   * @param {string | undefined} name
   * @param {Partial<ContentProblem>} [more]
   */
  #retired(keys, name, more) {
    const gone = namedRetired(name, this.#summary.archetype.renamed);
    if (gone) this.#report(keys, gone.what, gone.expected, { ...more, warning: true });
    return gone !== undefined;
  }

  // --- the outline ---

  #outline() {
    const own = this.#own.sections ?? {};
    /** @type {Set<string>} */
    const seen = new Set();
    for (const { key, name, keys } of this.#lines()) {
      const isKnown = Object.hasOwn(key === "use" ? this.#library.sections : own, name);
      if (!isKnown && key === "use") this.#report(keys, `没有“${name}”这个片段`);
      if (!isKnown && key === "own") {
        this.#report(keys, `没有自拟的章节“${name}”`, "在 own 的 sections 里写这一节");
      }
      if (seen.has(name)) this.#report(keys, `章节“${name}”用了两次`, "每节只用一次");
      seen.add(name);
    }
    for (const name of Object.keys(own).filter((one) => !seen.has(one))) {
      const what = `自拟的章节“${name}”没有写进 outline，文中没有它`;
      this.#report(["own", "sections", name], what, `在 outline 里加一行 {own: ${name}}`, { warning: true });
    }
  }

  /** What each line of the outline uses: whose section, its name, where that stands. */
  #lines() {
    const { outline = [] } = this.#content;
    return outline.flatMap((entry, index) => {
      const inner = entry.sections ?? [];
      const grouped = inner.map((line, at) => ({ line, keys: ["outline", index, "sections", at] }));
      const lines = inner.length > 0 ? grouped : [{ line: entry, keys: ["outline", index] }];
      return lines.map(({ line: { own, use = "" }, keys }) => {
        const key = own ? "own" : "use";
        return { key, name: own ?? use, keys: [...keys, key] };
      });
    });
  }

  // --- places ---

  /** Reports names of sections and places, in every key that takes them. */
  #sections() {
    const { skip = {}, order = {} } = this.#content;
    const { items = {}, texts = {} } = this.#own;
    this.#named(["skip"], skip, listed);
    this.#named(["order"], order, listed);
    this.#named(["own", "items"], items, (rows) =>
      rows.flatMap(({ after }, index) => (after ? [{ name: after, key: [index, "after"] }] : [])),
    );
    this.#named(["own", "texts"], texts, (inner) => Object.keys(inner).map((name) => ({ name, key: [name] })));
  }

  /**
   * @template T
   * @param {Keys} keys
   * @param {Record<string, T>} uses
   * @param {(value: T) => {name: string, key: Keys}[]} namesOf
   */
  #named(keys, uses, namesOf) {
    for (const [use, value] of Object.entries(uses)) {
      const section = ownValue(this.#library.sections, use);
      if (keys[1] === "texts" && use === OWN_FRAME) this.#frame();
      else if (!section) this.#report([...keys, use], `没有“${use}”这个片段`);
      else for (const { name, key } of namesOf(value)) this.#place(use, section, name, [...keys, use, ...key]);
    }
  }

  /** Reports own words of the frame that belong nowhere, or are more than one line. */
  #frame() {
    for (const name of Object.keys(this.#own.texts?.[OWN_FRAME] ?? {})) {
      const keys = ["own", "texts", OWN_FRAME, name];
      const lines = isFramed(name) ? this.#summary.framed(name)?.lines : undefined;
      if (!lines) this.#report(keys, `没有“${name}”这一处`, FRAME.join("、"));
      else if (lines.length !== 1 || lines[0]?.mark) {
        this.#report(keys, `“${name}”应是一行文字`, "不空、不分段、不放表格");
      }
    }
  }

  /**
   * @param {string} use
   * @param {Section} section
   * @param {string} name
   * @param {Keys} keys
   */
  #place(use, section, name, keys) {
    const places = section.places.map((place) => place.name);
    const known = this.#known(use, section);
    if (section.retired?.includes(name)) {
      const what = `“${section.name}”已经没有“${name}”这一处，这里写的没有用到`;
      this.#report(keys, what, places.join("、"), { warning: true });
    } else if (!known.includes(placeNamed(section, name))) {
      this.#report(keys, `“${section.name}”没有“${name}”这一处`, known.join("、"));
    }
  }

  /**
   * The names of a section's places, and the ids of own items in it.
   * @param {string} use
   * @param {Section} section
   */
  #known(use, section) {
    return [...section.places, ...(ownValue(this.#own.items, use) ?? []).map(({ id }) => ({ name: id }))].map(
      ({ name }) => name,
    );
  }

  /** Reports ids of own items that are taken: by a place, or by another item. */
  #items() {
    for (const [use, items] of Object.entries(this.#own.items ?? {})) {
      const section = ownValue(this.#library.sections, use);
      const taken = new Set(section?.places.map(({ name }) => name));
      for (const [index, { id }] of items.entries()) {
        const keys = ["own", "items", use, index, "id"];
        if (taken.has(id)) this.#report(keys, `事项的 id“${id}”重复`, "不同的 id");
        taken.add(id);
      }
    }
  }

  // --- facts and words ---

  #ownFacts() {
    const names = Object.keys(this.#own.facts ?? {});
    for (const name of names.filter((one) => Object.hasOwn(this.#library.facts, one))) {
      this.#report(["own", "facts", name], `“${name}”已是本站的指标`, "换一个名字");
    }
    checkFacts(this.#specs, names, (name, what, expected, fact) => {
      const keys = ["own", "facts", name];
      if (!this.#retired(keys, fact)) this.#report(keys, what, expected);
    });
  }

  #texts() {
    const { texts = {}, items = {}, sections = {} } = this.#own;
    for (const [use, places] of Object.entries(texts)) {
      for (const [name, text] of Object.entries(places)) this.#text(["own", "texts", use, name], text);
    }
    for (const [use, rows] of Object.entries(items)) {
      for (const [index, { text = "" }] of rows.entries()) this.#text(["own", "items", use, index, "text"], text);
    }
    for (const [name, { text }] of Object.entries(sections)) {
      this.#text(["own", "sections", name, "text"], text, true);
    }
  }

  /**
   * @param {Keys} keys
   * @param {string} text
   * @param {boolean} [marked]
   */
  #text(keys, text, marked = false) {
    for (const { index, what, expected, fact } of readOwnText(text, this.#specs, marked).mistakes) {
      if (!this.#retired(keys, fact, { index, unsettled: true })) this.#report(keys, what, expected, { index });
    }
  }

  #marks() {
    for (const [name, day] of Object.entries(this.#content.marks?.as_of ?? {})) {
      const keys = ["marks", "as_of", name];
      if (!this.#retired(keys, name) && !Object.hasOwn(this.#specs, name)) {
        this.#report(keys, `没有“${name}”这个指标`);
      }
      if (!parseDay(day)) this.#report(keys, `读不懂“${day}”`, "存在的日期，如 2026-03-31");
    }
    for (const [key, weight] of Object.entries(this.#content.marks?.emphasis ?? {})) {
      const at = key.indexOf("/");
      if (at < 0) continue;
      const reason = this.#unheeded(key.slice(0, at), key.slice(at + 1), weight);
      if (reason) this.#report(["marks", "emphasis", key], ...reason, { warning: true });
    }
  }

  /**
   * Why the weight of a place changes nothing, and what would.
   * @param {string} use
   * @param {string} name
   * @param {string} weight
   * @returns {[string, string] | null}
   */
  #unheeded(use, name, weight) {
    const section = ownValue(this.#library.sections, use);
    if (!section) return [`没有“${use}”这个片段，这里写的没有用到`, ""];
    const known = this.#known(use, section);
    const place = placeNamed(section, name);
    if (!known.includes(place)) return [`“${section.name}”没有“${name}”这一处，这里写的没有用到`, known.join("、")];
    if (!WEIGHTS.includes(weight)) return [`读不懂“${weight}”`, WEIGHTS.join("、")];
    if (weight !== SHORT) return null;
    const worded = Object.keys(ownValue(this.#own.texts, use) ?? {}).map((one) => placeNamed(section, one));
    if (worded.includes(place)) return [`“${name}”已经换成自己的话，略写没有用到`, "在自己的话里写短"];
    if (section.places.some((one) => one.name === place && one.main)) return null;
    return [`“${name}”没有主要指标，不能略写，仍照原样写`, "换成自己的话，在那里写短"];
  }
}

/**
 * @param {string[]} names
 * @returns {{name: string, key: Keys}[]}
 */
function listed(names) {
  return names.flatMap((name, index) => (name ? [{ name, key: [index] }] : []));
}
