// The passages of a section that a writer has changed: its places and own items, in the order they are
// printed; mirrors macros/library/passages.py.

import { ownValue as at } from "../schema/own_value.js";
import { readOwnText } from "../templating/own_text.js";
import { FIRST, SHORT, shortBody, weightsIn } from "./emphasis.js";

/** @typedef {import("../schema/types.js").Section} Section */
/** @typedef {import("../schema/types.js").Place} Place */
/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {import("../schema/types.js").OwnItem} OwnItem */
/** @typedef {import("../templating/expression_kinds.js").Specs} Specs */
/** @typedef {import("./summary.js").Passage} Passage */

/**
 * The passages of a section that are printed, in their order.
 * @param {string} use
 * @param {Section} section
 * @param {Content} content
 * @param {Specs} specs
 * @param {"brief" | "detailed"} form
 * @returns {Passage[]}
 */
export function passages(use, section, content, specs, form) {
  const { own, skip = {}, order = {} } = content;
  const now = (/** @type {string} */ name) => placeNamed(section, name);
  const texts = new Map(
    Object.entries(at(own?.texts, use) ?? {}).map(([name, text]) => [now(name), text]),
  );
  const skipped = (at(skip, use) ?? []).map(now);
  const weights = weightsIn(use, content, now);
  const places = section.places.map((place) => {
    const text = texts.get(place.name);
    if (text !== undefined) return worded(place, text, specs);
    return ofTemplate(place, weights.get(place.name), specs, form);
  });
  const items = at(own?.items, use) ?? [];
  const kept = withItems(section, places, items, specs).filter(({ name }) => !skipped.includes(name));
  const isFirst = (/** @type {Passage} */ { name }) => weights.get(name) === FIRST;
  const weighted = [...kept.filter(isFirst), ...kept.filter((one) => !isFirst(one))];
  return ordered(weighted, (at(order, use) ?? []).map(now));
}

/**
 * The name that a place has now.
 * @param {Section} section
 * @param {string} name
 */
export function placeNamed(section, name) {
  return section.places.find(({ was = [] }) => was.includes(name))?.name ?? name;
}

/**
 * @param {Place} place
 * @param {string} written
 * @param {Specs} specs
 * @returns {Passage}
 */
function worded({ name, title = "", joined = false }, written, specs) {
  return { name, title, joined, text: readOwnText(written, specs, false), isPlace: true };
}

/**
 * A place as its template has it, or in one sentence where it is marked so.
 * @param {Place} place
 * @param {string | undefined} weight
 * @param {Specs} specs
 * @param {"brief" | "detailed"} form
 * @returns {Passage}
 */
function ofTemplate({ name, title = "", joined = false, main, body: whole }, weight, specs, form) {
  const body = main && weight === SHORT ? shortBody(title, main, specs, form) : whole;
  return { name, title, joined, body, isPlace: true };
}

/**
 * The places with each own item after what it names; the others come first.  An item after something
 * that is gone comes last.
 * @param {Section} section
 * @param {Passage[]} places
 * @param {OwnItem[]} items
 * @param {Specs} specs
 */
function withItems(section, places, items, specs) {
  /** @type {Map<string, Passage[]>} */
  const followers = new Map();
  for (const { id, after, title = "", text = "" } of items) {
    const anchor = after ? placeNamed(section, after) : "";
    const own = readOwnText(text, specs, false);
    const passage = { name: id, title, joined: false, text: own, isPlace: false };
    followers.set(anchor, [...(followers.get(anchor) ?? []), passage]);
  }
  /** @type {Passage[]} */
  const found = [];
  let waiting = [...taken(followers, ""), ...places].reverse();
  while (waiting.length > 0 || followers.size > 0) {
    if (waiting.length === 0) waiting = taken(followers, [...followers.keys()][0] ?? "").reverse();
    const passage = waiting.pop();
    if (!passage) continue;
    found.push(passage);
    waiting.push(...taken(followers, passage.name).reverse());
  }
  return found;
}

/**
 * @param {Map<string, Passage[]>} followers
 * @param {string} name
 */
function taken(followers, name) {
  const found = followers.get(name) ?? [];
  followers.delete(name);
  return [...found];
}

/**
 * The passages named in `order` first, in that order; the others follow.
 * @param {Passage[]} found
 * @param {string[]} order
 */
function ordered(found, order) {
  const names = [...new Set(order)];
  const first = names.flatMap((wanted) => found.filter(({ name }) => name === wanted).slice(-1));
  return [...first, ...found.filter((passage) => !first.includes(passage))];
}
