// The marks in the margin of the paper for what may be said besides: what need not be filled in, and is empty.  They
// take no room on the lines and have no words in the text, so that nothing else of it changes.

import { all, make } from "../page/elements.js";
import { inTurns } from "../page/later.js";
import { makeButton } from "../page/button.js";
import { parsePath, specAt } from "../facts/paths.js";
import { placePrinting } from "../library/printing_place.js";
import { recordsOf } from "../drafts/list_records.js";

/** @typedef {import("../library/summary.js").Summary} Summary */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("./form_groups.js").Group} Group */
/** @typedef {{section: string, name: string, isFirst: boolean}} Place */
/** @typedef {Map<string, HTMLElement>} Paragraphs by section and place, by a section's end, by the path of a record */

const REST = 300; // milliseconds after the last key: laid out at each, the marks took as long as the text

/** Keeps the marks at their paragraphs while the text is written anew around them. */
export class PaperOffers {
  /** @type {Map<HTMLElement, {paths: string[], mark: HTMLElement}>} by paragraph */
  #shown = new Map();
  /** @type {Map<string, Place | undefined>} by fact */
  #places = new Map();
  /** @type {Summary["content"] | undefined} of which the places are */
  #content;
  #timer = 0;
  /** @type {Generator<undefined> | undefined} the marks being laid */
  #laying;

  /**
   * @param {import("../preview/live_text.js").LiveText} text
   * @param {(path: string, mark: HTMLElement) => void} open opens the field of a path where its mark stands
   */
  constructor(text, open) {
    this.text = text;
    this.open = open;
  }

  /**
   * Shows at each paragraph what may be said there, once the writer rests.
   * @param {Group[]} groups
   * @param {Summary} summary
   * @param {State} state
   * @param {(name: string) => boolean} asks whether the text as it is would say anything of a fact
   */
  show(groups, summary, state, asks) {
    window.clearTimeout(this.#timer);
    this.#laying?.return(undefined);
    this.#laying = this.#lay(groups, summary, state, asks);
    this.#timer = window.setTimeout(inTurns, REST, this.#laying);
  }

  /**
   * Finds what may be said, a group at a time, and then shows it.
   * @param {Group[]} groups
   * @param {Summary} summary
   * @param {State} state
   * @param {(name: string) => boolean} asks
   */
  *#lay(groups, summary, state, asks) {
    if (summary.content !== this.#content) this.#places.clear();
    this.#content = summary.content;
    const paragraphs = paragraphsOf(this.text.document);
    /** @type {Map<HTMLElement, string[]>} */
    const offers = new Map();
    /** @type {HTMLElement | undefined} */
    let above; // a section that says nothing yet stands below the one before
    for (const group of groups) {
      above = paragraphs.get(group.id) ?? above;
      for (const path of offered(group, summary, state, asks)) {
        const paragraph = this.#home(paragraphs, summary, path) ?? above;
        if (paragraph) offers.set(paragraph, [...(offers.get(paragraph) ?? []), path]);
      }
      yield;
    }
    for (const [paragraph, { mark }] of this.#shown) if (!offers.has(paragraph)) this.#drop(paragraph, mark);
    for (const [paragraph, paths] of offers) this.#place(paragraph, paths, summary.specs);
  }

  /**
   * The mark at which the field of a path opens, while nothing of it is told.
   * @param {string} path
   */
  markOf(path) {
    const { name, row } = parsePath(path);
    return [...this.#shown.values()].find(({ paths }) => paths.includes(path) || (row === 0 && paths.includes(name)))?.mark;
  }

  /**
   * The paragraph where a path would be told: the place that prints it, else the section's beginning or end.
   * @param {Paragraphs} paragraphs
   * @param {Summary} summary
   * @param {string} path
   */
  #home(paragraphs, summary, path) {
    const { name, row } = parsePath(path);
    if (row >= 0) return paragraphs.get(`${name}[${String(row)}]`);
    if (!this.#places.has(name)) this.#places.set(name, placeOf(summary, name));
    const place = this.#places.get(name);
    if (!place) return undefined;
    const end = place.isFirst ? `${place.section} ` : place.section;
    return paragraphs.get(`${place.section} ${place.name}`) ?? paragraphs.get(end);
  }

  /**
   * @param {HTMLElement} paragraph
   * @param {HTMLElement} mark
   */
  #drop(paragraph, mark) {
    mark.remove();
    this.#shown.delete(paragraph);
  }

  /**
   * @param {HTMLElement} paragraph
   * @param {string[]} paths
   * @param {Summary["specs"]} specs
   */
  #place(paragraph, paths, specs) {
    const before = this.#shown.get(paragraph);
    const isSame = before?.paths.join() === paths.join();
    if (!isSame) before?.mark.remove();
    const mark = before && isSame ? before.mark : this.#mark(paths, specs);
    if (mark.parentElement !== paragraph) paragraph.append(mark);
    this.#shown.set(paragraph, { paths, mark });
  }

  /**
   * @param {string[]} paths
   * @param {Summary["specs"]} specs
   */
  #mark(paths, specs) {
    const labels = paths.map((path) => specAt(specs, path)?.label ?? path);
    const name = `还可以写：${labels.join("、")}`;
    const head = make("summary", { "aria-label": name, title: name, "data-count": labels.length > 1 ? `${String(labels.length)}项` : "" });
    const buttons = paths.map((path, at) => makeButton(`＋${labels[at] ?? ""}`, () => {
      mark.open = false;
      this.open(path, mark);
    }));
    const mark = make("details", { class: "paper-offers" }, head, make("span", {}, ...buttons));
    mark.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !mark.contains(relatedTarget)) mark.open = false;
    });
    mark.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return;
      mark.open = false;
      head.focus();
    });
    return mark;
  }
}

/**
 * What may be said besides in a section: optional facts, and fields of records, that are empty.
 * @param {Group} group
 * @param {Summary} summary
 * @param {State} state
 * @param {(name: string) => boolean} asks
 */
function offered({ id, entry, facts: names }, { specs, fieldsRead }, { facts, without }, asks) {
  if (!entry || without.includes(id)) return [];
  return names.flatMap((name) => {
    const spec = specs[name];
    if (!spec) return [];
    if (facts[name] === undefined) return spec.required === false && asks(name) ? [spec.series ? `${name}.now` : name] : [];
    return recordsOf(facts, name).flatMap((row, at) =>
      Object.entries(spec.fields ?? {}).flatMap(([key, { required, type }]) => {
        const isRead = type === "figure" || (fieldsRead.get(name)?.has(key) ?? true);
        const isOffered = required === false && !row[key] && isRead && !spec.folded?.includes(key);
        return isOffered ? [`${name}[${String(at)}].${key}`] : [];
      }));
  });
}

/**
 * @param {Summary} summary
 * @param {string} name
 * @returns {Place | undefined}
 */
function placeOf(summary, name) {
  const place = placePrinting(summary, name);
  if (!place) return undefined;
  const [first] = summary.passages(place.section);
  return { section: place.section, name: place.name, isFirst: first?.name === place.name };
}

/**
 * The paragraphs of a text by what they tell.
 * @param {HTMLElement} document
 * @returns {Paragraphs}
 */
function paragraphsOf(document) {
  /** @type {Paragraphs} */
  const found = new Map();
  const keep = (/** @type {string} */ key, /** @type {HTMLElement} */ paragraph) => {
    if (!found.has(key)) found.set(key, paragraph);
  };
  for (const paragraph of all("p[data-section]", document)) {
    const { section = "", places = "" } = paragraph.dataset;
    for (const place of ["", ...places.split(" ")]) keep(`${section} ${place}`, paragraph);
    for (const { dataset } of all("[data-facts*='[']", paragraph)) {
      for (const [record] of (dataset["facts"] ?? "").matchAll(/\w+\[\d+\]/g)) keep(record, paragraph);
    }
    found.set(section, paragraph); // in the end the last
  }
  return found;
}
