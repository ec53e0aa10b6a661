// Changes of a draft's own content; a content is never mutated, only replaced, and what is empty goes.

import { FIRST } from "../library/emphasis.js";

/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").Own} Own */
/** @typedef {import("../schema/types.js").OwnItem} OwnItem */

const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"; // none that look alike
const RANDOM = 6;

/**
 * A name that no other draft's content has.
 * @param {string} prefix
 */
export function freshName(prefix) {
  const bytes = crypto.getRandomValues(new Uint8Array(RANDOM));
  return prefix + Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join("");
}

// --- places ---

/**
 * @param {Content} content
 * @param {string} use
 * @param {string} name a place or an own item's id
 * @param {boolean} isSkipped
 * @returns {Content}
 */
export function withSkipped(content, use, name, isSkipped) {
  const others = (content.skip?.[use] ?? []).filter((other) => other !== name);
  const names = isSkipped ? [...others, name] : others;
  return withKey(content, "skip", withEntry(content.skip, use, names));
}

/**
 * A content in which a passage stands one place earlier or later among those that are printed.
 * @param {Content} content
 * @param {string} use
 * @param {string[]} printed the names of the passages, in the order of now
 * @param {string} name
 * @param {-1 | 1} by
 * @returns {Content}
 */
export function withMoved(content, use, printed, name, by) {
  const at = printed.indexOf(name);
  const to = at + by;
  if (at < 0 || to < 0 || to >= printed.length) return content;
  const order = printed.filter((other) => other !== name);
  order.splice(to, 0, name);
  return withKey(content, "order", withEntry(content.order, use, order));
}

/**
 * A content in which a passage has a weight, or the usual one where it is empty; what is put first also
 * comes first in an order that the section has already.
 * @param {Content} content
 * @param {string} use
 * @param {string} name
 * @param {string} weight
 * @param {(name: string) => string} [now] the name that a place has now
 * @returns {Content}
 */
export function withWeight(content, use, name, weight, now = (same) => same) {
  const others = Object.entries(content.marks?.emphasis ?? {}).filter(([key]) => {
    const [of = "", ...rest] = key.split("/");
    return of !== use || now(rest.join("/")) !== name;
  });
  const all = withValue(Object.fromEntries(others), `${use}/${name}`, weight || null);
  const marks = withValue(content.marks, "emphasis", isEmpty(all) ? null : all);
  const marked = withKey(content, "marks", marks);
  const order = content.order?.[use];
  if (weight !== FIRST || !order) return marked;
  const first = [name, ...order.filter((other) => other !== name)];
  return withKey(marked, "order", withEntry(content.order, use, first));
}

/**
 * A content with a place in own words, or in the template's again where `text` is null.
 * @param {Content} content
 * @param {string} use
 * @param {string} name
 * @param {string | null} text
 * @returns {Content}
 */
export function withText(content, use, name, text) {
  const places = withValue(content.own?.texts?.[use], name, text);
  return withOwn(content, "texts", withEntry(content.own?.texts, use, places));
}

// --- own items ---

/**
 * A content with an own item, in place of one with its id.
 * @param {Content} content
 * @param {string} use
 * @param {OwnItem} item
 * @returns {Content}
 */
export function withItem(content, use, item) {
  const items = itemsOf(content, use);
  const isKnown = items.some(({ id }) => id === item.id);
  const next = isKnown ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item];
  const whole = withOwn(content, "items", withEntry(content.own?.items, use, next));
  return isKnown ? whole : withOrdered(whole, use, item);
}

/**
 * A content in whose order of a section, where it has one, a new item stands after what it comes after.
 * @param {Content} content
 * @param {string} use
 * @param {OwnItem} item
 * @returns {Content}
 */
function withOrdered(content, use, { id, after }) {
  const order = [...(content.order?.[use] ?? [])];
  if (order.length === 0) return content;
  order.splice(after === undefined ? 0 : order.indexOf(after) + 1, 0, id);
  return withKey(content, "order", withEntry(content.order, use, order));
}

/**
 * A content without an own item; those after it come after what it came after.
 * @param {Content} content
 * @param {string} use
 * @param {string} id
 * @returns {Content}
 */
export function withoutItem(content, use, id) {
  const items = itemsOf(content, use);
  const after = items.find((item) => item.id === id)?.after;
  const next = items
    .filter((item) => item.id !== id)
    .map(({ after: before, ...item }) => {
      const anchor = before === id ? after : before;
      return anchor === undefined ? item : { ...item, after: anchor };
    });
  const others = (/** @type {string[] | undefined} */ names) => (names ?? []).filter((name) => name !== id);
  const bare = withOwn(content, "items", withEntry(content.own?.items, use, next));
  const unskipped = withKey(bare, "skip", withEntry(bare.skip, use, others(bare.skip?.[use])));
  const ordered = withKey(unskipped, "order", withEntry(bare.order, use, others(bare.order?.[use])));
  return withWeight(ordered, use, id, "");
}

/**
 * @param {Content} content
 * @param {string} use
 * @returns {OwnItem[]}
 */
export function itemsOf(content, use) {
  return content.own?.items?.[use] ?? [];
}

// --- own sections and facts ---

/**
 * @param {Content} content
 * @param {string} name
 * @param {{name: string, text: string} | null} section null to take it out
 * @returns {Content}
 */
export function withSection(content, name, section) {
  return withOwn(content, "sections", withValue(content.own?.sections, name, section));
}

/**
 * @param {Content} content
 * @param {string} name
 * @param {FactSpec | null} spec null to take it out
 * @returns {Content}
 */
export function withFact(content, name, spec) {
  return withOwn(content, "facts", withValue(content.own?.facts, name, spec));
}

/**
 * @param {Content} content
 * @param {string} name of a fact
 * @param {string} day empty to take it out
 * @returns {Content}
 */
export function withAsOf(content, name, day) {
  const days = withValue(content.marks?.as_of, name, day || null);
  return withKey(content, "marks", withValue(content.marks, "as_of", isEmpty(days) ? null : days));
}

// --- keys ---

/**
 * @template {keyof Own} Key
 * @param {Content} content
 * @param {Key} key
 * @param {Own[Key]} value
 * @returns {Content}
 */
function withOwn(content, key, value) {
  return withKey(content, "own", withValue(content.own, key, isEmpty(value) ? null : value));
}

/**
 * @template {keyof Content} Key
 * @param {Content} content
 * @param {Key} key
 * @param {Content[Key]} value
 * @returns {Content}
 */
export function withKey(content, key, value) {
  return withValue(content, key, isEmpty(value) ? null : value);
}

/**
 * @template T
 * @param {Record<string, T> | undefined} entries
 * @param {string} name
 * @param {T} value
 */
function withEntry(entries, name, value) {
  return withValue(entries, name, isEmpty(value) ? null : value);
}

/**
 * @template {object} Entries
 * @param {Entries | undefined} entries
 * @param {PropertyKey} name
 * @param {unknown} value null to take it out
 * @returns {Entries}
 */
function withValue(entries, name, value) {
  const next = new Map(/** @type {[PropertyKey, unknown][]} */ (Object.entries(entries ?? {})));
  if (value === null || value === undefined) next.delete(name);
  else next.set(name, value);
  return /** @type {Entries} */ (Object.fromEntries(next));
}

/** @param {unknown} value */
function isEmpty(value) {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
