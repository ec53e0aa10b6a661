// The structure of a draft: what an office hands down, and what a collection sheet carries as JSON in cells of
// its own; mirrors macros/exchange/structure.py.

import table from "../../macros/exchange/sheet_layout.json" with { type: "json" };
import { EMPTY } from "../drafts/state.js";
import { draftText } from "./draft_file.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../drafts/state.js").StoredState} StoredState */

// Spaces, because cells are read without those at their ends; `_x`, because spreadsheet programs read _x0041_
// as A; what XML has no place for.
const ESCAPED = /\s|_(?=x)|[\x7f-\x9f\ufeff\ufffe\uffff]/g;

/**
 * A draft without figures, and without what was decided about them.
 * @param {StoredState} state
 * @returns {State}
 */
export function structureOf({ without, headings, content }) {
  const { outline, skip, order, own, marks: { emphasis } = {} } = content;
  const parts = { outline, skip, order, own, marks: emphasis && { emphasis } };
  const given = Object.entries(parts).filter(([, part]) => part !== undefined);
  return { ...EMPTY, without, headings, content: Object.fromEntries(given) };
}

/**
 * A text that is the same for structures that are; empty for the archetype's own.
 * @param {StoredState} state
 */
export function structureKey(state) {
  const { without, headings, content } = structureOf(state);
  const data = filled({ without: [...without].sort(), headings, ...content });
  return data ? JSON.stringify(data) : "";
}

/**
 * Data without what is empty in it, its keys in order; undefined where nothing is left.
 * @param {unknown} data
 * @returns {unknown}
 */
function filled(data) {
  if (Array.isArray(data)) return data.length > 0 ? data.map((item) => filled(item) ?? null) : undefined;
  if (typeof data !== "object" || data === null) return data === "" ? undefined : data;
  const inner = Object.entries(data).map(([key, value]) => /** @type {const} */ ([key, filled(value)]));
  const kept = inner.filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/**
 * A state with another structure; its figures, and marks that do not belong to a structure, stay.
 * @param {State} state
 * @param {StoredState} given
 * @returns {State}
 */
export function withStructure(state, given) {
  const { without, headings, content } = structureOf(given);
  const marks = { ...state.content.marks, ...content.marks };
  const marked = Object.keys(marks).length > 0 ? { ...content, marks } : content;
  return { ...state, without, headings, content: marked };
}

/**
 * A structure as JSON, in pieces that a cell can hold; none where it is the archetype's own.
 * @param {import("../schema/types.js").Archetype} archetype
 * @param {string} name
 * @param {StoredState} state
 */
export function pieces(archetype, name, state) {
  if (!structureKey(state)) return [];
  const whole = JSON.stringify(JSON.parse(draftText(archetype, name, structureOf(state))));
  const text = whole.replace(ESCAPED, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const characters = Array.from(text);
  const starts = Array.from({ length: Math.ceil(characters.length / table.piece) }, (_, i) => i * table.piece);
  return starts.map((start) => characters.slice(start, start + table.piece).join(""));
}
