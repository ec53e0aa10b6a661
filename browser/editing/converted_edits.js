// Turns the paragraphs that an older draft has edited by hand into content of its own; mirrors
// macros/library/converted_edits.py.
//
// An edited paragraph becomes the own text of its place, with all other paragraphs of that place, and its
// figures live on where they still stand in it.  A table that the template has got since then shows the
// figures that these paragraphs do not say.  What has no place any more is kept as `unplaced`.

import { isFramed, OWN_FRAME } from "../facts/archetype_facts.js";
import { cellText, withoutBidiControls } from "../document/document.js";
import { itemsOf, withItem, withKey, withSkipped, withText } from "./content_changes.js";
import { renamed } from "./outline_changes.js";
import { Composer } from "../library/compose.js";
import { printedUnit } from "../figures/values.js";
import { figuresOf, templateText } from "./place_text.js";
import { reattached } from "./reattached_edits.js";

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../drafts/state.js").Edit} Edit */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../drafts/state.js").StoredState} StoredState */
/** @typedef {import("./reattached_edits.js").Candidate} Candidate */

const LONGEST_TITLE = 60;
const TABLES = /^\{\{ table\(.*\) \}\}$/gm;
const NAMES = /\w+(?=[,)])/g;
const IN_NUMBER = /[0-9.．]/;

/**
 * The state with its edits as content.
 * @param {Pick<Composer, "archetype" | "tools">} present what composes the page; it is left as it is
 * @param {StoredState} stored
 * @returns {State}
 */
export function withConvertedEdits({ archetype, tools }, { edits = [], ...state }) {
  if (edits.length === 0) return state;
  const composer = new Composer(archetype, tools);
  composer.runsIn = false;
  const { blocks } = composer.document(state.facts, state);
  composer.runsIn = true;
  const { found, gone } = reattached(blocks, edits);
  const conversion = new Conversion(composer, state, found);
  for (const one of found) if (one.edit) conversion.convert(one, one.edit);
  return conversion.result(gone);
}

class Conversion {
  /** @type {Edit[]} */
  #unplaced = [];
  /** @type {Set<string>} the places that are done, with all their paragraphs */
  #done = new Set();

  /**
   * @param {Composer} composer
   * @param {State} state
   * @param {Candidate[]} found
   */
  constructor(composer, state, found) {
    this.composer = composer;
    this.state = state;
    this.found = found;
  }

  /**
   * @param {Candidate} one
   * @param {Edit} edit
   */
  convert({ block }, edit) {
    const text = textOf(edit);
    const { type, section, places = [] } = block;
    const key = `${section}/${places.join("/")}`;
    const headed = type === "heading" && places.length === 0 ? section || this.#group(block.text) : "";
    if (text.includes("{{")) this.#unplaced.push(edit);
    else if (isFramed(type) && !text) return; // an emptied title is made from the facts again
    else if (isFramed(type)) this.#put(withText(this.state.content, OWN_FRAME, type, this.#live(OWN_FRAME, type, text)));
    else if (headed) this.#heading(headed, text);
    else if (type !== "paragraph" || places.length === 0) this.#unplaced.push(edit);
    else if (!this.#done.has(key)) {
      this.#done.add(key);
      this.#places(section, places);
    }
  }

  /** @param {Edit[]} gone the edits whose block is gone */
  result(gone) {
    const lost = [...this.#unplaced, ...gone].map((edit) => ({ section: edit.section, text: textOf(edit) }));
    if (lost.length === 0) return this.state;
    const { content } = this.state;
    const marks = { ...content.marks, unplaced: [...(content.marks?.unplaced ?? []), ...lost] };
    return { ...this.state, content: { ...content, marks } };
  }

  /** @param {State["content"]} content */
  #put(content) {
    this.state = { ...this.state, content };
  }

  /**
   * @param {string} section
   * @param {string} text
   */
  #heading(section, text) {
    const { content, headings } = this.state;
    if (content.outline) this.#put(withKey(content, "outline", renamed(content.outline, section, text)));
    else this.state = { ...this.state, headings: { ...headings, [section]: text } };
  }

  /**
   * The heading that the archetype has for a group, by the one that is printed.
   * @param {string} printed
   */
  #group(printed) {
    const { content, headings } = this.state;
    const groups = content.outline ? [] : this.composer.archetype.outline.filter(({ sections }) => sections?.length);
    return groups.find(({ heading = "" }) => (headings[heading] ?? heading) === printed)?.heading ?? "";
  }

  /**
   * Puts the paragraphs of places, edited or not, in their stead.
   * @param {string} section
   * @param {string[]} places
   */
  #places(section, places) {
    const [first = "", ...others] = places;
    const all = this.found.filter(({ block }) => block.section === section && block.places?.includes(first));
    if (all.some(({ block }) => block.type === "heading")) {
      this.#unplaced.push(...all.flatMap(({ edit }) => edit ?? [])); // own words have no headings
      return;
    }
    const tables = this.#tables(section, places, all);
    const here = all.filter((one) => tables.get(one) !== "");
    const lines = here.map((one) => tables.get(one) ?? this.#live(section, first, saidIn(one), places));
    const item = this.state.content.own?.items?.[section]?.find(({ id }) => id === first);
    const place = this.composer.archetype.sections[section]?.places.find(({ name }) => name === first);
    if (item) this.#put(withItem(this.state.content, section, ofItem(item, lines)));
    else if (place && isRetitled(place, here, lines)) this.#rows(section, first, here, lines);
    else {
      const [line = "", ...more] = lines;
      const title = `${place?.title ?? ""}。`;
      const body = line.startsWith(title) ? line.slice(title.length) : line;
      this.#put(withText(this.state.content, section, first, [body, ...more].join("\n")));
      for (const name of others) this.#put(withText(this.state.content, section, name, ""));
    }
  }

  /**
   * The lines of the tables of places: without the figures that are said, empty if there is no other.
   * @param {string} section
   * @param {string[]} places
   * @param {Candidate[]} here
   */
  #tables(section, places, here) {
    const said = here.map(saidIn).join("\n");
    const written = places.flatMap((place) => templateText(this.composer, section, place).match(TABLES) ?? []);
    const tables = here.filter(({ block }) => block.type === "table");
    return new Map(tables.map((one, index) => [one, tableLine(written[index]?.match(NAMES) ?? [], one.block, said)]));
  }

  /**
   * Own items in the stead of a place: for the rows of a list, and for a title that was edited.
   * @param {string} section
   * @param {string} place
   * @param {Candidate[]} here
   * @param {string[]} lines
   */
  #rows(section, place, here, lines) {
    const used = itemsOf(this.state.content, section).length;
    /** @type {import("../schema/types.js").OwnItem[]} */
    const items = [];
    for (const [index, line] of lines.entries()) {
      const before = items[items.length - 1];
      if (before && here[index]?.block.level === 0) before.text = `${before.text ?? ""}\n${line}`;
      else {
        const id = `edited-${String(used + items.length + 1)}`;
        items.push({ id, after: before?.id ?? place, ...titleAndText(line) });
      }
    }
    for (const item of items) this.#put(withItem(this.state.content, section, item));
    this.#put(withSkipped(this.state.content, section, place, true));
  }

  /**
   * A text with the figures of its places that still stand in it.
   * @param {string} section
   * @param {string} name
   * @param {string} text
   * @param {string[]} [places]
   */
  #live(section, name, text, places = [name]) {
    const figures = places.flatMap((place) => figuresOf(this.composer, section, place));
    let [done, rest] = ["", text];
    for (const { printed, written } of figures) {
      const at = wholeIndex(rest, printed);
      if (at < 0) continue;
      done += rest.slice(0, at) + written;
      rest = rest.slice(at + printed.length);
    }
    return done + rest;
  }
}

/**
 * Tells whether the paragraphs of a place have titles that its own text cannot have: those of the rows of a
 * list, or one that was edited.
 * @param {import("../schema/types.js").Place} place
 * @param {Candidate[]} here
 * @param {string[]} lines
 */
function isRetitled({ title }, here, [line = ""]) {
  if (!title) return here.some(({ block }) => block.level > 0);
  const lead = `${title}。`;
  return here[0]?.block.text.startsWith(lead) === true && !line.startsWith(lead);
}

/** @param {Candidate} candidate */
function saidIn({ block, edit }) {
  return edit ? textOf(edit) : block.text;
}

/**
 * A line with the rows of a table whose figures are not said; nothing without any.
 * @param {string[]} names
 * @param {Block} table
 * @param {string} said
 */
function tableLine(names, { rows: [, ...rows] = [] }, said) {
  const kept = names.filter((_, index) => {
    const [, unit = [], now = []] = rows[index] ?? [];
    const isKnown = !now.some(({ blank }) => blank);
    return isKnown && !said.includes(cellText(now) + printedUnit(cellText(unit)));
  });
  return kept.length > 0 ? `{{ table(${kept.join(", ")}) }}` : "";
}

/** @param {Edit} edit */
function textOf({ text }) {
  return withoutBidiControls(text).replace(/\s*\n\s*/g, " ").trim();
}

/**
 * @param {import("../schema/types.js").OwnItem} item
 * @param {string[]} lines
 */
function ofItem(item, lines) {
  const [first = "", ...more] = lines;
  const title = item.title ? `${item.title}。` : "";
  const body = title && first.startsWith(title) ? first.slice(title.length) : first;
  return { ...item, text: [body, ...more].join("\n") };
}

/** @param {string} line */
function titleAndText(line) {
  const stop = line.indexOf("。");
  const isTitled = stop > 0 && stop <= LONGEST_TITLE && !line.slice(0, stop).includes("{{");
  return isTitled ? { title: line.slice(0, stop), text: line.slice(stop + 1) } : { text: line };
}

/**
 * Where a figure stands in a text as a whole, not as part of a longer number.
 * @param {string} text
 * @param {string} figure
 */
function wholeIndex(text, figure) {
  for (let at = text.indexOf(figure); at >= 0 && figure; at = text.indexOf(figure, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + figure.length)];
    const [first, last] = [figure.charAt(0), figure.charAt(figure.length - 1)];
    const isInside = (IN_NUMBER.test(before) && IN_NUMBER.test(first)) || (IN_NUMBER.test(after) && IN_NUMBER.test(last));
    if (!isInside) return at;
  }
  return -1;
}
